"""The stamps of a source's twins: renewed after reading, refused while anything else is wrong."""

import json
import shutil

import pytest

from exercises import stamp

NAME = "02-unfolding"


@pytest.fixture
def copied(tmp_path):
    return shutil.copy(stamp.find_source(NAME), tmp_path / f"{NAME}.ipynb")


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_changed_sentence_is_shown_and_only_stamps_change(copied, capsys):
    before = json.loads(copied.read_text(encoding="utf-8"))
    change(copied, "40분쯤", "40분 남짓")
    assert stamp.stamp(copied) == 0
    assert "40분 남짓" in capsys.readouterr().out
    after = json.loads(copied.read_text(encoding="utf-8"))
    assert [c["metadata"].get("nbgrader") for c in after["cells"]] == [
        c["metadata"].get("nbgrader") for c in before["cells"]
    ]
    stale = [c["metadata"].pop("twin", None) for c in before["cells"]]
    fresh = [c["metadata"].pop("twin", None) for c in after["cells"]]
    assert sum(one != other for one, other in zip(stale, fresh, strict=True)) == 1


def test_nothing_is_stamped_while_the_twins_say_different_things(copied, capsys):
    change(copied, "about 40 minutes", "about 50 minutes")
    before = copied.read_bytes()
    assert stamp.stamp(copied) == 1
    assert copied.read_bytes() == before
    assert "50" in capsys.readouterr().out


def test_an_unknown_assignment_names_the_nearest():
    with pytest.raises(LookupError, match=NAME):
        stamp.find_source("02-unfoldin")
