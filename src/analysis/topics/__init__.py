"""Find topics in articles: what they are about, how much of each, and how stable that is.

`fit` is the way through: count words, make vectors (`vectors`), choose the number of topics (`choice`), cluster, and
name the clusters (`labels`). The outcome is a `Topics` (`result`).
"""

from analysis.topics.fit import fit_topics
from analysis.topics.result import Topics

__all__ = ["Topics", "fit_topics"]
