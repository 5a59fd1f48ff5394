"""The courts of this process: one for each assignment, opened when needed, closed at the end."""

from __future__ import annotations

import hashlib
import json
import threading

from . import anatomy, inside
from .court import Court, CourtError
from .player.limits import Limits


class Courts:
    """Opens a court once, however many threads ask for it."""

    def __init__(self):
        self._open: dict[tuple, Court] = {}
        self._lock = threading.Lock()

    def open(self, source, given, limits: Limits, confined: bool, warm=()) -> Standing:
        """Return a place to try submissions of an assignment."""
        key = (fingerprint(source), str(given), limits, confined, tuple(warm))
        return Standing(self, key, source)

    def court(self, key: tuple, source) -> Court:
        """Return the court of an assignment, opened now if need be."""
        with self._lock:
            if key not in self._open:
                self.close_others(key)
                self._open[key] = new_court(source, *key[1:])
            return self._open[key]

    def close_others(self, key: tuple) -> None:
        """One assignment at a time: zygotes keep their imports in memory."""
        for other in [one for one in self._open if one != key]:
            self._open.pop(other).close()

    def drop(self, key: tuple, court: Court) -> None:
        """Forget a court that does not answer."""
        with self._lock:
            if self._open.get(key) is court:
                del self._open[key]
        court.close()


class Standing:
    """A place to try submissions; a court that broke down is opened once more."""

    def __init__(self, courts: Courts, key: tuple, source):
        self.courts, self.key, self.source = courts, key, source

    def in_place(self, job: dict, seconds: float) -> list[str]:
        """Return the tests in which the source's own solution changes arguments; tried once."""
        court = self.courts.court(self.key, self.source)
        with court.lock:
            if court.in_place is None:
                found = court.judge({**job, "in_place": [], "model": True}, seconds)
                court.warm([one for one in found["modules"] if one.isascii()])
                court.in_place = found["changing"]
        return court.in_place

    def judge(self, job: dict, seconds: float) -> dict:
        """Try one submission; see `Court.judge`."""
        for again in (True, False):
            court = self.courts.court(self.key, self.source)
            try:
                return court.judge(job, seconds)
            except CourtError:
                if court.works():
                    raise  # it was this submission's trial alone
                self.courts.drop(self.key, court)
                if not again:
                    raise
        raise AssertionError


def new_court(source, given: str, limits: Limits, confined: bool, warm: tuple) -> Court:
    """Open the court of a source notebook."""
    code = [cell for cell in source.cells if cell.cell_type == "code"]
    tests = [cell.source for cell in code if anatomy.is_test(cell)]
    shown = [inside.released(cell.source) for cell in code if not anatomy.is_test(cell)]
    package = inside.rnnkit_for(shown, anatomy.withheld(source.cells))
    return Court([cell.source for cell in code], tests, shown, package, limits, confined, warm)


def fingerprint(nb) -> str:
    """Return a hash of all that decides what an execution does."""
    cells = [(cell.cell_type, cell.source, cell.metadata) for cell in nb.cells]
    said = json.dumps([cells, nb.metadata], sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(said.encode()).hexdigest()


COURTS = Courts()
