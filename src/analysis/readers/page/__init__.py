"""Saved pages: saved_page is the reader; the other modules each take one part of the page."""
