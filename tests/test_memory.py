"""Memory: what is freed within the block is given back, whatever lies behind it."""

import platform
import sys
from pathlib import Path

import numpy as np
import pytest

from analysis.memory import freed_at_once


def held():
    """Return the MB that this process holds."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


@pytest.mark.skipif(
    sys.platform != "linux" or platform.libc_ver()[0] != "glibc", reason="other allocators have no such option"
)
def test_arrays_are_given_back_though_a_later_one_is_kept():
    np.ones(1 << 21)  # 16 MB, which let the allocator keep as much
    with freed_at_once():
        before = held()
        arrays = [np.ones(1 << 19) for _ in range(20)]  # 4 MB each
        last = arrays.pop()
        assert held() - before > 70
        del arrays
        assert held() - before < 20
    assert last.sum() == 1 << 19
