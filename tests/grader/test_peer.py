"""What crosses between judge and player is what was returned."""

from __future__ import annotations

from types import SimpleNamespace

from exercises.grader.player.limits import LIMITS
from exercises.grader.player.peer import Peer


class Maker(Peer):
    """Returns new lists, which are none of its arguments."""

    def serve(self, head, arguments, named):
        return [[1.0, 2.0] for _ in range(20)]


def test_a_new_list_is_not_taken_for_an_argument_that_is_gone():
    peer = Maker(SimpleNamespace(limits=LIMITS))
    said, _ = peer.served({"args": ["list", 3.0], "kwargs": ["dict"]}, [])
    assert said["value"] == ["list", *([["list", 1.0, 2.0]] * 20)]
