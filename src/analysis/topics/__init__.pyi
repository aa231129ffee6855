"""The names that `analysis.topics` offers; the module of each one is loaded when it is first asked for."""

from .fit import fit_topics as fit_topics
from .result import Topics as Topics
