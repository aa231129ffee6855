"""Whom the source of a quote means in its article.

`resolve` is the way in: it reads the article as a `discourse`, each source as a `source_phrases` phrase, and finds its
referent by name, role or pronoun.
"""
