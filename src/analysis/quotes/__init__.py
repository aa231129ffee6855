"""Who said what, in which words, where in the article.

`find` holds the method from top to bottom. It reads each article as a `document` and passes it on: `tagging` finds the
attributions, `nonresponse` those who did not answer, `speakers` says whom a source means, `cue_kinds` in which way
something is said. `speaker_counts` and `sourcing` count speakers and kinds of source over articles.
`marked_article` shows quotes in their article.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
