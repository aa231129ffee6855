"""Find the person or institution that the source of a quote refers to.

`resolve` is the way in: it reads the article as a `discourse`, each source as a `source_phrases` phrase, and finds its
referent by name, role or pronoun.
"""
