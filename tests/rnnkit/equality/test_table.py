"""The page 'How equal?' shows what is true now."""

import re

import pytest

import rnnkit
from book.blocks import blocks_in
from tests.rnnkit.equality import compare, table

MEASURED = re.compile(r"\d\.\de-\d\d|\b0\b(?= \|)")
RENEW = "python -m tests.rnnkit.equality.table"


def test_the_page_is_up_to_date():
    """Same rows and cases; measured differences at most four times those shown."""
    shown = blocks_in(table.PAGE.read_text(encoding="utf-8"))
    for name, fresh in table.blocks().items():
        assert MEASURED.sub("", shown[name]) == MEASURED.sub("", fresh), f"stale: {RENEW}"
        for old, new in zip(MEASURED.findall(shown[name]), MEASURED.findall(fresh), strict=True):
            assert float(old) <= compare.TOLERANCE
            assert float(new) <= max(4 * float(old), 5e-7), f"{name}: {new} now, {old} shown"


@pytest.mark.parametrize("code", table.DIFFERENT)
def test_rnnkit_is_different_where_the_page_says_so(code):
    assert table.outcome(code, vars(rnnkit)) == table.DIFFERENT[code][1]


@pytest.mark.slow
@pytest.mark.parametrize("code", table.DIFFERENT)
def test_keras_is_different_where_the_page_says_so(code, keras):
    assert table.outcome(code, vars(keras.layers)) == table.DIFFERENT[code][0]
