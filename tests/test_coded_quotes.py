"""The coded attributions of whole AllSides articles fit their texts."""

import json
import re
from collections import Counter

import pytest

import code_quotes
from choose_quotes import all_drawn, draw, read
from coded import passages, whole_articles
from coded_headlines import coded_headlines
from coded_quotes import CODED, clear_to_both, coded_articles, coded_attributions, coder_agreement, training_articles


def test_no_word_of_an_article_is_in_the_file():
    for line in map(json.loads, CODED.read_text(encoding="utf-8").splitlines()):
        for row in line["attributions"]:
            assert all(
                isinstance(place, int) for role in ("content", "cue", "source", "who") for s in row[role] for place in s
            )
            assert set(row) == {"content", "cue", "source", "who", "kind", "cue_kind", "level"}


def test_the_offsets_are_those_of_whole_words(shared):
    texts = coded_articles(shared / "allsides").set_index("doc")["text"]
    for row in coded_attributions(shared / "allsides").to_dict("records"):
        text = texts[row["doc"]]
        for start, end in [span for role in ("content", "cue", "source") for span in row[role]]:
            assert text[start:end] == text[start:end].strip() != ""
            assert re.match(r"\b|\W", text[start:]) and not (text[end - 1].isalnum() and text[end : end + 1].isalnum())
        assert row["content"]


def test_a_speaker_with_a_name_is_named_in_the_text(shared):
    coded = coded_attributions(shared / "allsides")
    named = coded[coded["kind"].map(lambda kinds: kinds == ["named_person"])]
    assert (named["who"].str.len() > 0).mean() > 0.9 and named["who"].str[0].str.isupper().sum() > 0.9 * len(named)


def test_the_draw_has_forty_articles_half_to_train_over_many_outlets(shared):
    drawn = draw(read(shared / "allsides"))
    assert [sum(a["split"] == split for a in drawn) for split in ("train", "test")] == [20, 20]
    assert len({a["source"] for a in drawn}) >= 15 and len({a["ID"] for a in drawn}) == 40


TEXT = "“We won,” Ann Lee said. She said it was over. “We lost,” he said, and she said no."


@pytest.mark.parametrize(
    ("row", "source", "cue"),
    [
        ({"content": ["“We won,”"], "cue": ["said"], "source": ["Ann Lee"]}, [10, 17], [18, 22]),
        ({"content": ["it was ~ over"], "cue": ["said"], "source": ["She"]}, [24, 27], [28, 32]),
        ({"content": ["“We lost,”"], "cue": ["said"], "source": ["he"]}, [57, 59], [60, 64]),
    ],
)
def test_cue_and_source_are_taken_where_they_stand_closest(row, source, cue):
    placed = code_quotes.place(TEXT, row, 0)
    assert [list(span) for span in placed["source"] + placed["cue"]] == [source, cue]


def test_what_the_text_does_not_say_is_refused():
    row = {
        "content": ["it was never over"],
        "cue": ["said"],
        "source": ["She"],
        "who": "",
        "kind": "P",
        "cue_kind": "s",
        "level": "c",
    }
    with pytest.raises(ValueError, match=r"row 0.*never over"):
        code_quotes.coded(TEXT, [row])


def test_every_article_of_the_draws_is_coded_once(shared):
    articles, drawn = coded_articles(shared / "allsides"), all_drawn(read(shared / "allsides"))
    assert articles["split"].value_counts().to_dict() == {
        "train": 32 + 470 + 150 + 60 + 100 + 80 + 80,
        "test": 32 + 30 + 30,
    }
    assert len(drawn) == 1064 and set(articles["doc"]) == {a["ID"] for a in drawn}
    batches = [set(coded_attributions(shared / "allsides", batch=batch)["doc"]) for batch in range(1, 10)]
    assert [len(batch) for batch in batches] == [30, 10, 24, 500, 180, 60, 100, 80, 80] and len(
        set.union(*batches)
    ) == 1064


def test_the_articles_of_a_later_draw_are_of_twelve_outlets(shared):
    drawn = all_drawn(read(shared / "allsides"))
    for later in (drawn[40:52], drawn[52:64]):
        assert len({a["source"] for a in later}) == 12 and sum(a["split"] == "test" for a in later) == 6
        assert {a["stratum"] for a in later} == {"interview", "agency", "opinion", "news"}


def test_the_kept_back_articles_of_a_large_draw_are_of_thirty_outlets(shared):
    drawn = all_drawn(read(shared / "allsides"))
    for large in (drawn[64:564], drawn[564:744]):
        test = [a for a in large if a["split"] == "test"]
        assert len(test) == 30 and len({a["source"] for a in test}) == 30


@pytest.mark.parametrize(
    ("split", "batch", "number"),
    [("test", 3, 12), ("test", 4, 30), ("test", 5, 30), ("train", 8, 80), ("train", 9, 80)],
)
def test_nobody_learns_from_articles_that_are_kept_back_or_fresh(shared, split, batch, number):
    learned = training_articles(shared / "allsides")
    kept = coded_articles(shared / "allsides", split=split, batch=batch)
    assert len(learned) == 832 and len(kept) == number and not set(learned["doc"]) & set(kept["doc"])


def test_the_confidence_is_fitted_on_articles_that_the_tagger_has_not_seen(shared):
    articles = coded_articles(shared / "allsides").set_index("doc")["batch"]
    batches = [(articles.get(one.name, 0), one.seen) for one in whole_articles()]
    assert Counter(batches) == {
        (batch, batch < 5): n for batch, n in {0: 8, 1: 30, 2: 10, 3: 12, 4: 470, 5: 150, 6: 60, 7: 100}.items()
    }
    assert not any(one.seen for one in passages())


def test_the_coded_words_of_headlines_are_whole(shared):
    headlines = coded_headlines(shared / "allsides")
    assert Counter(headline["set"] for headline in headlines) == {"random": 60, "signs": 40, "train": 400, "test": 200}
    for headline in headlines:
        words = headline["headline"]
        for row in headline["attributions"]:
            for start, end in [span for role in ("content", "cue", "source") for span in row[role]]:
                assert words[start:end] == words[start:end].strip() != ""


def test_agreement_is_that_of_the_rows_that_both_coders_marked(shared, monkeypatch, tmp_path):
    line = json.loads(CODED.read_text(encoding="utf-8").splitlines()[1])
    line["attributions"] = [row for row in line["attributions"] if row["level"] == "core"][:4]
    other = line | {"coder": "b", "attributions": line["attributions"][:3]}
    file = tmp_path / "two.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in (line, other)), encoding="utf-8")
    monkeypatch.setattr("coded_quotes.CODED", file)
    table = coder_agreement(shared / "allsides").set_index("measure")
    assert table.loc["attributions", "agree"] == pytest.approx(3 / 4)  # three in common, of four that either marked
    assert table.loc["relation_exact", "agree"] == pytest.approx(2 * 3 / (3 + 4))
    assert table.loc["level", "agree"] == 1


def test_nearly_every_clear_saying_of_one_coder_the_other_has_too(shared):
    n_clear, n_shared = clear_to_both(shared / "allsides")
    assert n_clear > 400 and n_shared / n_clear > 0.95
