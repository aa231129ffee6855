"""The command line: `broadsheet report runs/NAME.yaml` and other commands; also as `python -m analysis`.

The exit status is 0 only if all went well, 2 for wrong arguments or input that cannot be used, with one sentence on
standard error, and 1 if a notebook failed.
"""

import argparse
import errno
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import paths, stores
from analysis.wording import counted, visible

if TYPE_CHECKING:
    import pandas as pd

    from analysis.run_files import Run

_IN_WORKSPACE = "the workspace (default: the nearest folder, from the current one upward, with notebooks/ and runs/)"


def init(arguments: argparse.Namespace) -> None:
    """Lay out a new workspace."""
    from analysis.new_workspace import init_workspace

    folder = init_workspace(Path(arguments.folder).expanduser(), sample=arguments.sample)
    run_file = next(iter(sorted((folder / "runs").glob("*.yaml"))), None)
    print(f"made the workspace {folder}")
    print(f"next: {'' if arguments.sample else 'put articles into data/raw, one folder an outlet, then '}", end="")
    print(f"cd {folder} && broadsheet report runs/{run_file.name if run_file else 'NAME.yaml'}")


def ingest(arguments: argparse.Namespace) -> None:
    """Read a folder of articles into tables."""
    from analysis.corpus import balance, ingest
    from analysis.readers.limits import make_limits

    processed = _from_here(arguments.processed) or paths.workspace().processed
    values = dict(_limit(words) for words in arguments.limit)
    limits = make_limits(values, where="--limit")
    counts = ingest(_from_here(arguments.raw), processed, limits=limits, scheduler=arguments.scheduler)
    print(visible(counts.to_string(index=False)))
    print(visible(balance(counts)))


def _limit(words: str) -> tuple[str, float]:
    """Return the name and the value of a limit, from words such as "seconds=120"."""
    name, _, value = words.partition("=")
    try:
        return name, float(value)
    except ValueError:
        raise ValueError(f"--limit {words}: write a name and a number, such as seconds=120") from None


def report(arguments: argparse.Namespace) -> None:
    """Make the reports of run files; one that fails leaves the others."""
    from analysis.report import make_report

    raw = _from_here(arguments.raw)
    failed: list[str] = []
    for name in arguments.run:
        try:
            print(paths.shown(make_report(_given(name), raw=raw, scheduler=arguments.scheduler)))
        except (RuntimeError, ValueError) as error:
            if len(arguments.run) == 1:
                raise
            failed.append(f"{name}: {error}")
    if failed:
        raise RuntimeError("\n".join(failed))


def _from_here(folder: str) -> str | Path:
    """Return a folder that a person named, from the current folder on; an address and "" stay as they are."""
    return Path.cwd() / folder if folder and not stores.is_address(folder) else folder


def _given(name: str) -> str | Path:
    """Return the run file that a person means: in the current folder, or else in the workspace."""
    here = Path.cwd() / name
    return here if here.is_file() else name


def compare(arguments: argparse.Namespace) -> None:
    """Say what moved between two reports, and why."""
    from analysis.report import compare_reports, moves_in_words

    folders = Path.cwd() / arguments.before, Path.cwd() / arguments.after
    moved, reasons = compare_reports(*folders)
    print("Why:")
    print(
        "\n".join(f"- {reason}" for reason in reasons or ["nothing: articles, choices, code and packages are the same"])
    )
    what = f"numbers of {counted(moved['chart'].nunique(), 'chart')}" if len(moved) else "nothing"
    print(f"What moved: {what}")
    print(visible("\n".join(f"- {words}" for words in moves_in_words(moved, *folders))))
    if arguments.csv:
        moved.to_csv(arguments.csv, index=False)
    elif len(moved):
        print("With --csv FILE, all of these numbers are written to a file.")


def seal(arguments: argparse.Namespace) -> None:
    """Seal a run file before its articles are read."""
    from analysis import seals
    from analysis.run_files import load_run

    file = load_run(_given(arguments.run)).file
    print(paths.shown(seals.seal(file)))


def schema(_: argparse.Namespace) -> None:
    """Print the JSON schema of run files."""
    from analysis.run import notebook_parameters
    from analysis.run_schema import run_schema

    print(json.dumps(run_schema(notebook_parameters()), indent=1))


def quotes(arguments: argparse.Namespace) -> None:
    """Print the quotes in files."""
    from analysis.corpus import read_articles
    from analysis.quotes import find_quotes

    articles, rejects = read_articles([Path.cwd() / file for file in arguments.files])
    found = find_quotes(articles)
    found.to_json(sys.stdout, orient="records", lines=True, force_ascii=False)
    if len(rejects):
        raise ValueError("; ".join(f"{row.source_path}: {row.reason}" for row in rejects.itertuples()))


def review(arguments: argparse.Namespace) -> None:
    """Let a person decide about quotes, speakers, topics or events, one after the other."""
    from analysis.pipeline import load_run_articles
    from analysis.run_files import load_run

    run = load_run(_given(arguments.run), raw=_from_here(arguments.raw))
    if not (run.processed / "findings.parquet").exists():
        raise ValueError(
            f"{paths.shown(run.file)} has no tables in {paths.shown(run.processed)} yet; make its report first, or "
            "name the folder of articles that it was made of: --raw FOLDER"
        )
    articles = load_run_articles(run, **run.selection)
    if arguments.what == "quotes":
        _review_quotes(run, articles, arguments)
    else:
        _review_others(run, articles, arguments)


def _review_quotes(run: "Run", articles: "pd.DataFrame", arguments: argparse.Namespace) -> None:
    from analysis.review import load_reviews, review_queue
    from analysis.review.terminal import review_in_terminal
    from analysis.tables import read_table

    # A random sample and a second coder's queue show what the program found, whatever anybody decided.
    folder = run.processed / ("quotes" if arguments.queue == "unsure" else "found_quotes")
    queue = review_queue(
        read_table(folder), articles, kind=arguments.queue, n=arguments.n, seed=arguments.seed,
        reviews=load_reviews(), coder=arguments.coder,
    )  # fmt: skip
    review_in_terminal(queue, articles, coder=arguments.coder)


def _review_others(run: "Run", articles: "pd.DataFrame", arguments: argparse.Namespace) -> None:
    from analysis.pipeline.reviewing import questions_about
    from analysis.review.questions import ask

    questions, keys = questions_about(arguments.what, run, articles, n=arguments.n, coder=arguments.coder)
    ask(questions, keys)


def _system_error(error: OSError) -> str:
    """Return what the operating system refused, where, and what to do about it."""
    remedies = {
        errno.ENOSPC: "free some space on that disk, or put the folder on another one",
        errno.EDQUOT: "free some space, or put the folder elsewhere",
        errno.EROFS: "it cannot be written to; give a folder elsewhere",
        errno.EACCES: "ask for the permission, or give a folder of your own",
        errno.EPERM: "ask for the permission, or give a folder of your own",
        errno.ENOTDIR: "a part of the path is a file; give another folder",
        errno.EMFILE: "close other programs, or raise the number of open files (ulimit -n)",
    }
    number = error.errno or (errno.EACCES if isinstance(error, PermissionError) else 0)  # stores give none
    remedy = remedies.get(number, "check the disk and the path, then run the same command again")
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}; {remedy}. Former tables and reports are as they were"


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    as_module = Path(sys.argv[0]).name == "__main__.py"
    top = argparse.ArgumentParser(
        prog="python -m analysis" if as_module else "broadsheet", description="Compare how news outlets cover a story."
    )
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, action: Callable[[argparse.Namespace], None], what: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=what)
        one.set_defaults(action=action)
        return one

    one = command("init", init, "lay out a new workspace: notebooks, a run file, folders for articles")
    one.add_argument("folder", metavar="FOLDER", help="the folder of the workspace")
    one.add_argument("--sample", action="store_true", help="copy the sample articles too; they are invented")
    one = command("ingest", ingest, "read a folder of articles into tables")
    one.add_argument("raw", metavar="RAW", help="folder of text copies, saved pages and exports, or its address")
    one.add_argument(
        "--processed",
        default="",
        metavar="FOLDER",
        help="folder for the tables, or an address: s3://bucket/folder (default: data/processed)",
    )
    one.add_argument(
        "--limit", action="append", default=[], metavar="NAME=NUMBER", help="raise a limit for files: seconds=120"
    )
    one.add_argument(
        "--scheduler", default="", metavar="ADDRESS", help="a Dask scheduler whose workers read: tcp://10.0.0.5:8786"
    )
    one = command("report", report, "execute the notebooks and write the report of a run file")
    one.add_argument("run", nargs="+", metavar="RUN", help="a run file, such as runs/immigration-tax.yaml")
    one.add_argument(
        "--raw", default="", metavar="FOLDER", help="a folder of articles that replaces the run file's own"
    )
    one.add_argument(
        "--scheduler", default="", metavar="ADDRESS", help="a Dask scheduler whose workers compute: tcp://10.0.0.5:8786"
    )
    one = command("quotes", quotes, "print who said what in files, one JSON object a quote")
    one.add_argument("files", nargs="+", metavar="FILE", help="a text copy, a saved page or an export")
    one = command("review", review, "decide about quotes, speakers, topics or events, one key a decision")
    one.add_argument("run", metavar="RUN", help="a run file whose report was made")
    one.add_argument(
        "what", nargs="?", choices=["quotes", "speakers", "topics", "events"], default="quotes",
        help="quotes (default), speakers who may be one, names of topics, or articles on the same event",
    )  # fmt: skip
    one.add_argument(
        "--queue",
        choices=["unsure", "random", "second"],
        default="unsure",
        help="random: for estimates; second: what others decided, blind",
    )
    one.add_argument("--raw", default="", metavar="FOLDER", help="the folder of articles, if the report was given one")
    one.add_argument("--n", type=int, default=200, metavar="N", help="how many at most (default: 200)")
    one.add_argument("--seed", type=int, default=0, metavar="N", help="the same seed draws the same quotes")
    one.add_argument("--coder", default="", metavar="NAME", help="who decides (default: the name of your account)")
    one = command("compare", compare, "say what moved between two reports, and why")
    one.add_argument("before", metavar="BEFORE", help="the folder of a report, such as reports/immigration-tax")
    one.add_argument("after", metavar="AFTER", help="the folder of another report")
    one.add_argument("--csv", default="", metavar="FILE", help="write all numbers that moved to this file")
    one = command("seal", seal, "seal a run file before the articles are read")
    one.add_argument("run", metavar="RUN", help="a run file")
    command("schema", schema, "print the JSON schema of run files, by which editors complete keys")
    for name in ("ingest", "report", "review", "seal", "schema"):
        commands.choices[name].add_argument("--workspace", default="", metavar="FOLDER", help=_IN_WORKSPACE)
    return top


def main(words: list[str] | None = None) -> int:
    """Run the command that `words` give (default: those of the command line) and return its exit status."""
    arguments = parser().parse_args(words)
    if getattr(arguments, "workspace", ""):
        # Processes and kernels started from here inherit it.
        os.environ[paths.WORKSPACE_VARIABLE] = str(Path.cwd() / Path(arguments.workspace).expanduser())
    try:
        arguments.action(arguments)
    except (ValueError, FileNotFoundError, TimeoutError) as error:
        print(f"error: {visible(str(error))}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"error: {visible(_system_error(error))}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped; what was computed so far is kept, run the same command again to go on", file=sys.stderr)
        return 130
    except RuntimeError as error:
        print(f"error: {visible(str(error))}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
