"""Numbers that are too many for memory: kept in files, sorted one file at a time.

What several articles have in common is found by sorting: equal numbers then follow each other. Equal numbers have the
same highest bits, so they are in the same file.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np


class Buckets:
    """Files of 64-bit numbers, one for each value of the highest `n_bits` bits.

    >>> with scratch_folder(Path("scratch")) as folder:
    ...     buckets = Buckets(folder, n_bits=1)
    ...     buckets.add(np.array([2**63, 3], np.uint64))
    ...     buckets.add(np.array([1, 2**63 + 1], np.uint64))
    ...     [buckets.sorted_numbers(bucket).tolist() for bucket in range(2)]
    [[1, 3], [9223372036854775808, 9223372036854775809]]
    """

    def __init__(self, folder: Path, n_bits: int) -> None:
        self.files = [folder / f"bucket-{bucket:04d}" for bucket in range(1 << n_bits)]
        self._shift = np.uint64(64 - n_bits)

    def add(self, numbers: np.ndarray) -> None:
        """Add numbers to their files."""
        numbers = np.sort(numbers)
        firsts = np.arange(1, len(self.files), dtype=np.uint64) << self._shift
        ends = np.searchsorted(numbers, firsts)
        for file, own in zip(self.files, np.split(numbers, ends), strict=True):
            with file.open("ab") as stream:
                own.tofile(stream)

    def sorted_numbers(self, bucket: int) -> np.ndarray:
        """Return the numbers of one file in rising order."""
        file = self.files[bucket]
        numbers = np.fromfile(file, np.uint64) if file.exists() else np.zeros(0, np.uint64)
        if (numbers[1:] < numbers[:-1]).any():  # those of `replace` mostly are in order
            numbers.sort()
        return numbers

    def replace(self, bucket: int, numbers: np.ndarray) -> None:
        """Write other numbers to a file."""
        numbers.tofile(self.files[bucket])


@contextmanager
def scratch_folder(folder: Path) -> Iterator[Path]:
    """Make a folder for the with block, and delete it at the end; one that a stopped run left is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
