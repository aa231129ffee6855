"""Find the best sequence of labels (Viterbi's algorithm)."""

import numpy as np
import numpy.typing as npt


def best_paths(
    scores: npt.NDArray[np.float64],
    transitions: npt.NDArray[np.float64],
    *,
    start: npt.NDArray[np.float64] | None = None,
) -> npt.NDArray[np.int64]:
    """Return the label sequence with the highest total score for each of several sequences.

    Parameters
    ----------
    scores : array, sequences × steps × labels
        How well each label fits at each step, as log-probabilities or other scores that add up. Behind the end of a
        sequence that is shorter than the others, give all labels the same score and ignore what comes back.
    transitions : array, labels × labels
        Score of going from the label of the row to the label of the column.
    start : array, labels, optional
        Score of beginning with each label; 0 by default.

    Returns
    -------
    array, sequences × steps
        Numbers of labels. Of paths with equal scores, the one with the lower label numbers at its end is taken.

    References
    ----------
    Viterbi, A. (1967). Error bounds for convolutional codes and an asymptotically optimum decoding algorithm. IEEE
    Transactions on Information Theory 13 (2), 260-269.

    Examples
    --------
    >>> stay = np.log([[0.9, 0.1], [0.1, 0.9]])
    >>> best_paths(np.log([[[0.8, 0.2], [0.4, 0.6], [0.8, 0.2]]]), stay).tolist()
    [[0, 0, 0]]
    """
    fits = np.ascontiguousarray(scores.transpose(1, 2, 0))  # steps × labels × sequences, which adds up fastest
    totals = np.empty_like(fits)
    totals[0] = fits[0] if start is None else fits[0] + start[:, None]
    for step in range(1, len(fits)):
        totals[step] = (totals[step - 1][:, None] + transitions[:, :, None]).max(axis=0) + fits[step]
    path = np.empty((len(fits), len(scores)), dtype=np.int64)
    path[-1] = totals[-1].argmax(axis=0)
    for step in range(len(fits) - 1, 0, -1):  # where each label came from, only for those on the path
        path[step - 1] = (totals[step - 1] + transitions[:, path[step]]).argmax(axis=0)
    return path.T
