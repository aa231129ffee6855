"""Every kind of bad input, by the form of the file, with what must come of it."""
