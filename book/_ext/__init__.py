"""Local Sphinx extensions of the book: one file, one idea."""
