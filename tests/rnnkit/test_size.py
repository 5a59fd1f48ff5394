"""rnnkit stays small enough to read; what it says is worth its lines."""

from tests.rnnkit import size


def test_what_counts_as_a_line_of_code():
    source = '"""Module."""\n\nx = (\n    1,  # one\n)\n\n\ndef f():\n    """Do."""\n    # why\n'
    assert size.code_lines(source + "    return x\n") == 5


def test_the_library_does_not_grow():
    found = size.by_module()
    assert sum(found.values()) <= 3200, "python -m tests.rnnkit.size: make something simpler first"
    assert max(found.values()) <= 265
