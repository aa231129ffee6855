"""Find topics in articles: what they are about, how much of each, and how stable that is.

`fit` is the way through: count words, make vectors (`vectors`), choose the number of topics (`choice`), cluster, and
name the clusters (`labels`). The outcome is a `Topics` (`result`).
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
