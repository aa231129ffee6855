"""Score found attributions against attributions coded by hand.

`relations` sees an attribution as sets of word tokens, `matching` pairs found ones with coded ones, `scores` counts
them, `reliability` compares how often they are right with their confidence.
"""

from analysis.scoring.reliability import judge_quotes, reliability, with_range
from analysis.scoring.scores import score_quotes

__all__ = ["judge_quotes", "reliability", "score_quotes", "with_range"]
