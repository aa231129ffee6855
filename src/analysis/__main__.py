"""The command line: `python -m analysis ingest RAW`, `… report runs/NAME.yaml`, `… quotes FILE…`.

Exit status 0 only when all went well; 2 for wrong arguments or input that cannot be used, with one sentence on standard error; 1
when a notebook failed.
"""

import argparse
import sys
from pathlib import Path

from analysis import paths


def ingest(arguments: argparse.Namespace) -> None:
    from analysis.corpus import balance, ingest

    counts = ingest(Path.cwd() / arguments.raw, Path.cwd() / arguments.processed if arguments.processed else "")
    print(counts.to_string(index=False))
    print(balance(counts))


def report(arguments: argparse.Namespace) -> None:
    from analysis.report import make_report

    raw = Path.cwd() / arguments.raw if arguments.raw else ""
    print(paths.shown(make_report(Path.cwd() / arguments.run, raw=raw)))


def quotes(arguments: argparse.Namespace) -> None:
    from analysis.corpus import read_articles
    from analysis.quotes import find_quotes

    articles, rejects = read_articles([Path.cwd() / file for file in arguments.files])
    found = find_quotes(articles)
    found.to_json(sys.stdout, orient="records", lines=True, force_ascii=False)
    if len(rejects):
        raise ValueError("; ".join(f"{row.source_path}: {row.reason}" for row in rejects.itertuples()))


def parser() -> argparse.ArgumentParser:
    """The parser of the command line."""
    top = argparse.ArgumentParser(prog="python -m analysis", description="Compare how news outlets cover a story.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    one = commands.add_parser("ingest", help="read a folder of articles into data/processed")
    one.add_argument("raw", help="folder of text copies, saved pages and exports")
    one.add_argument("--processed", default="", help="folder for the tables (default: data/processed)")
    one.set_defaults(action=ingest)
    one = commands.add_parser("report", help="execute the notebooks and write the report of a run file")
    one.add_argument("run", help="a run file, such as runs/immigration-tax.yaml")
    one.add_argument("--raw", default="", help="a folder of articles in place of the run file's own")
    one.set_defaults(action=report)
    one = commands.add_parser("quotes", help="print who said what in the files, one JSON object a quote")
    one.add_argument("files", nargs="+", metavar="FILE", help="a text copy, a saved page or an export")
    one.set_defaults(action=quotes)
    return top


def main(words: list[str] | None = None) -> int:
    """The exit status of the command that `words` give (default: those of the command line)."""
    arguments = parser().parse_args(words)
    try:
        arguments.action(arguments)
    except (ValueError, FileNotFoundError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except RuntimeError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
