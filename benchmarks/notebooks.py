"""Run every notebook in JupyterLab, in a browser, on the sample: seconds, errors, and a picture of each.

Run: python benchmarks/notebooks.py [--pictures FOLDER] [NAME...]; it needs Chromium and playwright.
"""

import argparse
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from analysis.new_workspace import init_workspace
from lab_server import CHROMIUM, FLAGS, errors, run_all, serve

SOURCE = Path(__file__).resolve().parents[1] / "src"


def measure(names: list[str], folder: Path, pictures: Path | None) -> None:
    """Run the notebooks whose names begin so, and print a line about each."""
    workspace = init_workspace(folder / "workspace", sample=True)
    chosen = sorted(
        path.name for path in (workspace / "notebooks").glob("*.ipynb") if path.name.startswith(tuple(names))
    )
    with serve(workspace, folder, source=SOURCE) as lab, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS.split())
        for name in chosen:
            tab = browser.new_page(viewport={"width": 1300, "height": 9000})
            tab.set_default_timeout(600_000)
            start = time.perf_counter()
            failed = errors(run_all(tab, lab, name))
            print(f"{name}: {time.perf_counter() - start:.0f} s, {len(failed)} errors {failed or ''}", flush=True)
            if pictures:
                tab.wait_for_timeout(1500)
                tab.screenshot(path=pictures / f"{name[:2]}.png")
            tab.close()
            lab.stop_kernels()
        browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=["0"])
    parser.add_argument("--pictures", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="broadsheet-lab-") as scratch:
        measure(arguments.names, Path(scratch), arguments.pictures)
