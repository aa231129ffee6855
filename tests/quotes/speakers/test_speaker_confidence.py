"""How sure it is whom a source means."""

import math

import pandas as pd
import pytest
from marked_texts import marked, resolved

from analysis.quotes import count_speakers, find_quotes, mark_quotes, name_speakers, read_document
from analysis.quotes.speakers.resolve import resolve_with_evidence


def sure(text):
    return [who.confidence for who in resolved(*marked(text))]


def test_a_full_name_is_surer_than_a_role_and_a_pronoun_with_rivals():
    by_name, by_pronoun = sure(
        "Bo Stern and Karl Lund met. ⟦Ada Quill⟧ said ⟪it was late⟫. Bo met Karl. ⟦He⟧ said ⟪no⟫."
    )
    [by_role] = sure("Sen. Ada Quill met Bo Stern. ⟦The senator⟧ said ⟪it was late⟫.")
    assert 0 < by_pronoun < by_name < 1
    assert 0 < by_role < by_name


def facts(text):
    plain, attributions = marked(text)
    return [one.evidence for one in resolve_with_evidence(read_document(plain), attributions)]


def test_who_says_something_by_name_elsewhere_is_likelier_meant():
    by_name, pronoun = facts("⟦Bo Stern⟧ said ⟪no⟫. It was late, and ⟦he⟧ said ⟪it would rain⟫.")
    assert "by name" not in by_name
    assert pronoun["by name"] == pytest.approx(math.log(2))
    assert pronoun["by name nearby"] == 1
    assert pronoun["judged by a model"] == 0  # who spoke last is he while nobody else is named
    [only_told_about] = facts("Bo Stern lay there for hours. ⟦He⟧ said ⟪it would rain⟫.")
    assert only_told_about["by name"] == only_told_about["by name nearby"] == 0
    assert only_told_about["judged by a model"] == 1
    far = f"⟦Bo Stern⟧ said ⟪no⟫. {'It rained in the harbor. ' * 80}Stern left. ⟦He⟧ said ⟪yes⟫."
    assert facts(far)[1]["by name"] > facts(far)[1]["by name nearby"] == 0


def test_i_in_a_quotation_is_as_sure_as_its_speaker():
    outer, inner = sure("⟦Ada Quill⟧ said ⟪“It is late, and ⟦I⟧ think ⟪we lost⟫”⟫.")
    assert outer == inner


def test_every_row_has_it_and_it_depends_on_its_own_article_alone():
    texts = ["“Fine,” Ada Quill said. She left, she said.", "The agency said it was late. “No,” an official said."]
    both = find_quotes(pd.DataFrame({"article_id": ["a", "b"], "text": texts}))
    alone = find_quotes(pd.DataFrame({"article_id": ["b"], "text": texts[1:]}))
    assert both["speaker_confidence"].between(0, 1).all()
    assert both.loc[both["article_id"] == "b", "speaker_confidence"].tolist() == alone["speaker_confidence"].tolist()


@pytest.fixture
def doubtful():
    return pd.DataFrame(
        {"article_id": ["a", "b", "c"], "speaker": ["Ada Quill", "Ada Quill", "Bo Stern"], "outlet": "Post",
         "speaker_kind": "named_person", "speaker_role": None, "speaker_confidence": [0.9, 0.4, None]}
    )  # fmt: skip


def test_speakers_who_are_likelier_others_do_not_count(doubtful):
    assert dict(count_speakers(doubtful)[["speaker", "n"]].values) == {"Ada Quill": 1, "Bo Stern": 1}
    every = count_speakers(doubtful, min_speaker_confidence=0)
    assert dict(every[["speaker", "n"]].values) == {"Ada Quill": 2, "Bo Stern": 1}
    assert name_speakers(doubtful)["article_id"].tolist() == ["a", "c"]  # the passages of what is counted


def test_the_label_of_a_quote_says_how_sure_its_speaker_is():
    quotes = pd.DataFrame(
        {"article_id": "a", "content_spans": [[[0, 7]]], "cue_spans": [[[18, 22]]], "source_spans": [[[8, 17]]],
         "quote_type": "direct", "speaker": "Ada Quill", "speaker_kind": "named_person", "cue_kind": "speech",
         "confidence": [0.98], "speaker_confidence": [0.914]}
    )  # fmt: skip
    article = {"article_id": "a", "text": "“Fine,” Ada Quill said."}
    assert "1 Ada Quill · direct · 98 % · speaker 91 %" in mark_quotes(article, quotes).html
    without = mark_quotes(article, quotes.drop(columns="speaker_confidence")).html
    assert "1 Ada Quill · direct · 98 %" in without and "· speaker" not in without
