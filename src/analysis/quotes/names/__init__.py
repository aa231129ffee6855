"""The people, institutions and roles that an article names."""
