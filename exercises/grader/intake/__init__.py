"""Submissions come in: from nbgrader's exchange, a folder or an archive, checked before a copy."""
