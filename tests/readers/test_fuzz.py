"""Damaged copies of files, the same at each run, are read without an error that no reader foresaw."""

import os
import subprocess
import sys

import pytest
from conftest import ROOT


@pytest.mark.slow
def test_damaged_copies_are_articles_or_rejects_for_a_reason():
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, str(ROOT / "benchmarks/fuzz.py"), "--cases", "10"]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.count("10 damaged copies, 0 findings") >= 15
