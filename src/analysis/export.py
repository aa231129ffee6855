"""Save a finished chart: show it in the notebook with caption and alt text, and write it with the data behind it."""

import base64
import hashlib
import html
import importlib.metadata
import io
import json
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.backends.backend_svg import FigureCanvasSVG
from PIL import Image

from analysis import paths
from analysis.charts.base import draw_again, make_narrow
from analysis.charts.files import name_layers, wide, without_formulas
from analysis.charts.marks import find_marks, linked, place_marks
from analysis.charts.pdf_fonts import glyphs_alone
from analysis.charts.writing import use_installed_fonts
from analysis.passages import index_passages
from analysis.tables import write_table

_SVG_FONTS = b"'DejaVu Sans', Verdana, sans-serif"  # text stays text, so another machine needs a font like it
_PIXELS_PER_INCH = 200
_VERSIONS_OF = ("broadsheet", "matplotlib", "pandas")


class Chart(NamedTuple):
    """A chart as it was saved; a notebook shows it as a figure with its caption and alt text."""

    name: str
    alt: str
    caption: str
    png: bytes

    def __repr__(self) -> str:
        """Return the chart in words; the bytes of the picture would be kept in every notebook a second time."""
        return f"Chart {self.name}: {self.alt}"

    def _repr_html_(self) -> str:
        """Return the figure for the notebook."""
        image = base64.b64encode(self.png).decode()
        return (
            f'<figure style="margin:0"><img style="max-width:100%;width:760px" src="data:image/png;base64,{image}" '
            f'alt="{html.escape(self.alt)}">'
            f'<figcaption style="max-width:760px">{html.escape(self.caption)}</figcaption></figure>'
        )


def figures_folder() -> Path:
    """Return the folder for charts: `figures` of the report that is being made, or of reports/lab."""
    return Path(os.environ.get(paths.REPORT_VARIABLE) or paths.workspace().reports / "lab") / "figures"


def save_chart(
    ax: Axes,
    name: str,
    *,
    alt: str,
    caption: str,
    data: pd.DataFrame,
    passages: Mapping[str, pd.DataFrame] | None = None,
    by: Sequence[str] = (),
    folder: Path | None = None,
) -> Chart:
    """Write a chart and the data behind it to the report's `figures` folder, and return it for the notebook to show.

    Parameters
    ----------
    ax : Axes
        What a `plot_*` function returned. Its figure is closed.
    name : str
        The name of the files, without an ending. The report puts a chart under the notebook whose number its name
        begins with.
    alt : str
        What the chart shows, in a sentence, for readers who do not see it.
    caption : str
        What the chart is made of: source, period, number of articles.
    data : DataFrame
        The frame behind the chart.
    passages : mapping of str to DataFrame, optional
        For columns of `data`: the things that were counted, one row each, as `analysis.passages.index_passages` takes
        them. The report then leads from each number to its passages.
    by : list of str
        The columns that say to which row of `data` a passage belongs.
    folder : Path, optional
        Where to write; by default the folder `figures` of the report that is being made, or of reports/lab.

    Returns
    -------
    Chart
        As the last value of a cell, it is shown as a figure with caption and alt text.

    Raises
    ------
    ValueError
        If the alt text or the caption is empty, the frame has no rows, `name` cannot name a file, or a number of
        `data` is not that of its passages.

    Notes
    -----
    The files are NAME.svg, NAME.png, NAME.pdf, NAME.csv (`data`) and NAME.json: title, caption, alt text, versions of
    the packages, and the SHA-256 of each other file. NAME-column.svg, .png and .pdf
    are the chart for one column, with text of the same size; a chart that was changed after a `plot_*` function drew it
    is only made narrower. The same chart gives the same bytes. With two columns or more in `by`, NAME-wide.csv has a
    column for each value of the last one. The SVG keeps text as text, and its parts have names, which drawing programs
    show on their layers; its marks are links, which the report leads to their passages. With `passages`, there are also
    NAME.passages.parquet, which says where the passages of each row are, and NAME.marks.parquet, which says where in
    both pictures the marks of each row lie.
    """
    _check(name, alt, caption, data)
    index = None if passages is None else index_passages(data, passages, by)
    if finding := ax.get_label():
        caption = f"{finding}. {caption}"
    column = draw_again(ax)  # before the page's names are made fit for its fonts
    numbers = list(passages or ())
    page = _draw(ax, name, find_marks(ax, data, by, numbers))
    title = (ax.get_title(loc="left") or ax.get_title()).replace("\n", " ")
    column = column or make_narrow(ax)
    narrow = _draw(column, f"{name}-column", find_marks(column, data, by, numbers))
    if page.note:
        caption = f"{caption.rstrip(' .')}. {page.note}"
    files = page.files | narrow.files | {f"{name}.csv": _csv(data)}
    if (table := wide(data, by)) is not None:
        files[f"{name}-wide.csv"] = _csv(table)
    provenance = {
        "name": name,
        "title": title,
        "caption": caption,
        "alt": alt,
        "rows": len(data),
        "by": list(by),
        "versions": {package: importlib.metadata.version(package) for package in _VERSIONS_OF},
        "sha256": {file: hashlib.sha256(content).hexdigest() for file, content in files.items()},
    }
    files[f"{name}.json"] = json.dumps(provenance, indent=1, ensure_ascii=False).encode() + b"\n"
    folder = folder or figures_folder()
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        (folder / file).write_bytes(content)
    if index is not None:
        write_table(index, folder / f"{name}.passages.parquet", "")
        marks = pd.concat({"page": page.marks, "column": narrow.marks}, names=["size"]).reset_index("size")
        write_table(marks.reset_index(drop=True), folder / f"{name}.marks.parquet", "")
    plt.close(ax.get_figure(root=True))
    plt.close(column.get_figure(root=True))
    return Chart(name, alt, caption, files[f"{name}.png"])


def _check(name: str, alt: str, caption: str, data: pd.DataFrame) -> None:
    """Raise ValueError for what `save_chart` cannot save."""
    if not name or Path(name).name != name:
        raise ValueError(f"{name!r} cannot name a chart's files; use letters, digits and hyphens")
    if not alt.strip():
        raise ValueError(f"the chart {name} has no alt text; say in a sentence what it shows")
    if not caption.strip():
        raise ValueError(f"the chart {name} has no caption; say in a sentence what it is made of")
    if data.empty:
        raise ValueError(f"the frame behind the chart {name} is empty; there is nothing to show")


def _csv(table: pd.DataFrame) -> bytes:
    text: str = without_formulas(table).to_csv(index=False, lineterminator="\n")
    return text.encode()


class _Drawn(NamedTuple):
    """The files of a chart at one size, where its marks lie, and a note on signs that no font has."""

    files: dict[str, bytes]
    marks: pd.DataFrame
    note: str


def _draw(ax: Axes, name: str, marks: Mapping[tuple[int, str], list[Artist]]) -> _Drawn:
    """Return the SVG, PNG and PDF file of a chart, laid out once; in the SVG, marks are links.

    Same input, same bytes: no date in a file, and SVG ids that do not change from run to run.
    """
    figure = ax.get_figure(root=True)
    if figure is None:
        raise ValueError(f"the chart {name} has no figure; draw it again before you save it")
    note = use_installed_fonts(figure)
    name_layers(ax)
    figure.set_dpi(_PIXELS_PER_INCH)
    figure.draw_without_rendering()
    figure.set_layout_engine("none")
    placed = place_marks(figure, marks)
    files = {}
    with mpl.rc_context({"svg.hashsalt": name, "svg.fonttype": "none", "pdf.fonttype": 42}):
        # The canvases are asked themselves, since `savefig` would lay out the figure once more for each file. Those of
        # SVG and PDF change the resolution.
        files[f"{name}.png"] = _png(FigureCanvasAgg(figure))
        with linked(marks):
            svg = _printed(FigureCanvasSVG(figure).print_svg, metadata={"Date": None})
        files[f"{name}.svg"] = svg.replace(b"'DejaVu Sans'", _SVG_FONTS)
        metadata = {"CreationDate": None, "ModDate": None}
        with glyphs_alone():
            files[f"{name}.pdf"] = _printed(FigureCanvasPdf(figure).print_pdf, metadata=metadata)
    return _Drawn(files, placed, note)


def _printed(draw: Callable[..., Any], **options: Any) -> bytes:
    """Return what a canvas draws."""
    stream = io.BytesIO()
    draw(stream, **options)
    return stream.getvalue()


def _png(canvas: FigureCanvasAgg) -> bytes:
    """Return the picture on a canvas with at most 256 colors, which is a third of the size; charts have few."""
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib annotates neither this nor the next
    pixels = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    picture = Image.fromarray(pixels).convert("RGB").quantize(256, dither=Image.Dither.NONE)
    stream = io.BytesIO()
    picture.save(stream, "png", dpi=(_PIXELS_PER_INCH, _PIXELS_PER_INCH), optimize=False)
    return stream.getvalue()
