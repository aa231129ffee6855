"""A sparse matrix in a file, of which only the rows asked for are in memory."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from scipy import sparse

_BYTES = 12  # of a number and its column


class StoredRows:
    """Rows of a sparse matrix, written to a file once and read in an order of one's own.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     rows = StoredRows(Path(folder) / "rows", [sparse.csr_matrix([[1.0, 0.0], [0.0, 2.0]])])
    ...     rows[np.array([1, 0, 1])].toarray().tolist()
    [[0.0, 2.0], [1.0, 0.0], [0.0, 2.0]]
    """

    def __init__(self, file: Path, matrices: Iterable[sparse.csr_matrix]) -> None:
        """Write the rows of matrices, one after another, to a file."""
        self._file, sizes = file, [np.zeros(0, np.int64)]
        self.n_columns = 0
        with file.open("wb") as stream:
            for matrix in matrices:
                self.n_columns = matrix.shape[1]
                sizes.append(np.diff(matrix.indptr).astype(np.int64))
                for start, end in zip(matrix.indptr[:-1], matrix.indptr[1:], strict=True):
                    stream.write(matrix.data[start:end].astype("<f8").tobytes())
                    stream.write(matrix.indices[start:end].astype("<i4").tobytes())
        self._sizes = np.concatenate(sizes)
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._order = np.arange(len(self._sizes))

    def __len__(self) -> int:
        return len(self._order)

    def put_in_order(self, order: np.ndarray) -> None:
        """Let row i from now on be the row that was written as number `order[i]`."""
        self._order = order

    def __getitem__(self, rows: np.ndarray) -> sparse.csr_matrix:
        """Return some rows; the numbers of a row are in the order in which they were written."""
        places = self._order[rows]
        sizes = self._sizes[places]
        ends = np.concatenate([[0], np.cumsum(sizes)])
        data, indices = np.empty(ends[-1]), np.empty(ends[-1], np.int32)
        with self._file.open("rb", buffering=0) as stream:
            for start, size, at in zip(self._starts[places].tolist(), sizes.tolist(), ends.tolist(), strict=False):
                stream.seek(start * _BYTES)
                record = stream.read(size * _BYTES)
                data[at : at + size] = np.frombuffer(record, "<f8", size)
                indices[at : at + size] = np.frombuffer(record, "<i4", offset=8 * size)
        return sparse.csr_matrix((data, indices, ends), shape=(len(sizes), self.n_columns))
