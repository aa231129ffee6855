"""Passages that stand on a chart's pages already, so that the table of all comparisons leads there."""

from collections.abc import Iterable

from analysis.report.evidence import Evidence, Table


def listed_already(table: Table, charts: Iterable[tuple[Table, Evidence]]) -> dict[tuple[int, str], str]:
    """Return the addresses of those numbers of a table of findings that count what a number of their chart counts."""
    listed = {
        (chart.name, frozenset(chart.places[key])): address
        for chart, evidence in charts
        for key, address in evidence.passages.items()
    }
    names = list(table.data["chart"])
    found = {key: listed.get((names[key[0]], frozenset(places)), "") for key, places in table.places.items()}
    return {key: address for key, address in found.items() if address}
