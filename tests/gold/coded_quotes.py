"""The attributions of quotes_allsides.jsonl with the texts that they are about, from ../shared/data/allsides.

    python tests/gold/coded_quotes.py ../shared/data/allsides     # how many there are, and how far the coders agree

1,064 whole articles, to train and to test, which choose_quotes.py drew and that were coded blind. Batch 1 is the 30
that the confidence was first fitted and measured on; batch 2 the ten coded after that; batch 3 the 24 of the later
draws; batch 4 the 500 of the first two large ones; batches 5 to 9 the 180, 60, 100, 80 and 80 of the next five. The
test parts of batches 3, 4 and 5 are kept back. That of batch 1, and batch 2, were measured three times each and then
joined the articles to learn from. 15 articles have a second coder, who is compared by `coder_agreement`. Only ids,
offsets and labels are stored, as code_quotes.py wrote them. In k9A5rJ7FgVDfCQ3f the content from 2164 to 2287 had the
cue and source of the sentence after it, and was mended.
"""

import gzip
import hashlib
import json
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pandas as pd

from analysis.quotes import Attribution
from analysis.review import agreement
from analysis.scoring import score_quotes
from analysis.scoring.matching import is_same, match
from analysis.scoring.relations import WordTokens

CODED = Path(__file__).with_name("quotes_allsides.jsonl")
KEPT_BACK = (3, 4, 5)  # batches whose test part nobody learns from
FRESH = (8, 9)  # batches from which no model has learned, so that they measure all of them
FIELDS = {"outlet": "source", "headline": "title", "date": "date", "text": "content_original"}


def coded_articles(folder: Path, *, split: str | None = None, batch: int | None = None) -> pd.DataFrame:
    """Return the coded articles of a folder of AllSides: doc, outlet, headline, date, text, split, batch.

    Raises ValueError if a text is not the one that was coded.
    """
    rows = {line["doc"]: _article(folder, line) for line in _lines(split, batch)}
    return pd.DataFrame(list(rows.values()))


def training_articles(folder: Path) -> pd.DataFrame:
    """Return the articles from which models learn: all but the fresh batches, and the test parts of those kept back."""
    parts = [*(("test", batch) for batch in KEPT_BACK), *((None, batch) for batch in FRESH)]
    left_out = {line["doc"] for split, batch in parts for line in _lines(split, batch)}
    articles = coded_articles(folder)
    return articles[~articles["doc"].isin(left_out)]


def coded_attributions(
    folder: Path, *, split: str | None = None, batch: int | None = None, coder: str | None = None
) -> pd.DataFrame:
    """Return one row per attribution, with the columns of `../shared/data/coded`, `split` and `coder`.

    Without a coder, each article comes once, as its first coder saw it. `who` is the name that stands at its offsets;
    "" for nobody.
    """
    lines = [line for line in _lines(split, batch) if coder in (None, line["coder"])]
    first = {line["doc"]: line for line in reversed(lines)}
    rows = [
        {"doc": doc} | row | {"who": _words(folder, line, row["who"]), "split": line["split"], "coder": line["coder"]}
        for doc, line in reversed(first.items())
        for row in line["attributions"]
    ]
    return pd.DataFrame(rows)


def _lines(split, batch):
    lines = [json.loads(line) for line in CODED.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if split in (None, line["split"]) and batch in (None, line["batch"])]


def _article(folder, line):
    record = records(folder / f"{line['file']}.jsonl.gz")[line["record"]]
    if hashlib.sha256(record["content_original"].encode()).hexdigest()[:16] != line["text"]:
        raise ValueError(f"the text of {line['doc']} is another than the one that was coded; code it again")
    return (
        {"doc": line["doc"]}
        | {ours: record[theirs] for ours, theirs in FIELDS.items()}
        | {part: line[part] for part in ("split", "batch")}
    )


@cache
def records(path: Path) -> list[dict]:
    """Return the records of a gzipped JSON Lines file, which is read once."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _words(folder, line, spans):
    text = _article(folder, line)["text"]
    return " and ".join(text[start:end] for start, end in spans)


def as_attribution(text: str, told: Mapping) -> Attribution:
    """Return what was coded as an attribution of the package: direct where a quotation mark opens its content."""
    content, cue, source = (tuple(map(tuple, told[what])) for what in ("content", "cue", "source"))
    return Attribution(content, cue, source, "direct" if text[content[0][0]] in '“"‘' else "indirect", 1.0)


def coder_agreement(folder: Path) -> pd.DataFrame:
    """Return how far the two coders of an article agree: Krippendorff's alpha, and F1 of one coder against the other.

    F1 is `score_quotes` of all attributions, for content and source as its measures say; `agree` has it as a share.
    """
    both = [coded_attributions(folder, coder=coder) for coder in ("a", "b")]
    if any(own.empty for own in both):
        return pd.DataFrame(columns=["measure", "alpha", "agree", "n"])
    shared = set(both[0]["doc"]) & set(both[1]["doc"])
    first, second = (_as_quotes(own[own["doc"].isin(shared)]) for own in both)
    marked = pd.concat([first, second])
    alphas = [agreement(marked, column=column) for column in ("speaker_kind", "cue_kind", "level")]
    texts = coded_articles(folder).rename(columns={"doc": "article_id"})
    scores = score_quotes(second, first, articles=texts[texts["article_id"].isin(shared)])
    scores = scores[scores["quote_type"] == "all"].rename(columns={"f1": "agree"})
    return pd.concat([*alphas, scores])[["measure", "alpha", "agree", "n"]].drop_duplicates()


def _as_quotes(coded):
    return coded.assign(
        article_id=coded["doc"],
        content_spans=coded["content"],
        source_spans=coded["source"],
        speaker_kind=coded["kind"].str[0],
        cue_kind=coded["cue_kind"].str[0],
    )


def clear_to_both(folder: Path) -> tuple[int, int]:
    """Return how many clear sayings each coder of an article with two has, together, and how many the other has too.

    The other has it where half the content is the same, and a word of the source.
    """
    first, second = (coded_attributions(folder, coder=coder) for coder in ("a", "b"))
    texts = coded_articles(folder).set_index("doc")["text"]
    n_clear = n_shared = 0
    for doc in set(first["doc"]) & set(second["doc"]):
        words, pair = WordTokens(texts[doc]), [coder[coder["doc"] == doc] for coder in (first, second)]
        for own, other in (pair, pair[::-1]):
            said, heard = (
                [words.relation(*spans) for spans in zip(coded["content"], coded["source"], strict=True)]
                for coded in (own, other)
            )
            known = {matched.gold for matched in match(heard, said, is_same)}
            clear = {place for place, level in enumerate(own["level"]) if level == "core"}
            n_clear, n_shared = n_clear + len(clear), n_shared + len(clear & known)
    return n_clear, n_shared


def main(folder: Path) -> None:
    coded = coded_attributions(folder)
    print(coded.groupby("split")["doc"].nunique().to_string())
    for column in ("level", "kind", "cue_kind"):
        print(
            pd.crosstab(coded[column].map(lambda value: value if isinstance(value, str) else value[0]), coded["split"])
        )
    print(coder_agreement(folder).round(3).to_string(index=False))
    print("of {} clear sayings of one coder the other has {}".format(*clear_to_both(folder)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
