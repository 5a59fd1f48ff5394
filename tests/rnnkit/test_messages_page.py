"""The page of messages shows every message of rnnkit as it is."""

import pytest

from book.cells import break_metadata, split_blocks
from tests.rnnkit import messages_page as messages

pytest.importorskip("h5py")
pytest.importorskip("safetensors")


def test_every_message_has_one_call():
    assert messages.unlisted() == []
    keys = [key for group in messages.groups() for key in group["calls"]]
    assert len(keys) == len(set(keys)) > 70


def test_the_page_is_what_the_code_says():
    def bare(text):
        return [
            (break_metadata(head, "messages").get("id"), body.strip())
            for head, body in split_blocks(text)
        ]

    shown = bare(messages.PAGE.read_text(encoding="utf-8"))
    assert shown == bare(messages.page()), "write it anew: python -m tests.rnnkit.messages_page"


def test_each_message_has_four_lines_in_both_languages():
    with messages.surroundings() as known:
        for group in messages.groups():
            for key, call in group["calls"].items():
                lines = str(messages.message(key, call, known)).splitlines()
                assert len(lines) == 4, key
                assert [line.split(":")[0].strip() for line in lines[1:]] == [
                    "given / 받은 것",
                    "expected / 필요한 것",
                    "fix / 고치는 법",
                ]
                assert any("가" <= letter <= "힣" for letter in lines[0]), key
                assert "{" not in lines[0] + lines[2], key
