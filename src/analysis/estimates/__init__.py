"""How sure a number is: samples to code, shares corrected for the program's error, and findings with their tests."""

from analysis.estimates.corrected_shares import corrected_shares
from analysis.estimates.sampling import draw_sample

__all__ = ["corrected_shares", "draw_sample"]
