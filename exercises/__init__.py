"""Assignments: their source, known mistakes, named answers, and the grader of a class."""

import sys

# an address grammar that jsonschema would build at import and that no notebook needs: 0.9 s
sys.modules.setdefault("rfc3987_syntax", None)
