"""Which words of an article are source, cue and content, and which of them belong together."""
