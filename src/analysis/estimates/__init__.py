"""How sure a number is: samples to code, shares corrected for the program's error, and findings with their tests."""

from analysis.estimates.corrected_shares import corrected_shares
from analysis.estimates.findings import Comparison, find_findings, finding_title
from analysis.estimates.sampling import draw_sample

__all__ = ["Comparison", "corrected_shares", "draw_sample", "find_findings", "finding_title"]
