"""What people coded and corrected, kept in the workspace's `data/reviews` and never overwritten."""

from analysis.review.accuracy import estimate_quotes
from analysis.review.agreement import agreement, agreement_of_reviews
from analysis.review.application import apply_reviews
from analysis.review.coded import load_coded, one_coder
from analysis.review.decisions import load_reviews, make_decision, save_decision
from analysis.review.queues import review_queue

__all__ = [
    "agreement",
    "agreement_of_reviews",
    "apply_reviews",
    "estimate_quotes",
    "load_coded",
    "load_reviews",
    "make_decision",
    "one_coder",
    "review_queue",
    "save_decision",
]
