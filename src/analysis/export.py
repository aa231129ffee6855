"""A finished chart: shown in the notebook with caption and alt text, and written with the data behind it."""

import base64
import hashlib
import html
import importlib.metadata
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from analysis import paths

# Set by the runner for the notebooks that it executes; by hand, in JupyterLab, charts go to reports/lab.
REPORT_VARIABLE = "BROADSHEET_REPORT"
# Same input, same bytes: no date in a file, and SVG ids that do not change from run to run.
_METADATA = {"svg": {"Date": None}, "png": {}, "pdf": {"CreationDate": None, "ModDate": None}}
_PIXELS_PER_INCH = 200


class Chart(NamedTuple):
    """A chart as it was saved; a notebook shows it as a figure with its caption and alt text."""

    name: str
    alt: str
    caption: str
    png: bytes

    def _repr_html_(self) -> str:
        image = base64.b64encode(self.png).decode()
        return (
            f'<figure style="margin:0"><img style="max-width:100%;width:760px" src="data:image/png;base64,{image}" '
            f'alt="{html.escape(self.alt)}"><figcaption style="max-width:760px">{html.escape(self.caption)}</figcaption></figure>'
        )


def figures_folder() -> Path:
    """The folder that charts are written to: `figures` of the report being made, or of reports/lab."""
    return Path(os.environ.get(REPORT_VARIABLE) or paths.workspace().reports / "lab") / "figures"


def save_chart(ax: Axes, name: str, *, alt: str, caption: str, data: pd.DataFrame) -> Chart:
    """The chart in `ax` with its caption and alt text, ready to be shown, after writing it to the report's `figures` folder.

    Written are `name`.svg, .png and .pdf, `data` (the frame behind the chart, one row per mark) as `name`.csv, and `name`.json:
    title, caption, alt text, versions and the SHA-256 of each file. The same chart gives the same bytes.
    Raises ValueError for an empty alt text or caption, for an empty frame, and for a name that is no file name.
    """
    _check(name, alt, caption, data)
    folder = figures_folder()
    folder.mkdir(parents=True, exist_ok=True)
    files = dict(_drawings(ax, name)) | {f"{name}.csv": data.to_csv(index=False, lineterminator="\n").encode()}
    title = ax.get_title(loc="left") or ax.get_title()
    provenance = {
        "name": name,
        "title": title.replace("\n", " "),
        "caption": caption,
        "alt": alt,
        "rows": len(data),
        "versions": {
            package: importlib.metadata.version(package) for package in ("broadsheet", "matplotlib", "pandas")
        },
        "sha256": {file: hashlib.sha256(content).hexdigest() for file, content in files.items()},
    }
    files[f"{name}.json"] = json.dumps(provenance, indent=1, ensure_ascii=False).encode() + b"\n"
    for file, content in files.items():
        (folder / file).write_bytes(content)
    plt.close(ax.figure)
    return Chart(name, alt, caption, files[f"{name}.png"])


def _check(name: str, alt: str, caption: str, data: pd.DataFrame) -> None:
    if not name or Path(name).name != name:
        raise ValueError(f"{name!r} cannot name a chart's files; use letters, digits and hyphens")
    for what, words in {"alt text": alt, "caption": caption}.items():
        if not words.strip():
            raise ValueError(
                f"the chart {name} has no {what}; say in a sentence what {'it shows' if what == 'alt text' else 'it is made of'}"
            )
    if data.empty:
        raise ValueError(f"the frame behind the chart {name} is empty; there is nothing to show")


def _drawings(ax: Axes, name: str) -> Iterator[tuple[str, bytes]]:
    with mpl.rc_context({"svg.hashsalt": name, "svg.fonttype": "path", "pdf.fonttype": 42}):
        for kind, metadata in _METADATA.items():
            stream = io.BytesIO()
            ax.figure.savefig(stream, format=kind, metadata=metadata, dpi=_PIXELS_PER_INCH, bbox_inches="tight")
            yield f"{name}.{kind}", stream.getvalue()
