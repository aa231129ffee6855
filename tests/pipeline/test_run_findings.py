"""The comparisons that a report's charts make: what is counted, per article, on invented tables."""

import pandas as pd

from analysis.estimates.findings import find_findings
from analysis.pipeline.run_findings import run_comparisons
from analysis.stories import validate_stories
from analysis.tables import empty

STORIES = validate_stories(
    [{"name": "i", "label": "Raids", "find": ["raid*"], "word_choice": {"people": ["illegal immigrant*", "migrant*"]}}]
)


def tables(n=40):
    """Return the tables of `n` articles an outlet: Post names its sources and says migrants, Star does neither."""
    articles, quotes = [], []
    for outlet, kind, word in (("Post", "named_person", "migrants"), ("Star", "unnamed_person", "illegal immigrants")):
        for number in range(n):
            key = f"{outlet}{number:02d}"
            articles.append({"article_id": key, "outlet": outlet, "published": pd.NaT, "text": f"A raid on {word}."})
            quotes += [{"article_id": key, "speaker_kind": kind}] * 3
    quotes = pd.DataFrame(quotes).assign(
        confidence=0.9, cue_kind="speech", quote_type="direct", content_spans=[[]] * len(quotes)
    )
    assigned = pd.DataFrame({"article_id": [a["article_id"] for a in articles], "story": "i"})
    empties = (empty("copies"), quotes, empty("topics"), empty("topic_shares"))
    return pd.DataFrame(articles), assigned, *empties


def find(*frames, min_confidence=0.25):
    compared = run_comparisons(*frames, stories=STORIES, min_confidence=min_confidence)
    return find_findings(compared).set_index("finding_id")


def test_each_chart_compares_what_it_shows():
    found = find(*tables())
    assert set(found["chart"]) == {
        "01-3-story-mix", "02-4-word-choice/people", "04-1-sourcing-by-outlet", "04-2-sourcing-by-story",
    }  # fmt: skip
    named = found.loc["04-1-sourcing-by-outlet/named people/Post"]
    assert named["estimate"] == 1 and named["verdict"] == "holds" and named["n_articles"] == 40
    assert found.loc["02-4-word-choice/people/migrant/Star", "estimate"] == 0
    # Every article of both outlets is on the story: nothing sets them apart.
    assert found.loc["01-3-story-mix/articles on Raids/Star", ["estimate", "verdict"]].tolist() == [1, "cannot be told"]
    assert found.loc["04-2-sourcing-by-story/named people/“Raids”", "verdict"] == "description"  # one story, no other


def test_unsure_and_silent_attributions_do_not_count():
    articles, assigned, copies, quotes, *rest = tables()
    quotes.loc[quotes["speaker_kind"] == "unnamed_person", "confidence"] = 0.3
    strict = find(articles, assigned, copies, quotes, *rest, min_confidence=0.5)
    assert not any("people who are not named" in key for key in strict.index)
    silent = quotes.assign(cue_kind=quotes["speaker_kind"].map({"unnamed_person": "non_response"}).fillna("speech"))
    assert not any("people who are not named" in key for key in find(articles, assigned, copies, silent, *rest).index)


def test_titles_are_sentences_that_say_what_was_compared():
    found = find(*tables())
    titles = found[found["chart"] != "04-2-sourcing-by-story"].groupby("kind")["title"].first()
    assert titles["named people"] == (
        "The share of quotes and paraphrases from named people is higher at Post (100%) than at Star (0%)"
    )
    assert titles["illegal immigrant"] == (
        "The share of “illegal immigrant” among all uses of “illegal immigrant” or “migrant” outside quotes is higher at "
        "Star (100%) than at Post (0%)"
    )
    assert titles["articles on Raids"] == (
        "The share of collected articles on “Raids” is 100% both at Post and at Star"
    )


def test_what_a_share_of_a_story_counts_is_shown_at_the_first_word_of_the_story_the_plainest_article_first():
    articles, assigned, *rest = tables(n=2)
    assigned = assigned.assign(score=[0.2, 0.9, 0.4, 0.1], first_hit=2)
    coverage = run_comparisons(articles, assigned, *rest, stories=STORIES, min_confidence=0.25)[0]
    things = coverage.things()["n"]
    assert things["article_id"].tolist() == ["Post01", "Star00", "Post00", "Star01"]
    assert things[["start", "end"]].drop_duplicates().values.tolist() == [[2, 6]]
    assert set(things["kind"]) == {"articles on Raids"}
