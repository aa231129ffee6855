"""Every kind of bad input, by the form of the file, with what must come of it.

`kinds` says what a kind is, and `every_kind` has them all. Their modules:

- `tables`: tables in text: CSV and TSV;
- `workbooks`: tables of programs: workbooks of Excel and others, Parquet, stores of data;
- `json_files`: JSON and JSON Lines;
- `pages`: saved pages, also as MHTML, and what a server sends in place of one;
- `feeds`: RSS and Atom;
- `exports`: exports of press archives: Nexis Uni, LexisNexis, Factiva, ProQuest;
- `documents`: Word documents that are no export;
- `archives`: ZIP, gzip and other packs;
- `web_archives`: web archives: WARC and ARC;
- `texts`: text copied from pages, one article or several;
- `encodings`: letters and signs: encodings, languages, NULs, marks;
- `dates_and_names`: days, authors and outlets;
- `folders`: several files, links, and names of files;
- `no_articles`: code, logs, settings, mail, references, data of programs, and text without a sentence;
- `hostile`: what is large, deep or without end, scripts, formulas, ways out of the folder.

Each holds kinds that must be kept beside those that must not, near misses of each other. Most were written down with
their outcomes by somebody who had read the documents alone, and only then run. What makes files for several modules
stands in `make_texts`, `make_tables`, `make_pages`, `make_papers` and `make_packs`, each of which uses those before it.
"""
