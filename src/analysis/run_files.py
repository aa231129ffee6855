"""Run files: what one may hold, and the check that turns it into a `Run`.

One run file is one report: which articles, which stories, and values for the notebooks' parameters.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from analysis import paths
from analysis.corpus.outlet_groups import ungroup
from analysis.corpus.outlet_names import outlet_hint
from analysis.corpus.selection import parse_day
from analysis.readers.limits import DEFAULT, Limits, make_limits
from analysis.stories import Story, validate_stories
from analysis.wording import did_you_mean, listed, no_such

KEYS = {
    "title": "the report's title",
    "raw": "the folder of articles, or its address",
    "processed": "the folder for its tables, or an address such as s3://bucket/folder",
    "stories": "the stories to compare",
    "groups": "lists of outlets that count as one, each under its name",
    "limits": "how much one file of articles may take",
    "parameters": "values for the notebooks' parameters",
    "passage_context": "how many sentences the report shows before and after a passage, or `article` for all",
    "style": "the style of the charts: a name that matplotlib knows or an .mplstyle file; a second is for one column",
    "scheduler": "the address of a Dask scheduler whose workers compute the tables",
    "corpus_note": "a sentence about the articles for the report's foot",
}
REQUIRED = ("title", "stories")
_SELECTION = ("outlets", "since", "until")


_TEXTS = ("title", "raw", "processed", "scheduler", "corpus_note")


class _DaysAsText(yaml.SafeLoader):
    """YAML's safe loader, but a day stays the text that it is, quoted or not, and no key stands twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return the mapping of a node; YAML would take the last of two equal keys without a word."""
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode) and key.value != "<<"]
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice is not None:
            raise yaml.constructor.ConstructorError(None, None, f"the key {twice!r} stands twice", node.start_mark)
        return super().construct_mapping(node, deep=deep)


_DaysAsText.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class Run(NamedTuple):
    """What a run file says, checked, with absolute paths."""

    name: str
    title: str
    file: Path
    raw: Path
    processed: Path
    report: Path
    stories: list[Story]
    groups: dict[str, list[str]]
    parameters: dict[str, Any]
    corpus_note: str
    limits: Limits = DEFAULT
    scheduler: str = ""
    passage_context: int = 1
    style: tuple[str, ...] = ()

    @property
    def selection(self) -> dict[str, Any]:
        """The parameters that say which articles count, as `load_articles` takes them."""
        chosen = {name: self.parameters[name] for name in _SELECTION if name in self.parameters}
        return chosen | ({"outlets": ungroup(chosen["outlets"], self.groups)} if "outlets" in chosen else {})


def load_run(file: str | Path, *, raw: str | Path = "") -> Run:
    """Return the run that a YAML file describes.

    Tables go to `data/processed/<run>` unless the file names another folder, the report to `reports/<run>`. When `raw`
    is given, the name of its folder is added to both, so that the tables and the report of the run's own articles
    stay.

    Parameters
    ----------
    file : str or Path
        The run file; a relative path counts from the workspace.
    raw : str or Path
        A folder of articles that replaces the run file's own.

    Returns
    -------
    Run

    Raises
    ------
    FileNotFoundError
        If there is no such file, with the run files that there are.
    ValueError
        If the text is not YAML, a key is unknown (with the nearest known one) or missing, a story is broken, or an
        outlet is in two groups.
    """
    path = paths.resolve(file)
    if not path.is_file():
        found = ", ".join(sorted(paths.shown(p) for p in paths.workspace().runs.glob("*.yaml"))) or "none yet"
        raise FileNotFoundError(f"there is no run file {paths.shown(path)}; the run files are: {found}")
    content = _read(path)
    parameters = content.get("parameters") or {}
    if not isinstance(parameters, dict):
        raise ValueError(f"parameters in {paths.shown(path)} must be `name: value` lines")
    for name in ("since", "until"):
        if parameters.get(name):
            parse_day(parameters[name], f"parameters in {paths.shown(path)}: {name}")
    workspace = paths.workspace()
    folder = paths.resolve(raw or content.get("raw") or workspace.raw)
    name = f"{path.stem}-{folder.name}" if raw else path.stem
    own_tables = workspace.processed / name
    return Run(
        name=name,
        title=content["title"],
        file=path,
        raw=folder,
        processed=own_tables if raw else paths.resolve(content.get("processed") or own_tables),
        report=workspace.reports / name,
        stories=validate_stories(content["stories"]),
        groups=_check_groups(content.get("groups") or {}, where=f"groups in {paths.shown(path)}"),
        parameters=parameters,
        limits=make_limits(content.get("limits") or {}, where=f"limits in {paths.shown(path)}"),
        scheduler=str(content.get("scheduler") or ""),
        corpus_note="" if raw else content.get("corpus_note", ""),
        passage_context=_check_context(content.get("passage_context", 1), where=paths.shown(path)),
        style=_check_style(content.get("style"), path.parent, where=f"style in {paths.shown(path)}"),
    )


def _read(path: Path) -> dict[str, Any]:
    """Return the keys and values of a run file, all keys known and the required ones there."""
    shown = paths.shown(path)
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), _DaysAsText)
    except RecursionError:
        raise ValueError(f"{shown} is nested too deep to be read; write it as runs/immigration-tax.yaml is") from None
    except (yaml.YAMLError, ValueError) as error:  # ValueError: bytes that are no UTF-8, a number that is none
        raise ValueError(f"{shown} is not YAML: {' '.join(str(error).split())}") from None
    if not isinstance(content, dict):
        raise ValueError(f"{shown} must hold `key: value` lines; the keys are: {', '.join(KEYS)}")
    check_names(content, KEYS, where=shown)
    missing = [f"{key} ({KEYS[key]})" for key in REQUIRED if not content.get(key)]
    if missing:
        raise ValueError(f"{shown} lacks {', '.join(missing)}; add it")
    for key in _TEXTS:
        value = content.get(key) or ""
        is_path = key in ("raw", "processed")
        if not isinstance(value, str) or (is_path and not value.isprintable()):
            raise ValueError(f"{key} in {shown} is {str(value)[:100]!r}; write it as text, in quotation marks")
    return content


def _check_context(context: object, *, where: str) -> int:
    """Return how many sentences surround a passage; -1 stands for the whole article."""
    if context == "article":
        return -1
    if not isinstance(context, int) or isinstance(context, bool) or context < 0:
        raise ValueError(
            f"passage_context in {where} is {context!r}; give a number of sentences, such as 1, or article"
        )
    return context


def _check_style(style: object, folder: Path, *, where: str) -> tuple[str, ...]:
    """Return the styles of the charts, of which a second one is for one column."""
    named = [style] if isinstance(style, str) else style or []
    if not isinstance(named, list) or len(named) > 2 or not all(isinstance(name, str) for name in named):
        raise ValueError(
            f"{where} is {style!r}; give one style, such as house.mplstyle, or a list of two: "
            "the second changes charts of one column only"
        )
    if not named:
        return ()
    from analysis.charts.style import find_styles  # matplotlib takes long to load, and few run files need it

    return find_styles(named, folder, where=where)


def _check_groups(groups: object, *, where: str) -> dict[str, list[str]]:
    """Return the groups as a run file gives them, each outlet in one group only."""
    if not isinstance(groups, dict) or not all(
        isinstance(name, str) and isinstance(outlets, list) and outlets and all(isinstance(o, str) for o in outlets)
        for name, outlets in groups.items()
    ):
        raise ValueError(f"{where} must be lines such as `national: [Post, Star]`: a name and a list of outlets")
    seen: dict[str, str] = {}
    for name, outlets in groups.items():
        for outlet in outlets:
            if outlet in seen:
                raise ValueError(
                    f"{where}: {outlet!r} stands in {seen[outlet]!r} and in {name!r}; leave it in one of them"
                )
            seen[outlet] = name
    return groups


def check_members(run: Run, outlets: Iterable[str]) -> None:
    """Raise ValueError if a group names an outlet that has no articles, or has the name of an outlet outside it."""
    known, where = sorted(outlets), f"groups in {paths.shown(run.file)}"
    check_names((name for members in run.groups.values() for name in members), known, where=where, hint=outlet_hint)
    for name, members in run.groups.items():
        if name in known and name not in members:
            raise ValueError(
                f"{where}: {name!r} is also an outlet; give the group another name, or put the outlet in it"
            )


def check_names(
    names: Iterable[str], known: Iterable[str], *, where: str, hint: Callable[[str, list[str]], str] = did_you_mean
) -> None:
    """Raise ValueError for those of `names` that are not `known`, each with a `hint`, and with the known names."""
    known = list(known)
    unknown = [str(name) for name in names if name not in known]
    if unknown:
        said = no_such(unknown, lambda name: hint(name, known))
        raise ValueError(f"{where}: {said}; allowed are: {listed(unknown, known)}")
