"""Fixtures that several tests use."""

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

from analysis import paths
from analysis.workers import release_workers

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real data beside the checkout; skip the test where there is none."""
    if not SHARED.is_dir():
        pytest.skip("the real articles of ../shared/data are not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def bucket(tmp_path_factory) -> Iterator[str]:
    """Start a store on this machine that answers as S3 does, and return the address of an empty bucket.

    The environment variables say where it is and with which credentials, as a user's would.
    """
    pytest.importorskip("s3fs", reason="the extra cluster is not installed")
    pytest.importorskip("upath", reason="the extra cluster is not installed")
    moto = pytest.importorskip("moto.server", reason="moto is not installed")
    import boto3

    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # it notes each request
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    address, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", f"http://{address}:{port}")
        patch.setenv("AWS_ACCESS_KEY_ID", "invented")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "invented")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        boto3.client("s3").create_bucket(Bucket="newsroom")
        release_workers()  # those that an earlier test began do not know these variables
        yield "s3://newsroom"
    server.stop()


# The same examples on every machine, so that a failure is of the change that was made.
# `pytest --hypothesis-profile=search` draws others at random.
settings.register_profile("search")
settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")


def pytest_configure() -> None:
    """Let the tests use the checkout as their workspace, whatever folder they run in."""
    os.environ[paths.WORKSPACE_VARIABLE] = str(ROOT)


# Files of which some test needs the report that is made once in a session.
_OF_THE_SAMPLE = (
    "tests/test_readme.py",
    "tests/report/test_installed_wheel.py",
    "tests/report/test_stored_tables.py",
    "tests/report/test_whole_report.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of whole reports first, since they take longest; those that need the sample's report are slow."""
    for item in items:
        if "made" in getattr(item, "fixturenames", ()):
            assert item.nodeid.startswith(_OF_THE_SAMPLE), f"add the file of {item.nodeid} to _OF_THE_SAMPLE"
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: (not item.nodeid.startswith(_OF_THE_SAMPLE), "tests/report/" not in item.nodeid))


class ByFile(LoadScopeScheduling):
    """Give each process whole files of tests, and one of them all files that need the sample's report."""

    def _split_scope(self, nodeid: str) -> str:
        return "report" if nodeid.startswith(_OF_THE_SAMPLE) else nodeid.split("::", 1)[0]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByFile:
    """Return the order in which `--numprocesses` deals out the tests."""
    config.option.loadscopereorder = False  # the order of pytest_collection_modifyitems counts
    return ByFile(config, log)


def copy_checkout(folder: Path, *, notebooks: Iterable[str] = ("",)) -> Path:
    """Copy the checkout to `folder`, with those notebooks whose names begin with one of `notebooks`.

    So no test touches the reports and tables of whoever runs it. The copy's `.venv` counts as made.
    """
    for name in ("src", "runs", "data/raw", "data/reviews"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "notebooks").mkdir()
    for source in (ROOT / "notebooks").glob("*.ipynb"):
        if source.name.startswith(tuple(notebooks)):
            shutil.copy(source, folder / "notebooks")
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "README.md", "LICENSE"):
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, folder / name)
    (folder / ".venv").mkdir()
    (folder / ".venv" / "ready").touch()
    return folder


@pytest.fixture(scope="session")
def root(tmp_path_factory) -> Path:
    """Return a copy of the checkout."""
    return copy_checkout(tmp_path_factory.mktemp("work") / "checkout")


def run_in(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a copied checkout."""
    # Under `make test`, make would tell the make started here of its own options and folders.
    unwanted = {paths.REPORT_VARIABLE, paths.WORKSPACE_VARIABLE, "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    environment["PYTHONPATH"] = str(root / "src")
    return subprocess.run(
        command, cwd=root, env=environment, input="", capture_output=True, text=True, check=False, timeout=900
    )


def make(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `make …` in a copied checkout, with the interpreter that runs the tests."""
    return run_in(root, "make", *words, f"RUNS_IN={sys.executable}")


@pytest.fixture(scope="session")
def made(root) -> subprocess.CompletedProcess[str]:
    """Run `make report` in the copied checkout, once in a session."""
    return make(root, "report")
