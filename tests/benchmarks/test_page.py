"""The page 'Why is it fast?' shows what was measured and stored."""

import json
import os
import subprocess
import sys

from benchmarks import page, speed, steps
from book.blocks import with_blocks


def test_the_page_shows_the_stored_numbers():
    text = page.PAGE.read_text(encoding="utf-8")
    found = json.loads(page.STORED.read_text(encoding="utf-8"))
    assert with_blocks(text, page.tables(found)) == text, "python -m benchmarks.page --show"
    for table in page.tables(found).values():
        assert table in text


def test_the_variants_of_the_loop_agree(monkeypatch):
    monkeypatch.setattr(speed, "SECONDS", 0)
    monkeypatch.setattr(speed, "ROUNDS", 1)
    assert set(steps.measure("(3, 5, 4) -> 2")) == {v.__name__ for v in steps.VARIANTS}


def test_one_thread_is_chosen_before_numpy_reads_it():
    code = "import sys, os, benchmarks; print('numpy' in sys.modules, os.environ[{!r}])"
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        bare = {key: value for key, value in os.environ.items() if key != name}
        run = subprocess.run(
            [sys.executable, "-c", code.format(name)], capture_output=True, text=True, env=bare
        )
        assert run.stdout.split() == ["False", "1"], run.stderr
