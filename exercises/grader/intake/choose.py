"""What a submission means: of all that a student handed in, the last; in it, one notebook."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from ..clock import Clock, Moment
from ..faults import FaultError
from .entries import Entry
from .names import Whose, is_copy_of, is_notebook, is_safe_file

ARCHIVES = (".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".egg", ".alz")
STAMP = "timestamp.txt"
MOST, LARGEST = 200, 32 << 20  # files beside a notebook, bytes of all of them


@dataclass
class HandIn:
    """What a student handed in at one time."""

    stamp: str = ""
    files: list[tuple[str, Entry]] = field(default_factory=list)
    lms: Whose | None = None

    def add(self, one: Whose, entry: Entry) -> None:
        """Add a file."""
        self.stamp = self.stamp or one.stamp
        self.files.append((one.file, entry))
        self.lms = one

    def moment(self, clock: Clock) -> Moment | None:
        """Return when it was handed in, as the system or the student's files say.

        Raises
        ------
        FaultError
            If a time is there and can't be read.
        """
        text = self.stamp
        for file, entry in self.files:
            if not text and file == STAMP and not entry.fault:
                text = entry.read()[:200].decode("utf-8-sig", errors="replace").strip()
        try:
            return clock.read(text) if text else None
        except ValueError as error:
            raise FaultError("bad_stamp", given=str(error)) from None

    def when(self, clock: Clock) -> tuple[datetime, float]:
        """Return what orders it among a student's others: its time, else its files' time."""
        changed = max(entry.modified for _, entry in self.files)
        try:
            said = self.moment(clock)
        except FaultError:
            said = None
        fallback = datetime.fromtimestamp(max(changed, 0), UTC)
        return (said.utc if said else fallback, changed)


def last(hand_ins: list[HandIn], clock: Clock) -> HandIn:
    """Return what was handed in last."""
    return max(hand_ins, key=lambda one: one.when(clock))


def notebook_of(hand_in: HandIn, assignment: str) -> tuple[str, Entry]:
    """Return the notebook that counts, with its name.

    Raises
    ------
    FaultError
        If there is none, if no name decides between several, or if it must not be read.
    """
    found = [one for one in hand_in.files if is_notebook(one[0])]
    exact = [one for one in found if one[0].rpartition("/")[2] == f"{assignment}.ipynb"]
    top = [one for one in exact if "/" not in one[0]]
    copies = [one for one in found if is_copy_of(one[0].rpartition("/")[2], assignment)]
    name, entry = only(top or exact or copies or found, hand_in, assignment)
    if entry.fault:
        raise FaultError(entry.fault, assignment, entry.shown)
    return name, entry


def only(found: list, hand_in: HandIn, assignment: str) -> tuple[str, Entry]:
    """Return the only one of a list."""
    names = ", ".join(sorted(name for name, _ in found or hand_in.files))
    if len(found) > 1:
        raise FaultError("several", assignment, names)
    if found:
        return found[0]
    faults = [entry.fault for _, entry in hand_in.files if entry.fault]
    if faults:
        raise FaultError(faults[0], assignment, names)
    if any(is_packed(name) for name, _ in hand_in.files):
        raise FaultError("archive_inside", assignment, names)
    raise FaultError("no_notebook", assignment, names)


def is_packed(name: str) -> bool:
    """Tell whether a name is an archive's."""
    return name.lower().endswith(ARCHIVES)


def beside(hand_in: HandIn) -> tuple[dict[str, bytes], list[tuple[str, str]]]:
    """Return the files beside a notebook, and those left out with the code of the reason."""
    kept, left, size = {}, [], 0
    for name, entry in sorted(hand_in.files, key=lambda one: one[0]):
        if is_notebook(name) or name in (STAMP, "rejected.json"):
            continue
        fault = entry.fault or ("" if is_safe_file(name) else "unsafe_path")
        if not fault and (len(kept) >= MOST or size + entry.size > LARGEST):
            fault = "too_many"
        if not fault:
            try:
                kept[name] = entry.read()
                size += len(kept[name])
            except FaultError as error:
                fault = error.code
        if fault:
            left.append((name, fault))
    return kept, left
