"""Put all charts of a report on one picture, each for a page and for a column: its folder, then the file to write.

Example: python benchmarks/contact_sheet.py reports/NAME docs/charts.png
"""

import sys
from pathlib import Path

from PIL import Image

COLUMNS, GAP = 3, 24  # pixels
SCALE = 0.36  # of the pictures, which have 200 pixels an inch


def pair(page: Path) -> Image.Image:
    """Return a chart for a page with the same for a column at its right."""
    charts = [Image.open(page).convert("RGB"), Image.open(page.with_stem(f"{page.stem}-column")).convert("RGB")]
    charts = [chart.resize([round(SCALE * side) for side in chart.size], Image.Resampling.LANCZOS) for chart in charts]
    both = Image.new("RGB", (sum(chart.width for chart in charts) + GAP // 2, max(chart.height for chart in charts)))
    both.paste("#e8e8e8", (0, 0, *both.size))
    both.paste(charts[0], (0, 0))
    both.paste(charts[1], (charts[0].width + GAP // 2, 0))
    return both


def contact_sheet(figures: Path) -> Image.Image:
    """Return the charts of a folder in columns, each chart under the shortest column so far."""
    pairs = [pair(path) for path in sorted(figures.glob("*.png")) if not path.stem.endswith("-column")]
    heights, placed = [GAP] * COLUMNS, []
    width = max(both.width for both in pairs)
    for both in pairs:
        column = heights.index(min(heights))
        placed.append((both, (GAP + column * (width + GAP), heights[column])))
        heights[column] += both.height + GAP
    sheet = Image.new("RGB", (GAP + COLUMNS * (width + GAP), max(heights)), "#e8e8e8")
    for both, place in placed:
        sheet.paste(both, place)
    return sheet


if __name__ == "__main__":
    report, target = map(Path, sys.argv[1:])
    contact_sheet(report / "figures").quantize(128).save(target, optimize=True)
