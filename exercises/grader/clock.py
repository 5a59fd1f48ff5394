"""Times with their zones: when something was handed in, when it was due, how late it was.

nbgrader reads "10:00 KST" as 10:00 UTC, because KST is no name of the zone database. Here each
time becomes an exact moment; one that names no zone is in the course's zone, and that is said.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateutil import parser
from traitlets import Dict, TraitError, Unicode, validate
from traitlets.config import Configurable

# Names that people write and the zone database lacks: hours from UTC.
HOURS = {
    "KST": 9, "JST": 9, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "CET": 1, "CEST": 2, "EET": 2,
    "EEST": 3, "MSK": 3, "SGT": 8, "HKT": 8, "EST": -5, "EDT": -4, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
_END = re.compile(r"\s*(?P<zone>[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*|\(?UTC[+-]\d{1,2}(?::?\d\d)?\)?)$")
_OFFSET = re.compile(r"\(?(?:UTC|GMT)(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?\)?")


@dataclass(frozen=True)
class Moment:
    """A moment in UTC, and whether the text that it was read from named a zone."""

    utc: datetime
    zoned: bool

    def stamp(self) -> str:
        """Return the form that every version of nbgrader reads alike."""
        return self.utc.strftime("%Y-%m-%d %H:%M:%S.%f UTC")

    def naive(self) -> datetime:
        """Return it as the gradebook keeps it: UTC without a zone."""
        return self.utc.replace(tzinfo=None)


def zone_of(name: str):
    """Return a zone by its name.

    Raises
    ------
    ValueError
        If nobody knows the name.
    """
    found = _OFFSET.fullmatch(name)
    if found:
        size = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
        return timezone(-size if found["sign"] == "-" else size)
    if name.upper() in HOURS:
        return timezone(timedelta(hours=HOURS[name.upper()]))
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError):
        raise ValueError(f"unknown zone {name}") from None


def moment(text: str, zone: str) -> Moment:
    """Read a time; `zone` is the course's, for a text that names none.

    Raises
    ------
    ValueError
        If the text is no time, or names a zone that nobody knows.
    """
    text = text.strip()
    named = _END.search(text)
    if named and re.search(r"\d", text[: named.start()]) and not is_half_of_day(named["zone"]):
        read = parsed(text[: named.start()])
        return Moment(read.replace(tzinfo=zone_of(named["zone"])).astimezone(UTC), True)
    read = parsed(text)
    if read.tzinfo is not None:
        return Moment(read.astimezone(UTC), True)
    return Moment(read.replace(tzinfo=zone_of(zone)).astimezone(UTC), False)


def is_half_of_day(word: str) -> bool:
    """Tell whether a last word belongs to the clock and not to a zone."""
    return word.lower() in {"am", "pm"}


def parsed(text: str) -> datetime:
    """Read date and time; a text without a whole date is none."""
    try:
        first = parser.parse(text, default=datetime(2000, 1, 1))
        second = parser.parse(text, default=datetime(2001, 2, 2))
    except (ValueError, OverflowError, TypeError) as error:
        raise ValueError(f"no time: {text[:40]} ({error})") from None
    if first != second:
        raise ValueError(f"no whole date: {text[:40]}")
    return first


def minutes_late(handed_in: datetime | None, due: datetime | None) -> int | None:
    """Return how late something is, each begun minute counted; None if a time is missing."""
    if handed_in is None or due is None:
        return None
    return max(0, math.ceil((handed_in - due).total_seconds() / 60))


class Clock(Configurable):
    """The course's zone and its deadlines."""

    zone = Unicode(
        "Asia/Seoul", help="The zone of a time that names none; a name of the zone database."
    ).tag(config=True)
    deadlines = Dict(
        key_trait=Unicode(),
        value_trait=Unicode(),
        help='When each assignment is due, e.g. {"02-unfolding": "2026-03-10 23:59 KST"}.',
    ).tag(config=True)

    @validate("zone")
    def _known_zone(self, proposal):
        try:
            zone_of(proposal["value"])
        except ValueError as error:
            raise TraitError(f"Clock.zone: {error}; for example Asia/Seoul") from None
        return proposal["value"]

    def read(self, text: str) -> Moment:
        """Read a time in the course's zone, unless it names another."""
        return moment(text, self.zone)

    def due(self, assignment: str) -> Moment | None:
        """Return an assignment's deadline; None if the settings name none."""
        text = self.deadlines.get(assignment)
        return self.read(text) if text else None
