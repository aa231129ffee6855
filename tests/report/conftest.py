"""A small report whose every text field tries to break out of its page."""

from pathlib import Path

import nbformat
import pandas as pd
import pytest

from analysis import export, paths, tables
from analysis.charts import plot_group_terms, plot_sourcing, plot_speakers
from analysis.estimates.findings import find_findings
from analysis.pipeline.run_findings import run_comparisons
from analysis.quotes import count_speakers, name_speakers, sourcing
from analysis.report.page import write_page
from analysis.run_files import Run
from analysis.stories import validate_stories
from analysis.words.term_uses import find_terms

HOSTILE = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>{{ 7*7 }}"
OUTLETS = {"Post": "named_person", f"Star{HOSTILE}": "unnamed_person"}
TEXT = f"A raid 🌊 came at dawn. “We saw it all,” Ana Oakes said. =1+1 {HOSTILE}\n\nAnother raid followed."
CONTENT, CUE, SOURCE = (
    (TEXT.index(part), TEXT.index(part) + len(part)) for part in ("“We saw it all,”", "said", "Ana Oakes")
)
MADE_OF = {
    "title": HOSTILE, "run_file": {"name": "x.yaml", "sha256": "0"}, "seal": None, "deviations": [], "parameters": {},
    "styles": {HOSTILE: "0"}, "articles": {"n": 80, "sha256": "0"}, "reviews": {}, "reviewed": [HOSTILE], "tables": {},
    "code": "0", "commit": None, "packages": {}, "python": "3",
}  # fmt: skip


def _articles() -> pd.DataFrame:
    rows = [
        {
            "article_id": f"{place}{number:02d}",
            "outlet": outlet,
            "headline": f"{number} {HOSTILE}",
            "url": "javascript:window.hacked=1",
        }
        for place, outlet in enumerate(OUTLETS)
        for number in range(40)
    ]
    published = pd.date_range("2026-01-01", periods=len(rows), freq="D", tz="UTC")
    named = {"published": published, "text": TEXT, "n_words": 15, "source_path": HOSTILE, "source_sha256": "0"}
    return _with_all_columns(pd.DataFrame(rows).assign(**named, language="en"), "articles")


def _with_all_columns(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return the frame with nulls, or else any value, in the columns of the table that it lacks."""
    for column, kind in tables.TABLES[name].columns.items():
        if column not in frame:
            value = {"string": "body", "double": 0.5, "int64": 0}.get(str(kind), [])
            empty = None if column in tables.TABLES[name].nullable else value
            frame[column] = pd.Series([empty] * len(frame), index=frame.index)
    return frame


def _quotes(articles: pd.DataFrame) -> pd.DataFrame:
    quotes = articles[["article_id"]].assign(
        quote_id="q" + articles["article_id"], quote_type="direct", paragraph=0, place="text"
    )
    quotes = quotes.assign(speaker_kind=articles["outlet"].map(OUTLETS), speaker_role=HOSTILE, confidence=0.9)
    quotes = quotes.assign(
        cue="said", cue_kind="speech", source="Ana Oakes", content="“We saw it all,”", speaker=f"Ana {HOSTILE}"
    )
    for name, span in (("content", CONTENT), ("cue", CUE), ("source", SOURCE)):
        quotes[f"{name}_spans"] = [[list(span)] for _ in range(len(quotes))]
    return _with_all_columns(quotes, "quotes")


def _write_tables(run: Run) -> dict[str, pd.DataFrame]:
    """Write the run's tables and return them."""
    articles = _articles()
    quotes = _quotes(articles)
    stories = articles[["article_id"]].assign(story="raids", score=1.0, n_hits=2, first_hit=2)
    made = {"articles": articles, "stories": stories, "copies": tables.empty("copies"), "quotes": quotes,
            "topics": tables.empty("topics"), "topic_shares": tables.empty("topic_shares")}  # fmt: skip
    made["findings"] = find_findings(run_comparisons(*made.values(), stories=run.stories, min_confidence=0.25))
    made["events"] = articles[["article_id"]].assign(
        event_id=articles["article_id"].iloc[0], similarity=0.5, affair_id=articles["article_id"].iloc[0]
    )
    made["rejects"] = pd.DataFrame({"source_path": [HOSTILE], "record": [1], "reason": [HOSTILE], "detail": [HOSTILE]})
    for name, frame in made.items():
        file = f"{name}/part-0000.parquet" if name in ("articles", "stories", "quotes") else f"{name}.parquet"
        tables.write_table(frame, run.processed / file, name)
    tables.write_table(quotes, run.processed / "found_quotes/part-0000.parquet", "quotes")
    tables.write_table(articles[["article_id", "text"]], run.processed / "in_stories/part-0000.parquet", "")
    return made


def _draw_charts(made: dict[str, pd.DataFrame]) -> None:
    articles, quotes = (
        made["articles"],
        made["quotes"].merge(made["articles"][["article_id", "outlet"]], on="article_id"),
    )
    words = find_terms(articles[["article_id", "outlet", "text"]], ["raid", "dawn"])
    term = words.groupby(["outlet", "term"]).size().rename("n").reset_index().assign(z=1.0)
    kinds, speakers = sourcing(quotes, articles), count_speakers(quotes)
    term = term.assign(q_value=0.01)
    for name, ax, data, passages, by in (
        ("02-3-words", plot_group_terms(term, by="outlet", colors={}), term, {"n": words}, ["outlet", "term"]),
        ("04-1-sourcing-by-outlet", plot_sourcing(kinds), kinds, {"n": quotes}, ["outlet", "speaker_kind"]),
        (
            "04-4-speakers", plot_speakers(speakers, colors={}), speakers, {"n": name_speakers(quotes)},
            ["outlet", "speaker"],
        ),
    ):  # fmt: skip
        export.save_chart(ax, name, alt=HOSTILE, caption=HOSTILE, data=data, passages=passages, by=by)


def _write_notebooks(folder: Path) -> None:
    folder.mkdir(parents=True)
    for name in ("02-words", "04-who"):
        cells = [nbformat.v4.new_markdown_cell("# Why?"), nbformat.v4.new_code_cell("1")]
        nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / f"{name}.ipynb")


@pytest.fixture(scope="session")
def hostile_run(tmp_path_factory) -> Run:
    """Return a run whose tables, charts and notebooks are made, and whose every text is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    story = {"name": "raids", "label": f"Raids {HOSTILE}", "find": ["raid*"]}
    run = Run(name="hostile", title=f"Title {HOSTILE}", file=folder / "x.yaml", raw=folder, processed=folder / "processed",
              report=folder / "report", stories=validate_stories([story]), groups={}, parameters={}, corpus_note=HOSTILE)  # fmt: skip
    made = _write_tables(run)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(paths.REPORT_VARIABLE, str(run.report))
        _draw_charts(made)
    (run.report / "provenance.json").write_text("{}", encoding="utf-8")
    _write_notebooks(run.report / "notebooks")
    return run


@pytest.fixture(scope="session")
def made_of() -> dict[str, object]:
    return MADE_OF


@pytest.fixture(scope="session")
def hostile_report(hostile_run, made_of) -> Path:
    """Return the folder of the report of the hostile run."""
    return write_page(hostile_run, hostile_run.report, made_of=made_of).parent
