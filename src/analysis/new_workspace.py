"""Lay out a new workspace: notebooks, run files, data folders, and a page that says what is what."""

import re
import shutil
from pathlib import Path

from analysis import aliases
from analysis.paths import Workspace
from analysis.shipped import PACKAGE

# What the run files of the sample say about its articles is not true of other articles.
_NOTE = re.compile(r"^corpus_note:.*\n(?:[ \t].*\n)*", re.M)

_README = """\
# A workspace of Broadsheet

| folder or file | what is in it |
|---|---|
| `data/raw/` | your articles as they arrived, one folder an outlet |
| `data/aliases.csv` | names of outlets and speakers, and the names to use for them |
| `data/reviews/` | what people coded and decided |
| `data/processed/` | the tables; made again at need |
| `runs/` | run files: one describes one report |
| `reports/` | the reports; made again at need |
| `notebooks/` | the analyses; their first code cell names the run file |

1. Put your articles into `data/raw/`.
2. Copy `runs/immigration-tax.yaml` to `runs/NAME.yaml`, and write your title and your stories in it; a story to begin
   with stands at its end. Delete its line `processed`, so that each report has tables of its own.
3. Run `broadsheet report runs/NAME.yaml` and open `reports/NAME/index.html`.

In a notebook of your own, `load_articles(path=open_run("runs/NAME.yaml").processed)` gives the articles of a run.

Git leaves out what can be made again. `data/raw/` is not left out: check first whether you may pass its articles on.
"""
_IGNORED = "/data/processed/\n/reports/\n.ipynb_checkpoints/\n.*.lock\n.*.lock.owner\n"


def init_workspace(folder: Path, *, sample: bool = False) -> Path:
    """Lay out a new workspace and return its folder.

    Parameters
    ----------
    folder : Path
        The folder; it is made if it is not there. It may hold other files, such as your articles in `data/raw`, or a
        README.md and a .gitignore of your own, which stay.
    sample : bool
        Whether to copy the invented sample articles to `data/raw` too, and those of them that were coded to
        `data/reviews`.

    Returns
    -------
    Path

    Raises
    ------
    ValueError
        If a file that would be written is there already; nothing is written then.
    """
    template, new = _template(), Workspace(folder.resolve())
    copies = {new.notebooks / path.name: path for path in sorted(template.notebooks.glob("[0-9][0-9]-*.ipynb"))}
    run_files = [*template.runs.glob("*.yaml"), *template.runs.glob("*.schema.json")]
    copies |= {new.runs / path.name: path for path in sorted(run_files)}
    if sample:
        for source, target in ((template.raw, new.raw), (template.reviews, new.reviews)):
            files = sorted(path for path in source.rglob("*") if path.is_file())
            copies |= {target / path.relative_to(source): path for path in files}
    taken = [folder] if folder.is_file() else [path for path in (*copies, new.aliases) if path.exists()]
    if taken:
        raise ValueError(f"{taken[0]} is there already; give a new folder, so that nothing of yours is overwritten")
    for data in (new.raw, new.processed, new.reviews):
        data.mkdir(parents=True, exist_ok=True)
    for target, source in copies.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    new.aliases.write_text(f"{','.join(aliases.COLUMNS)}\n", encoding="utf-8")
    for name, words in (("README.md", _README), (".gitignore", _IGNORED)):
        if not (new.root / name).exists():
            (new.root / name).write_text(words, encoding="utf-8")
    if not sample:
        for run_file in new.runs.glob("*.yaml"):
            run_file.write_text(_NOTE.sub("", run_file.read_text(encoding="utf-8")), encoding="utf-8")
    return new.root


def _template() -> Workspace:
    """Return the workspace that ships inside an installed package, or the checkout that the package runs from."""
    shipped = PACKAGE / "workspace"
    return Workspace(shipped if shipped.is_dir() else PACKAGE.parents[1])
