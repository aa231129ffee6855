"""Score found attributions against attributions coded by hand.

`relations` sees an attribution as sets of word tokens, `matching` pairs found ones with coded ones, `scores` counts
them.
"""

from analysis.scoring.scores import score_quotes

__all__ = ["score_quotes"]
