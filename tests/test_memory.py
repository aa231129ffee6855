"""Memory: what is freed within the block is given back, whatever lies behind it."""

import platform
import subprocess
import sys

import pytest

# In a process of its own: what others have freed before would be taken first.
CODE = """
from pathlib import Path
import numpy as np
from analysis.memory import freed_at_once

def held():
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024

np.ones(1 << 21)  # 16 MB, which let the allocator keep as much
with freed_at_once():
    before = held()
    arrays = [np.ones(1 << 19) for _ in range(20)]  # 4 MB each
    last = arrays.pop()
    most = held()
    del arrays
    print(most - before, held() - before)
"""


@pytest.mark.skipif(
    sys.platform != "linux" or platform.libc_ver()[0] != "glibc", reason="other allocators have no such option"
)
def test_arrays_are_given_back_though_a_later_one_is_kept():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    most, left = map(float, done.stdout.split())
    assert most > 70 and left < 20
