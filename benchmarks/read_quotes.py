"""Print how many statements drawn at random are right, as two readers judged them beside their articles.

    python benchmarks/read_quotes.py [FOLDER]                     # FOLDER: ../shared/data/allsides by default
    python benchmarks/read_quotes.py [FOLDER] --draw              # print 120 statements to judge
    python benchmarks/read_quotes.py [FOLDER] --verdicts A B      # store what two readers wrote

Drawn are statements of at least .5 confidence, one an article, from AllSides articles that nobody coded or judged. A
reader writes a line for each: its number, the verdict on the statement (right: a reader would note the same content
and source; edges: the same, but with too much or too little; act: something is done, not said; wrong), and that on the
speaker (right, wrong, or - where the statement is wrong). `read_quotes.csv` keeps ids, confidence, verdicts, no text. A
statement that is found otherwise now has to be judged again.
"""

import argparse
import random
from pathlib import Path

import pandas as pd

from analysis import find_quotes, select_statements
from blind_quotes import DATA, interval
from shared_surnames import read

from choose_quotes import all_drawn  # isort: skip
from choose_quotes import read as read_uncoded  # isort: skip

JUDGED = Path(__file__).with_name("read_quotes.csv")
SEED, N_ARTICLES, N_ROWS = 20261128, 160, 120
VERDICTS, SPEAKERS = ("right", "edges", "act", "wrong"), ("right", "wrong", "-")


def drawn_articles(folder: Path) -> pd.DataFrame:
    """Return the articles drawn: article_id (file and record) and text."""
    uncoded = read_uncoded(folder)
    coded = {article["ID"] for article in all_drawn(uncoded)}
    articles = [article for article in uncoded if article["ID"] not in coded]
    random.Random(SEED).shuffle(articles)
    return pd.DataFrame(
        [{"article_id": f"{a['file']}:{a['record']}", "text": a["content_original"]} for a in articles[:N_ARTICLES]]
    )


def statements(articles: pd.DataFrame) -> pd.DataFrame:
    quotes = find_quotes(articles)
    return select_statements(quotes[quotes["confidence"] >= 0.5], silent=True)


def draw(folder: Path) -> pd.DataFrame:
    """Return the statements drawn, one an article."""
    found = statements(drawn_articles(folder)).sample(frac=1, random_state=SEED)
    return found.drop_duplicates("article_id").iloc[:N_ROWS].reset_index(drop=True)


def show(folder: Path) -> None:
    """Print each statement drawn: its parts, whom the package takes for the speaker, and the text around it."""
    texts = drawn_articles(folder).set_index("article_id")["text"]
    for number, row in enumerate(draw(folder).itertuples()):
        spans = [*row.content_spans, *row.cue_spans, *row.source_spans]
        low, high = max(0, min(s for s, _ in spans) - 700), max(e for _, e in spans) + 300
        print(f"== {number}\nsource: {row.source}\ncue: {row.cue}\ncontent: {row.content}\nspeaker: {row.speaker}")
        print(f"text: … {texts[row.article_id][low:high]} …\n")


def store(folder: Path, files: list[str]) -> None:
    """Write the verdicts of readers beside the ids of the statements drawn."""
    found = draw(folder)[["article_id", "quote_id", "confidence"]]
    for letter, file in zip("ab", files, strict=True):
        rows = [line.split() for line in Path(file).read_text(encoding="utf-8").splitlines() if line.strip()]
        said = {int(number): (verdict, speaker) for number, verdict, speaker in rows}
        wrong = {n for n, (verdict, speaker) in said.items() if verdict not in VERDICTS or speaker not in SPEAKERS}
        wrong |= set(found.index) ^ set(said)
        if wrong:
            raise ValueError(f"{file}: the lines of {sorted(wrong)} are missing or have another verdict")
        found[f"statement_{letter}"] = [said[n][0] for n in found.index]
        found[f"speaker_{letter}"] = [said[n][1] for n in found.index]
    found.assign(confidence=found["confidence"].round(3)).to_csv(JUDGED, index=False)


def measure(folder: Path) -> None:
    """Print the shares of the statements that are found as they were judged."""
    judged = pd.read_csv(JUDGED)
    files = {name: read(folder, name) for name in judged["article_id"].str.split(":").str[0].unique()}
    texts = [
        {"article_id": one, "text": files[one.split(":")[0]][int(one.split(":")[1])]["content_original"]}
        for one in judged["article_id"]
    ]
    same = judged["quote_id"].isin(statements(pd.DataFrame(texts))["quote_id"])
    now = judged[same]
    for letter in "ab":
        verdict, speaker = now[f"statement_{letter}"], now[f"speaker_{letter}"]
        counts = verdict.value_counts()
        print(
            f"reader {letter}: right {interval(verdict == 'right')}, or but for edges {interval(_holds(verdict))}; "
            f"acts {counts.get('act', 0)}, wrong {counts.get('wrong', 0)}; "
            f"speaker right {interval(speaker[speaker != '-'] == 'right')}"
        )
    both = _holds(now["statement_a"]) & _holds(now["statement_b"])
    sureness = pd.cut(now["confidence"], [0.5, 0.7, 0.9, 1.0])
    print("right but for edges to both readers, by confidence:")
    print(both.groupby(sureness, observed=True).agg(["mean", "size"]).round(3).to_string())
    print(f"the same verdict: {(now['statement_a'] == now['statement_b']).mean():.3f}; to judge again: {(~same).sum()}")


def _holds(verdict: pd.Series) -> pd.Series:
    return verdict.isin(("right", "edges"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=DATA / "allsides")
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--draw", action="store_true", help="print statements to judge")
    chosen.add_argument("--verdicts", nargs=2, metavar="FILE", help="store what two readers wrote")
    arguments = parser.parse_args()
    if arguments.draw:
        show(arguments.folder)
    elif arguments.verdicts:
        store(arguments.folder, arguments.verdicts)
    else:
        measure(arguments.folder)
