"""What people coded and corrected, kept in the workspace's `data/reviews` and never overwritten."""

from analysis.review.agreement import agreement
from analysis.review.coded import load_coded, one_coder

__all__ = ["agreement", "load_coded", "one_coder"]
