"""Settings for nbgrader's own commands in this folder; grader/settings.py says what they do."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from exercises.grader.settings import configure

c = get_config()  # noqa: F821  (nbgrader defines it)
configure(c)

# Seconds that one cell of a submission may run.
c.ExecuteAnswers.timeout = 30
# Where the book is published, for links in releases and feedback. Empty: releases name the chapter
# without a link, and feedback leads to the book built in _build/site.
c.BookLinks.book = c.FeedbackExporter.book = ""
