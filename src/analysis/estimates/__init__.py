"""How sure a number is: samples to code, shares corrected for the program's error, and findings with their tests."""

from analysis.estimates.answers import Answer, answer, outlets_to_show
from analysis.estimates.corrected_shares import corrected_shares
from analysis.estimates.error_note import error_note
from analysis.estimates.findings import Comparison, find_findings, finding_title
from analysis.estimates.same_claims import distinct_claims
from analysis.estimates.sampling import draw_sample
from analysis.estimates.story_accuracy import estimate_stories
from analysis.estimates.story_checks import check_stories, load_checked_stories

__all__ = [
    "Answer",
    "Comparison",
    "answer",
    "check_stories",
    "corrected_shares",
    "distinct_claims",
    "draw_sample",
    "error_note",
    "estimate_stories",
    "find_findings",
    "finding_title",
    "load_checked_stories",
    "outlets_to_show",
]
