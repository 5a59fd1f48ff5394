"""What is said of a submission that came in, in both languages."""

from __future__ import annotations

from ..faults import FAULTS
from ..words import LANGUAGES

NOTES = {
    "renamed": ("이름이 달라 과제의 이름으로 받았습니다: {}", "taken under another name: {}"),
    "last_of_several": ("{}번 낸 것 가운데 마지막입니다", "the last of {} submissions"),
    "no_zone": ("시각에 시간대가 없어 {}로 읽었습니다", "its time names no zone; read as {}"),
    "late": ("{}분 늦었습니다", "{} minutes late"),
    "no_time": (
        "제출 시각이 없어 늦었는지 알 수 없습니다",
        "no time of submission: late or not, unknown",
    ),
    "older_stamp": (
        "더 이른 시각이 적혀 있지만 나중에 냈으므로 이것이 남습니다(이전 것: {})",
        "its time is earlier than that of the one before ({}); handed in last, it counts",
    ),
    "left_out": ("함께 낸 파일을 받지 않았습니다: {}", "a file beside it was left out: {}"),
}


def note(code: str, what: str, language: str) -> str:
    """Return a note in one language."""
    if code == "left_out":
        file, _, fault = what.rpartition(": ")
        (en, ko), _, _ = FAULTS[fault]
        what = f"{file} ({ko.rstrip('.') if language == 'ko' else en})"
    return NOTES[code][LANGUAGES.index(language)].format(what)


def both(code: str, what: str) -> str:
    """Return a note in both languages, English first as in every message."""
    return f"{note(code, what, 'en')} / {note(code, what, 'ko')}"
