"""Decisions about quotes are kept, found again after a new ingest or model, and applied."""

import re

import pandas as pd
import pytest

from analysis.review import apply_reviews, load_reviews, make_decision, review_queue, save_decision

TEXT = "The council met.\n\n“The road is closed,” said Ann Mott.\n\n“It will open,” Bo Finch said. He left at noon."
ARTICLE = {"article_id": "a", "text": TEXT}
LATER = "A new first paragraph.\n\n" + TEXT


def quotes_of(text: str, *contents: str, article_id: str = "a") -> pd.DataFrame:
    rows = [
        dict(quote_id=f"q{n}", article_id=article_id, place="text", quote_type="direct", content=content,
             content_spans=[[text.index(content), text.index(content) + len(content)]], cue_spans=[], source_spans=[],
             cue_kind="speech", speaker="Ann Mott", speaker_kind="named_person", confidence=0.6, paragraph=1)
        for n, content in enumerate(contents)
    ]  # fmt: skip
    return pd.DataFrame(rows)


BOTH = ("“The road is closed,”", "“It will open,”")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "quotes.csv"


def decide(file, decision, content=BOTH[1], **more):
    save_decision(make_decision(quotes_of(TEXT, content).iloc[0], ARTICLE, decision, coder="kim", **more), file)
    return load_reviews(file)


def applied(reviews, text=TEXT, contents=BOTH, article_id="a"):
    articles = pd.DataFrame([{"article_id": article_id, "text": text}])
    return apply_reviews(quotes_of(text, *contents, article_id=article_id), articles, reviews)


@pytest.mark.parametrize(
    ("text", "contents", "article_id"),
    [
        (TEXT, BOTH, "a"),
        (LATER, BOTH, "a"),  # other offsets
        (LATER, BOTH, "b"),  # another id
        (TEXT, (BOTH[0], "It will open,"), "a"),  # the edges of another model
        (TEXT.replace("“", '"').replace("”", '"'), ('"The road is closed,"', '"It will open,"'), "a"),
    ],
)
def test_a_decision_is_found_again(file, text, contents, article_id):
    found = applied(decide(file, "wrong speaker", speaker="Bo Finch"), text, contents, article_id)
    assert found["speaker"].tolist() == ["Ann Mott", "Bo Finch"]
    assert found["reviewed"].isna().tolist() == [True, False]


@pytest.mark.parametrize("decision", ["wrong", "not a quote"])
def test_what_is_no_quote_is_left_out(file, decision):
    assert applied(decide(file, decision), LATER)["content"].tolist() == [BOTH[0]]


def test_new_edges_move_with_the_passage(file):
    start = TEXT.index("The road is")
    found = applied(decide(file, "edges", BOTH[0], content_spans=[[start, start + 11]]), LATER)
    assert found["content"].tolist() == ["The road is", BOTH[1]]
    assert found["content_spans"].tolist()[0] == [[start + 24, start + 35]]


def test_an_added_quote_comes_in_once(file):
    reviews = decide(file, "added", "He left at noon.", speaker="Bo Finch")
    found = applied(reviews, LATER)
    assert found["content"].tolist() == [*BOTH, "He left at noon."]
    assert (found.iloc[2]["paragraph"], found.iloc[2]["reviewed"], found.iloc[2]["speaker"]) == (3, "added", "Bo Finch")
    assert len(apply_reviews(found, pd.DataFrame([{"article_id": "a", "text": LATER}]), reviews)) == 3


@pytest.mark.parametrize(("decision", "more"), [("right", {}), ("wrong speaker", {"speaker": "Bo Finch"})])
def test_what_was_confirmed_stays_when_the_program_finds_it_no_longer(file, decision, more):
    found = applied(decide(file, decision, BOTH[0], **more), LATER, BOTH[1:])
    assert found["content"].tolist() == [BOTH[1], BOTH[0]]
    kept = found.iloc[1]
    assert (kept["reviewed"], kept["confidence"]) == (decision, 1)
    assert kept["speaker"] == more["speaker"] if more else pd.isna(kept["speaker"])


def test_the_last_decision_counts_and_all_are_kept(file):
    decide(file, "wrong")
    reviews = decide(file, "right")
    assert reviews["decision"].tolist() == ["wrong", "right"]
    assert applied(reviews)["reviewed"].tolist()[1] == "right"


def test_a_repeated_sentence_is_told_by_the_words_near_it(file):
    text = "Ann began. “No,” she said. Later.\n\nBo ended. “No,” he said. Done."
    second = text.rindex("“No,”")
    quote = quotes_of(text, "“No,”").iloc[0].copy()
    quote["content_spans"] = [[second, second + 5]]
    save_decision(make_decision(quote, {"article_id": "a", "text": text}, "wrong"), file)
    two = pd.concat([quotes_of(text, "“No,”"), pd.DataFrame([quote]).assign(quote_id="z")], ignore_index=True)
    left = apply_reviews(two, pd.DataFrame([{"article_id": "a", "text": text}]), load_reviews(file))
    assert left["quote_id"].tolist() == ["q0"]


def test_no_decisions_change_nothing(file):
    assert applied(load_reviews(file))["content"].tolist() == list(BOTH)


def test_a_damaged_file_is_named_with_its_line(file):
    decide(file, "right")
    file.write_text(file.read_text().replace(",right,", ",fine,"))
    with pytest.raises(ValueError, match="line 2: 'fine' is no decision; write one of: right"):
        load_reviews(file)


def test_a_file_that_went_through_a_spreadsheet_is_applied_as_before(file):
    reviews = decide(file, "wrong speaker", speaker="Bo Finch")
    cells = pd.read_csv(file, dtype="str", keep_default_na=False)
    # Excel takes a key of digits, or of digits and one e, for a number, and drops what it cannot show.
    cells = cells.assign(passage="1.23457E+15", article_id="9.87E+11", decision=" Wrong Speaker ")
    cells[cells.columns[::-1]].to_csv(file, index=False, sep=";", encoding="utf-8-sig", lineterminator="\r\n\r\n")
    pd.testing.assert_frame_equal(load_reviews(file).drop(columns="article_id"), reviews.drop(columns="article_id"))
    assert applied(load_reviews(file), LATER)["speaker"].tolist() == ["Ann Mott", "Bo Finch"]
    before = file.read_bytes()
    decide(file, "right", BOTH[0])
    assert file.read_bytes().startswith(before)
    assert applied(load_reviews(file), LATER)["reviewed"].tolist() == ["right", "wrong speaker"]


def test_two_files_put_together_by_git_count_by_the_time_of_each_decision(file):
    first = decide(file, "wrong").assign(decided_at="2026-11-27T10:00:00+00:00", coder="bo")
    second = first.assign(decided_at="2026-11-26T10:00:00+00:00", coder="kim", decision="right")
    pd.concat([first, second]).to_csv(file, index=False)
    assert load_reviews(file)["coder"].tolist() == ["kim", "bo"]
    assert applied(load_reviews(file))["content"].tolist() == [BOTH[0]]


def test_a_decision_is_one_line(file):
    decide(file, "right", BOTH[0])
    decide(file, "right", BOTH[1])  # line ends stand before and after
    assert len(file.read_text().splitlines()) == 3


@pytest.mark.parametrize(
    ("cell", "other", "message"),
    [
        (",right,", ",,", "line 2: '' is no decision; write one of: right, wrong"),
        (",text,", ",page,", "line 2: 'page' is no place; write one of: text, headline"),
        (",text,56,", ",text,5.6E+01,", "line 2: '5.6E+01' is no start; it is the offset of the passage"),
        ("“It will open,”", "", "line 2: content is empty"),
        (",right,,,", ",wrong speaker,,,", "line 2: the right speaker is missing"),
        (",right,,,", ",edges,,0-5,", "line 2: '0-5' are no spans; write [[start, end]], or nothing"),
        ("decided_at,", "<<<<<<< HEAD\ndecided_at,", "line 1: git left the marks of a conflict"),
    ],
)
def test_every_slip_is_a_sentence_and_nothing_is_lost(file, cell, other, message):
    decide(file, "right")
    assert cell in file.read_text()
    file.write_text(file.read_text().replace(cell, other))
    before = file.read_bytes()
    for action in (lambda: load_reviews(file), lambda: decide(file, "wrong", BOTH[0])):
        with pytest.raises(ValueError, match=re.escape(message)):
            action()
    assert file.read_bytes() == before


def test_the_same_words_in_two_articles_are_two_decisions(file):
    decide(file, "wrong")
    other = quotes_of(TEXT, BOTH[1], article_id="b").iloc[0]
    save_decision(make_decision(other, {"article_id": "b", "text": TEXT}, "right"), file)
    both = pd.DataFrame([{"article_id": name, "text": TEXT} for name in "ab"])
    quotes = pd.concat(
        [quotes_of(TEXT, *BOTH, article_id=name).assign(quote_id=[f"{name}0", f"{name}1"]) for name in "ab"]
    )
    left = apply_reviews(quotes, both, load_reviews(file))
    assert left["article_id"].tolist() == ["a", "b", "b"] and left["reviewed"].fillna("").tolist() == ["", "", "right"]
    # b is not in this run: the later decision about it does not replace the one about a
    assert applied(load_reviews(file))["content"].tolist() == [BOTH[0]]


def test_a_decision_lacks_nothing(file):
    for decision in ("wrong speaker", "edges", "fine"):
        with pytest.raises(ValueError, match=decision):
            decide(file, decision)


def numbered(n, *, article_id="a"):
    """Return an article of n sentences, and a quote for each."""
    sentences = [f"“Number {i} is here,” said Ann Mott." for i in range(n)]
    text = "\n\n".join(sentences)
    quotes = quotes_of(text, *(sentence.split("”")[0] + "”" for sentence in sentences), article_id=article_id)
    return quotes.assign(confidence=[(7 * i % n) / n for i in range(n)]), pd.DataFrame(
        [{"article_id": article_id, "text": text}]
    )


def test_the_queues_are_apart():
    quotes, articles = numbered(4)  # confidence 0, .75, .5, .25
    unsure = review_queue(quotes, articles, n=3)
    assert unsure["quote_id"].tolist() == ["q0", "q3", "q2"] and unsure["probability"].isna().all()
    drawn = review_queue(quotes, articles, kind="random", n=3, seed=4)
    assert len(drawn) == 3 and set(drawn["probability"]) == {0.75} and set(drawn["queue"]) == {"random"}
    again = review_queue(quotes.iloc[::-1], articles, kind="random", n=3, seed=4)
    assert drawn["quote_id"].tolist() == again["quote_id"].tolist()
    with pytest.raises(ValueError, match="give reviews=load_reviews"):
        review_queue(quotes, articles, kind="second")


def test_a_sample_that_was_begun_stays_when_articles_come_in():
    quotes, articles = numbered(60)
    before = review_queue(quotes, articles, kind="random", n=20)
    new_quotes, new_articles = numbered(120, article_id="b")
    more = pd.concat([quotes, new_quotes.iloc[60:].assign(quote_id=lambda f: "r" + f["quote_id"])], ignore_index=True)
    after = review_queue(more, pd.concat([articles, new_articles]), kind="random", n=20)
    old = after[after["article_id"] == "a"]["quote_id"].tolist()
    assert 5 <= len(old) <= 15 and old == before["quote_id"].tolist()[: len(old)]
    later = articles.assign(text="A new first paragraph.\n\n" + articles["text"], article_id="c")
    moved = quotes.assign(article_id="c", content_spans=[[[s + 24, e + 24]] for [[s, e]] in quotes["content_spans"]])
    kept = review_queue(moved, later, kind="random", n=20)["quote_id"]
    assert len(set(kept) & set(before["quote_id"])) >= 19  # the first quote has other words before it now
