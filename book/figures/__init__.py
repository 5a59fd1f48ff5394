"""The book's figures: one script each, drawn by ``python -m book.figures``."""
