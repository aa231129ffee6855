"""A person reviews quotes by keyboard, in a terminal and in JupyterLab."""

import io
import os
import sys
import threading

import pandas as pd
import pytest

from analysis.review import apply_reviews, load_reviews, review_queue
from analysis.review.queues import find_decided
from analysis.review.terminal import read_key, read_line, review_in_terminal
from analysis.review.widgets import review_quotes

N = 200
SENTENCES = [f"“Number {n} is here,” said Ann Mott." for n in range(N)]
TEXT = "\n\n".join(SENTENCES)
ARTICLES = pd.DataFrame([{"article_id": "a", "text": TEXT}])


def all_quotes(text: str = TEXT) -> pd.DataFrame:
    rows = []
    for n, sentence in enumerate(SENTENCES):
        start = text.index(sentence)
        end = start + sentence.index("”") + 1
        rows.append(
            dict(quote_id=f"{n:03}", article_id="a", place="text", quote_type="direct", content=text[start:end],
                 content_spans=[[start, end]], cue_spans=[[end + 1, end + 5]], source_spans=[[end + 6, end + 14]],
                 cue_kind="speech", speaker="Ann Mott", speaker_kind="named_person", confidence=0.3 + n / 1000,
                 paragraph=n)
        )  # fmt: skip
    return pd.DataFrame(rows)


def test_two_hundred_decisions_by_keyboard_are_applied_after_a_new_ingest(tmp_path):
    file, out = tmp_path / "quotes.csv", io.StringIO()
    answers = iter([word for _ in range(N // 4) for word in ("r", "w", "s", "Bo Finch", "d")])
    queue = review_queue(all_quotes(), ARTICLES)
    assert review_in_terminal(queue, ARTICLES, coder="kim", path=file, read=lambda: next(answers), out=out) == N
    reviews = load_reviews(file)
    assert reviews["decision"].tolist() == ["right", "wrong", "wrong speaker", "not a quote"] * (N // 4)
    later = "A new paragraph.\n\n" + TEXT
    left = apply_reviews(all_quotes(later), ARTICLES.assign(text=later), reviews)
    assert left["speaker"].tolist() == ["Ann Mott", "Bo Finch"] * (N // 4)
    assert left["reviewed"].tolist() == ["right", "wrong speaker"] * (N // 4)


def review_one(tmp_path, *answers, text=TEXT):
    file, out, words = tmp_path / "quotes.csv", io.StringIO(), iter(answers)
    queue = review_queue(all_quotes(), ARTICLES)
    review_in_terminal(queue, ARTICLES.assign(text=text), path=file, read=lambda: next(words), out=out)
    return load_reviews(file), out.getvalue()


def test_a_person_goes_on_where_they_were(tmp_path):
    file, queue, out = tmp_path / "quotes.csv", review_queue(all_quotes(), ARTICLES), io.StringIO()
    for answers, coder in ((["r", "w", "x"], "kim"), (["n", "r", "x"], "kim"), (["x"], "bo")):
        words = iter(answers)
        review_in_terminal(queue, ARTICLES, coder=coder, path=file, read=lambda words=words: next(words), out=out)
    shown = [line for line in out.getvalue().splitlines() if "decided" in line]
    assert [line.split()[0] for line in shown] == ["0", "1", "2", "2", "2", "2", "3", "3", "0", "0"]
    # the third time, what kim left out with "next" comes first
    box = review_quotes(queue, ARTICLES, coder="kim", path=file)
    assert "3 of 200 decided" in box.passage.value and "Number 2 is here" in box.passage.value
    moved = ARTICLES.assign(text=TEXT + "\n\nA new last paragraph.", article_id="z")
    later = review_queue(all_quotes().assign(article_id="z"), moved)
    assert "3 of 200 decided" in review_quotes(later, moved, coder="kim", path=file).passage.value


def test_who_goes_back_takes_back_a_decision_and_counts_it_once(tmp_path):
    reviews, shown = review_one(tmp_path, "b", "r", "w", "b", "r", "q")
    assert reviews["decision"].tolist() == ["right", "wrong", "right"]
    left = apply_reviews(all_quotes(), ARTICLES, reviews)
    assert left.set_index("quote_id").loc[["000", "001"], "reviewed"].tolist() == ["right", "right"]
    counts = [line.split()[0] for line in shown.splitlines() if "decided" in line]
    assert counts == ["0", "0", "1", "2", "2", "2", "2"]
    box = review_quotes(review_queue(all_quotes(), ARTICLES), ARTICLES, coder="kim", path=tmp_path / "kim.csv")
    for key in "rwbbr":
        box.key.value = key
    assert load_reviews(tmp_path / "kim.csv")["decision"].tolist() == ["right", "wrong", "right"]
    assert "2 of 200 decided" in box.passage.value and "Number 1 is here" in box.passage.value


def test_outlet_day_and_headline_stand_above_a_passage(tmp_path):
    told = ARTICLES.assign(outlet="The Ledger", published=pd.Timestamp("2026-01-05", tz="UTC"), headline="\033[2JRain")
    out = io.StringIO()
    queue = review_queue(all_quotes(), ARTICLES, n=1)
    review_in_terminal(queue, told, path=tmp_path / "quotes.csv", read=lambda: "q", out=out)
    assert "The Ledger, 2026-01-05: [2JRain\n" in out.getvalue()
    assert "The Ledger, 2026-01-05" in review_quotes(queue, told, path=tmp_path / "quotes.csv").passage.value


def test_the_end_of_a_queue_says_so(tmp_path):
    file, out = tmp_path / "quotes.csv", io.StringIO()
    queue = review_queue(all_quotes(), ARTICLES, n=1)
    assert review_in_terminal(queue, ARTICLES, path=file, read=lambda: "r", out=out) == 1
    assert "1 of 1 decided: nothing is left in this queue" in out.getvalue()
    assert "1 of 1 decided: nothing is left" in review_quotes(queue, ARTICLES, path=file).passage.value


def test_a_second_coder_does_not_see_what_the_first_decided(tmp_path):
    file, out = tmp_path / "quotes.csv", io.StringIO()
    first = iter(["r", "w", "s", "Bo Finch", "x"])
    drawn = review_queue(all_quotes(), ARTICLES, kind="random", n=50)
    review_in_terminal(drawn, ARTICLES, coder="kim", path=file, read=lambda: next(first), out=io.StringIO())
    queue = review_queue(all_quotes(), ARTICLES, kind="second", reviews=load_reviews(file), coder="bo")
    assert sorted(queue["quote_id"]) == sorted(drawn["quote_id"].head(3))
    assert set(queue["queue"]) == {"random"} and set(queue["probability"]) == {0.25}
    assert review_in_terminal(queue, ARTICLES, coder="bo", path=file, read=lambda: "r", out=out) == 3
    assert out.getvalue().count("speaker: Ann Mott") == 3 and "Bo Finch" not in out.getvalue()
    again = review_queue(all_quotes(), ARTICLES, kind="second", reviews=load_reviews(file), coder="bo")
    assert find_decided(again, load_reviews(file), "bo").all()
    assert review_queue(all_quotes(), ARTICLES, kind="second", reviews=load_reviews(file).head(0)).empty


def test_edges_and_added_quotes_are_given_in_words(tmp_path):
    reviews, _ = review_one(tmp_path, "e", "Number 0 is", "a", "Number 7 is here", "Bo Finch", "n", "x")
    assert reviews["decision"].tolist() == ["edges", "added"]
    assert reviews["content_spans"].tolist() == ["[[1, 12]]", ""]
    assert reviews["content"].tolist()[1] == "Number 7 is here"


def test_words_that_are_not_there_are_refused_and_the_passage_stays(tmp_path):
    reviews, shown = review_one(tmp_path, "e", "no such words", "r", "x")
    assert "does not have the words" in shown
    assert reviews["decision"].tolist() == ["right"]


def test_the_parts_are_marked_and_other_control_characters_do_not_reach_the_terminal(tmp_path):
    _, shown = review_one(tmp_path, "x", text=TEXT.replace(" is here", "\033[2Jhere", 1))
    assert "\033[2J" not in shown
    assert "\033[4msaid\033[0m" in shown and "\033[7mAnn Mott\033[0m" in shown


@pytest.fixture
def box(tmp_path):
    articles = ARTICLES.assign(text=TEXT.replace(" is here", "<b> here", 1))
    return review_quotes(review_queue(all_quotes(), articles), articles, coder="kim", path=tmp_path / "quotes.csv")


def test_a_letter_or_a_button_is_a_decision_in_jupyterlab(box, tmp_path):
    assert "Number 0&lt;b&gt; here" in box.passage.value
    box.key.value = "w"
    box.speaker.value = "Bo Finch"
    box.key.value = "s"
    box.buttons["next"].click()
    box.buttons["right"].click()
    reviews = load_reviews(tmp_path / "quotes.csv")
    assert reviews["decision"].tolist() == ["wrong", "wrong speaker", "right"]
    assert reviews["speaker"].tolist() == ["", "Bo Finch", ""]
    assert "3 of 200 decided" in box.passage.value


def test_a_wrong_speaker_without_the_right_one_is_refused_in_jupyterlab(box, tmp_path):
    box.key.value = "s"
    assert "needs the right speaker" in box.message.value
    assert load_reviews(tmp_path / "quotes.csv").empty


@pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals of this kind")
def test_keys_that_a_quick_person_pressed_before_they_were_asked_are_not_lost(monkeypatch):
    import pty

    main, side = pty.openpty()
    with os.fdopen(side, "r") as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        os.write(main, b"rsBo Finch\nw")
        got: list[str] = []
        asked = threading.Thread(
            target=lambda: got.extend([read_key(), read_key(), read_line(), read_key()]), daemon=True
        )
        asked.start()
        asked.join(5)
        os.write(main, b"xx\nx")  # so that the thread ends, whatever was lost
        asked.join(5)
    os.close(main)
    assert got == ["r", "s", "Bo Finch", "w"]
