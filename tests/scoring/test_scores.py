"""Measures of attribution: worked by hand, and against the judge beside the checkout."""

import gzip
import json
import random
import subprocess
import sys

import pandas as pd
import pytest

from analysis.scoring import score_quotes

TEXT = "“We will win,” Ann Lee said. Bob Roe argued that taxes rise. “No way,” she said, “not now.” Prices fell, it is believed."


def at(words: str, n: int = 0) -> list[int]:
    start = -1
    for _ in range(n + 1):
        start = TEXT.index(words, start + 1)
    return [start, start + len(words)]


GOLD = [
    ([at("“We will win,”")], [at("Ann Lee")]),
    ([at("that taxes rise")], [at("Bob Roe")]),
    ([at("“No way,”"), at("“not now.”")], [at("she")]),
    ([at("Prices fell")], []),
]
ARTICLES = pd.DataFrame({"article_id": ["a"], "text": [TEXT]})


def frame(rows):
    return pd.DataFrame([("a", c, s) for c, s in rows], columns=["article_id", "content_spans", "source_spans"])


def scores(found, measure, quote_type="all"):
    table = score_quotes(frame(found), frame(GOLD), articles=ARTICLES).set_index(["measure", "quote_type"])
    return tuple(round(float(v), 4) for v in table.loc[(measure, quote_type), ["precision", "recall"]])


def test_gold_against_itself_is_right_throughout():
    table = score_quotes(frame(GOLD), frame(GOLD), articles=ARTICLES)
    assert (table.loc[table["n"] > 0, "f1"] == 1).all()
    assert table.set_index(["measure", "quote_type"]).loc[("relation_half", "all"), "n"] == 3  # one of 4 has no source


def test_nothing_found():
    assert scores([], "relation_half") == (0, 0)


@pytest.mark.parametrize(
    ("found", "measure", "expected"),
    [
        # same words without the marks: the characters differ
        ([([at("We will win,")], [at("Ann Lee")])], "content_strict", (0, 0)),
        ([([at("We will win,")], [at("Ann Lee")])], "content_exact", (1, 1 / 4)),
        # "will win" of "We will win": 2 of its 2 words are gold, 2 of the gold's 3 are found; (2/3 + 0 + 0 + 0) / 4
        ([([at("will win")], [at("Ann Lee")])], "content_soft", (1, round(2 / 3 / 4, 4))),
        # 2 words of the gold's 3 + 3 + 4 + 2 = 12
        ([([at("will win")], [at("Ann Lee")])], "content_token", (1, round(2 / 12, 4))),
        # Jaccard 2/3 with the right source; 1 of 3 gold ones with a source
        ([([at("will win")], [at("Lee")])], "relation_half", (1, round(1 / 3, 4))),
        ([([at("will win")], [at("Lee")])], "relation_exact", (0, 0)),
        # Jaccard 1/3 is less than half
        ([([at("win")], [at("Lee")])], "relation_half", (0, 0)),
        ([([at("win")], [at("Lee")])], "relation_any", (1, round(1 / 3, 4))),
        # right content, wrong source
        ([([at("that taxes rise")], [at("Ann Lee")])], "relation_half", (0, 0)),
        # halves of one quotation may not both count: the first is Jaccard 2/4, the other finds its gold taken
        (
            [([at("“No way,”")], [at("she")]), ([at("“not now.”")], [at("she")])],
            "relation_half",
            (0.5, round(1 / 3, 4)),
        ),
        # what matches only gold without a source is neither right nor wrong
        ([([at("Prices fell")], [at("she")]), GOLD[0]], "relation_half", (1, round(1 / 3, 4))),
    ],
)
def test_worked_by_hand(found, measure, expected):
    assert scores(found, measure) == expected


def test_the_type_goes_by_the_marks():
    mixed = ([[at("that taxes rise")[0], at("“No way,”")[1]]], [at("Bob Roe")])
    table = score_quotes(frame([mixed]), frame(GOLD), articles=ARTICLES).set_index(["measure", "quote_type"])
    assert table.loc["relation_half", "n_found"].to_dict() == {"all": 1, "direct": 0, "indirect": 0, "mixed": 1}
    assert table.loc["relation_half", "n"].to_dict() == {"all": 3, "direct": 2, "indirect": 1, "mixed": 0}


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="score_quotes needs the column source_spans"):
        score_quotes(frame(GOLD).drop(columns="source_spans"), frame(GOLD), articles=ARTICLES)


NAMES = {"relation_any": "rel@any", "relation_half": "rel@0.5", "relation_exact": "relexact"}


def test_same_figures_as_the_judge(shared, tmp_path):
    judge = shared.parent / "tools" / "score_quotes.py"
    if not judge.exists():
        pytest.skip("the judge ../shared/tools/score_quotes.py is not there")
    texts, gold = read_dev(shared, 25)
    found = {doc: spoilt(rows, random.Random(7)) for doc, rows in gold.items()}
    for name, rows in {"gold": gold, "pred": found}.items():
        lines = [json.dumps(dict(row, doc=doc)) for doc in texts for row in rows[doc]]
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "texts").write_text(
        "\n".join(json.dumps({"doc": d, "text": t}) for d, t in texts.items()), encoding="utf-8"
    )
    command = [sys.executable, str(judge), "--json", "result"]
    subprocess.run(
        [*command, "--gold", "gold", "--pred", "pred", "--texts", "texts"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    judged = json.loads((tmp_path / "result").read_text())

    def table(side):
        rows = [(doc, row["content"], row["source"]) for doc in texts for row in side[doc]]
        return pd.DataFrame(rows, columns=["article_id", "content_spans", "source_spans"])

    articles = pd.DataFrame({"article_id": list(texts), "text": list(texts.values())})
    ours = score_quotes(table(found), table(gold), articles=articles)
    assert len(ours) == 44
    for row in ours.itertuples():
        theirs = judged[NAMES.get(row.measure, row.measure.replace("_", "."))][row.quote_type]
        assert (row.n, row.n_found) == (theirs["n_gold"], theirs["n_pred"]), row
        assert (row.precision, row.recall) == pytest.approx((theirs["P"], theirs["R"]), abs=1e-12), row


def read_dev(shared, n):
    with gzip.open(shared / "polnear" / "dev.texts.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = {r["doc"]: r["text"] for r in map(json.loads, lines)}
    texts = dict(list(texts.items())[:n])
    gold = {doc: [] for doc in texts}
    with gzip.open(shared / "polnear" / "dev.gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["doc"] in gold:
                gold[row["doc"]].append({k: row[k] for k in ("source", "cue", "content")})
    return texts, gold


def spoilt(rows, rng):
    """Gold with some left out, some doubled, some shifted, some with no source or another's."""
    found = []
    for row in rows:
        row = json.loads(json.dumps(row))
        if rng.random() < 0.4:
            row["content"] = [[max(0, s + rng.randint(-15, 15)), e + rng.randint(0, 40)] for s, e in row["content"]]
        if rng.random() < 0.4:
            row["source"] = rng.choice([[], rng.choice(rows)["source"]])
        found += [row] * rng.choice([0, 1, 1, 1, 1, 2])
    return rng.sample(found, len(found))
