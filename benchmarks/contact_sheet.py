"""Put all charts of a report on one picture: its folder, then the file to write.

Example: python benchmarks/contact_sheet.py reports/NAME docs/charts.png
"""

import sys
from pathlib import Path

from PIL import Image

COLUMNS, WIDTH, GAP = 3, 720, 24  # pixels


def contact_sheet(figures: Path) -> Image.Image:
    """Return the charts of a folder in columns, each chart under the shortest column so far."""
    heights, placed = [GAP] * COLUMNS, []
    for path in sorted(figures.glob("*.png")):
        chart = Image.open(path).convert("RGB")
        chart = chart.resize((WIDTH, round(chart.height * WIDTH / chart.width)), Image.Resampling.LANCZOS)
        column = heights.index(min(heights))
        placed.append((chart, (GAP + column * (WIDTH + GAP), heights[column])))
        heights[column] += chart.height + GAP
    sheet = Image.new("RGB", (GAP + COLUMNS * (WIDTH + GAP), max(heights)), "#e8e8e8")
    for chart, place in placed:
        sheet.paste(chart, place)
    return sheet


if __name__ == "__main__":
    report, target = map(Path, sys.argv[1:])
    contact_sheet(report / "figures").quantize(128).save(target, optimize=True)
