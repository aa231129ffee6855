"""A saved chart: every file beside it, the same bytes each time, and what the notebook shows."""

import csv
import hashlib
import io
import json
import re
import zlib
from xml.etree import ElementTree

import matplotlib.pyplot as plt
import openpyxl
import pandas as pd
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from analysis import export, paths
from analysis.charts import plot_speakers
from analysis.charts.files import as_written, without_formulas
from analysis.charts.workbook import write_workbook

DATA = pd.DataFrame({"outlet": ["Ledger", "Post"], "n": [3, 1]})


@pytest.fixture(autouse=True)
def report(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.REPORT_VARIABLE, str(tmp_path))
    return tmp_path / "figures"


def draw():
    ax = plt.figure().subplots()
    ax.barh(DATA["outlet"], DATA["n"])
    ax.set_title("Ledger leads", loc="left")
    return ax


def save(**changed):
    words = {"alt": "Two bars.", "caption": "Source: sample, n = 4.", "data": DATA} | changed
    return export.save_chart(draw(), words.pop("name", "00-bars"), **words)


def test_all_files_lie_beside_each_other_and_the_csv_is_the_frame(report):
    save()
    pictures = [f"00-bars{size}.{kind}" for size in ("", "-column") for kind in ("pdf", "png", "svg")]
    assert {path.name for path in report.iterdir()} == {*pictures, "00-bars.csv", "00-bars.json"}
    pd.testing.assert_frame_equal(pd.read_csv(report / "00-bars.csv"), DATA)
    written = json.loads((report / "00-bars.json").read_text())
    assert written["title"] == "Ledger leads" and written["caption"] == "Source: sample, n = 4."
    assert written["rows"] == 2
    assert written["sha256"]["00-bars.csv"] == hashlib.sha256((report / "00-bars.csv").read_bytes()).hexdigest()


def test_the_same_chart_gives_the_same_bytes(report):
    save()
    first = {path.name: path.read_bytes() for path in report.iterdir()}
    save()
    assert {path.name: path.read_bytes() for path in report.iterdir()} == first


def test_the_fonts_of_a_pdf_hold_the_glyphs_of_its_texts_and_no_rules_of_setting_text(report):
    save()
    pdf = (report / "00-bars.pdf").read_bytes()
    assert b"/CIDFontType2" in pdf and b"/ToUnicode" in pdf  # text stays text
    streams = (zlib.decompress(found) for found in re.findall(rb"stream\n(.*?)\nendstream", pdf, re.DOTALL))
    fonts = [TTFont(io.BytesIO(data)) for data in streams if data.startswith(b"\0\1\0\0")]
    assert fonts and not any(table in font for font in fonts for table in ("GPOS", "GSUB"))
    assert set("Ledger leads Post") <= {chr(code) for font in fonts for code in font.getBestCmap()}


def test_the_notebook_shows_a_figure_with_caption_and_escaped_alt_text():
    shown = save(alt='A "quoted" <bar>.')._repr_html_()
    assert shown.startswith("<figure") and 'alt="A &quot;quoted&quot; &lt;bar&gt;."' in shown
    assert "<figcaption" in shown and "Source: sample, n = 4." in shown


def test_the_figure_is_closed_so_that_a_notebook_does_not_show_it_twice():
    plt.close("all")
    save()
    assert plt.get_fignums() == []


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"alt": " "}, "has no alt text; say in a sentence what it shows"),
        ({"caption": ""}, "has no caption; say in a sentence what it is made of"),
        ({"data": DATA.head(0)}, "is empty; there is nothing to show"),
        ({"name": "../bars"}, "cannot name a chart's files"),
    ],
)
def test_a_chart_without_its_texts_is_refused_and_nothing_is_written(changed, message, report):
    with pytest.raises(ValueError, match=message):
        save(**changed)
    assert not report.exists()


def test_passages_are_written_beside_the_chart(report):
    things = pd.DataFrame({"article_id": list("abcd"), "outlet": ["Ledger", "Post", "Ledger", "Ledger"]})
    save(passages={"n": things}, by=["outlet"])
    index = pd.read_parquet(report / "00-bars.passages.parquet")
    assert index[["row", "number", "article_id"]].values.tolist() == [
        [0, "n", "a"], [0, "n", "c"], [0, "n", "d"], [1, "n", "b"],
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["=1+1", "+SUM(A1)", "-2+3", "@x", "\t=1", " =1", "＝1", "-"])
def test_text_that_a_spreadsheet_would_run_is_written_behind_an_apostrophe(cell, report):
    save(data=pd.DataFrame({"headline": [cell], cell: [1]}))
    with (report / "00-bars.csv").open(newline="", encoding="utf-8") as file:
        assert list(csv.reader(file)) == [["headline", f"'{cell}"], [f"'{cell}", "1"]]


@given(st.text(alphabet="'=+-@ 1.%a\t").filter(bool))
def test_what_was_written_behind_an_apostrophe_can_be_read_again(cell):
    defused = without_formulas(pd.DataFrame({"cell": [cell]}, dtype="object"))["cell"].iloc[0]
    assert as_written(defused) == cell


def test_the_words_for_a_chart_in_a_notebook_do_not_hold_its_picture():
    assert repr(save()) == "Chart 00-bars: Two bars."


def test_a_return_begins_no_row(report):
    save(data=pd.DataFrame({"headline": ["Taxes\r=1+1\r\nFees"]}))
    assert (report / "00-bars.csv").read_bytes() == b'headline\n"Taxes\n=1+1\nFees"\n'


def test_numbers_stay_numbers_in_the_csv(report):
    frame = pd.DataFrame({"n": pd.array([-3, None], dtype="Int64"), "share": [-0.5, 1e-20], "text": ["-5", "-1.5%"]})
    save(data=frame)
    lines = (report / "00-bars.csv").read_text().splitlines()
    assert lines == ["n,share,text", "-3,-0.5,-5", ",1e-20,-1.5%"]


def test_signs_that_no_font_has_are_numbered_and_told_in_the_caption(report):
    ax = draw()
    ax.set_title("\U00012000\U00012001 and Ledger", loc="left")  # cuneiform
    chart = export.save_chart(ax, "00-bars", alt="Bars.", caption="All articles.", data=DATA)
    title = json.loads((report / "00-bars.json").read_text())["title"]
    if title.startswith("["):
        assert title == "[CUNEIFORM 1] and Ledger"
        assert "[CUNEIFORM 1] is \U00012000\U00012001" in chart.caption and chart.caption.startswith("All articles. No")
    else:
        assert chart.caption == "All articles."


def test_a_wide_csv_has_a_column_for_each_value_of_the_last_key(report):
    keys = {"outlet": ["Post", "Post", "Sun"], "story": ["Tax", "=Raids", "Tax"]}
    save(data=pd.DataFrame(keys | {"n": [3, 1, 2], "share": [0.75, 0.25, 1.0]}), by=["outlet", "story"])
    assert (report / "00-bars-wide.csv").read_text() == "outlet,'=Raids,Tax\nPost,0.25,0.75\nSun,,1.0\n"


def test_a_wide_csv_tells_a_value_from_the_key_of_that_name(report):
    keys = {"outlet": ["Post", "Post", "Sun"], "term": ["outlet", "pier", "outlet"]}
    save(data=pd.DataFrame(keys | {"n": [3, 1, 2]}), by=["outlet", "term"])
    assert (report / "00-bars-wide.csv").read_text() == "outlet,term outlet,pier\nPost,3.0,1.0\nSun,2.0,\n"


SPEAKERS = pd.DataFrame(
    {"speaker": ["Ann Lee", "Ann Lee", "Bo Roe"], "outlet": ["Post", "Star", "Post"], "n": [2, 1, 1]}
)


def save_speakers():
    quotes = SPEAKERS.loc[SPEAKERS.index.repeat(SPEAKERS["n"])].assign(article_id="a", quote_id=list("wxyz"))
    words = {
        "alt": "Bars.",
        "caption": "All.",
        "data": SPEAKERS,
        "passages": {"n": quotes},
        "by": ["outlet", "speaker"],
    }
    return export.save_chart(plot_speakers(SPEAKERS, colors={}), "04-people", **words)


@pytest.mark.parametrize(("size", "inches"), [("", 7.0), ("-column", 3.6)])
def test_a_chart_is_saved_for_a_page_and_for_a_column_with_text_of_the_same_size(report, size, inches):
    save_speakers()
    svg = ElementTree.parse(report / f"04-people{size}.svg").getroot()
    assert float(svg.get("width").removesuffix("pt")) == pytest.approx(72 * inches)
    assert Image.open(report / f"04-people{size}.png").width == round(200 * inches)
    styles = " ".join(text.get("style", "") for text in svg.iter("{http://www.w3.org/2000/svg}text"))
    assert set(re.findall(r"([\d.]+)px", styles)) == {"9", "10.8"}


@pytest.mark.parametrize("size", ["", "-column"])
def test_each_mark_of_the_svg_is_a_link_to_the_row_that_it_stands_for(report, size):
    save_speakers()
    svg = ElementTree.parse(report / f"04-people{size}.svg").getroot()
    links = [each.get("{http://www.w3.org/1999/xlink}href") for each in svg.iter("{http://www.w3.org/2000/svg}a")]
    assert set(links) == {"#r0-n", "#r1-n", "#r2-n"}  # Bo Roe has no row for Star


def test_marks_lie_inside_both_pictures_and_beside_each_other(report):
    save_speakers()
    marks = pd.read_parquet(report / "04-people.marks.parquet")
    assert marks.groupby("size")["row"].apply(list).to_dict() == {"page": [0, 1, 2], "column": [0, 1, 2]}
    assert marks["number"].eq("n").all()
    assert (marks[["x", "y"]] >= 0).all(axis=None)
    assert (marks["x"] + marks["width"] <= 1).all() and (marks["y"] + marks["height"] <= 1).all()
    for _, own in marks.groupby("size"):
        ann_post, ann_star, bo_post = own.itertuples()
        assert ann_post.x + ann_post.width <= ann_star.x and ann_post.y + ann_post.height <= bo_post.y
        assert ann_post.x == bo_post.x


def test_a_chart_that_was_changed_after_it_was_drawn_keeps_the_change_in_a_column(report):
    ax = plot_speakers(SPEAKERS, colors={})
    ax.set_title("My own words, and many of them, so that they need two lines there", loc="left")
    export.save_chart(ax, "04-people", alt="Bars.", caption="All.", data=SPEAKERS)
    svg = ElementTree.parse(report / "04-people-column.svg").getroot()
    assert svg.get("width") == "259.2pt" and "My own words, and many of them," in "".join(svg.itertext())


def test_the_svg_has_text_as_text_and_names_its_parts(report):
    save()
    root = ElementTree.parse(report / "00-bars.svg").getroot()
    texts = {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Ledger leads", "Ledger", "Post"} <= texts
    assert {"chart", "x-axis", "y-axis", "bar-1", "bar-2"} <= {part.get("id") for part in root.iter()}


def test_the_workbook_has_a_sheet_for_each_chart_no_formula_and_the_same_bytes_each_time(report, tmp_path):
    save(data=pd.DataFrame({"headline": ["=1+1", "A\x07b"], "n": [-3, 2.5]}), name="00-first")
    save(name="00-second", caption="@all of it")
    write_workbook(report, tmp_path / "a.xlsx")
    write_workbook(report, tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["notes", "00-first", "00-second"]
    assert list(book["00-first"].values) == [("headline", "n"), ("'=1+1", -3), ("A b", 2.5)]
    assert list(book["00-second"].values) == [("outlet", "n"), ("Ledger", 3), ("Post", 1)]
    assert [row[2] for row in book["notes"].values] == ["caption", "Source: sample, n = 4.", "'@all of it"]
    assert {cell.data_type for sheet in book for row in sheet for cell in row} == {"s", "n"}
