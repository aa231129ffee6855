"""Names of topics: kept by the first words of a topic, found again after another fit."""

import pandas as pd
import pytest

from analysis.review.topic_names import load_topic_names, name_topic, unused_names, use_topic_names
from analysis.topics import Topics

BORDER = "border wall agents crossing asylum migrants patrol visa fence river".split()
TAX = "tax returns irs privacy filing refund audit income code data".split()
COURT = "court judge ruling appeal order lawsuit law brief hearing case".split()
EMPTY = pd.DataFrame()


def fitted(*topics):
    rows = [
        {"topic": number, "label": ", ".join(terms[:3]), "term": term, "weight": 11.0 - rank, "rank": rank}
        for number, terms in enumerate(topics, start=1)
        for rank, term in enumerate(terms, start=1)
    ]
    terms = pd.DataFrame(rows)
    stability = terms[["topic", "label"]].drop_duplicates().assign(n=5, stability=0.9, doubtful=False)
    return Topics(terms, EMPTY, stability, EMPTY, EMPTY)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "topics.csv"


def test_a_name_is_there_at_once_and_in_later_fits(file):
    named = name_topic(fitted(BORDER, TAX), 1, "  The  border ", coder="kim", path=file)
    assert named.label.to_dict() == {1: "The border", 2: "tax, returns, irs"}
    assert named.terms.groupby("topic")["label"].unique().str.join("|").tolist() == ["The border", "tax, returns, irs"]
    changed = [*COURT[:7], *BORDER[:3]]  # three words of ten are left: just enough
    later = use_topic_names(fitted(TAX, changed), load_topic_names(file))
    assert later.label.to_dict() == {1: "tax, returns, irs", 2: "The border"}
    assert unused_names(later.terms, load_topic_names(file)) == []


def test_a_name_that_fits_no_topic_is_told(file):
    name_topic(fitted(BORDER, TAX), 1, "The border", coder="kim", path=file)
    gone = fitted([*COURT[:8], *BORDER[:2]], TAX)
    names = load_topic_names(file)
    assert use_topic_names(gone, names).label.to_dict() == gone.label.to_dict()
    [sentence] = unused_names(gone.terms, names)
    assert sentence.startswith("The topic name “The border” (kim) is not used: no topic now shares 3 of its 10 words")
    assert len(unused_names(gone.terms.head(0), names)) == 1


def test_of_two_names_the_topic_takes_the_one_with_more_words(file):
    name_topic(fitted(BORDER, TAX), 1, "The border", coder="kim", path=file)
    name_topic(fitted(BORDER, TAX), 2, "Taxes", coder="bo", path=file)
    joined = fitted([*TAX[:6], *BORDER[:4]], COURT)
    assert use_topic_names(joined, load_topic_names(file)).label.to_dict()[1] == "Taxes"
    [sentence] = unused_names(joined.terms, load_topic_names(file))
    assert "“The border”" in sentence and "the topic that is most like it has another name now" in sentence


def test_a_new_name_replaces_the_one_that_was_given_under_other_words(file):
    name_topic(fitted(BORDER, TAX), 1, "The border", path=file)
    later = use_topic_names(fitted([*BORDER[:7], *COURT[:3]], TAX), load_topic_names(file))
    renamed = name_topic(later, 1, "The wall", path=file)
    assert renamed.label[1] == "The wall"
    assert load_topic_names(file)["name"].tolist() == ["The wall"]
    assert unused_names(renamed.terms, load_topic_names(file)) == []
    name_topic(renamed, 1, "", path=file)
    assert load_topic_names(file).empty


def test_no_two_topics_have_one_label(file):
    topics = fitted(BORDER, TAX, COURT)
    name_topic(topics, 1, "News", path=file)
    with pytest.raises(ValueError, match="another topic is called “tax, returns, irs”"):
        name_topic(topics, 1, "tax, returns, irs", path=file)
    with pytest.raises(ValueError, match="there is no topic 9; the topics are: 1, 2, 3"):
        name_topic(topics, 9, "News", path=file)
    row = load_topic_names(file).assign(terms=", ".join(TAX))
    both = use_topic_names(topics, pd.concat([load_topic_names(file), row]))
    assert both.label.to_dict()[1] == "News" and both.label.to_dict()[2] == "News (topic 2)"


def test_a_line_without_terms_is_named(file):
    name_topic(fitted(BORDER), 1, "News", path=file)
    file.write_text(file.read_text().replace(", ".join(BORDER), ""))
    with pytest.raises(ValueError, match="line 2: terms is empty"):
        load_topic_names(file)
