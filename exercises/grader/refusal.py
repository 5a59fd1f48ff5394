"""What stops a command: place, given, expected, fix, in English and in Korean."""

from __future__ import annotations

import difflib

from rnnkit.errors import explain


class RefusalError(Exception):
    """Nothing was changed; the text says why and what to do."""

    def __init__(self, place: str, what: str, ko: str, *, given, expected, fix: str):
        super().__init__(explain(place, what, ko, given=given, expected=expected, fix=fix))

    @classmethod
    def of(cls, texts: list[str]) -> RefusalError:
        """Join several explanations into one refusal."""
        refusal = cls.__new__(cls)
        refusal.args = ("\n".join(texts),)
        return refusal


def unknown_assignment(name: str, known: list[str], where: str) -> RefusalError:
    """Name the nearest assignment, or say that there is none."""
    near = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.0)
    return RefusalError(
        f"assignment {name}",
        "there is no such assignment",
        "그런 과제가 없습니다.",
        given=name,
        expected=", ".join(known) or f"{where}/NAME/NAME.ipynb",
        fix=near[0] if near else "write the source first / 원본 노트북을 먼저 쓰세요",
    )


def nothing_handed_in(name: str, where: str) -> RefusalError:
    """Say where submissions are looked for."""
    return RefusalError(
        f"assignment {name}",
        "nothing was handed in",
        "제출물이 없습니다.",
        given="0",
        expected=where,
        fix="put each student's notebook there / 학생마다 그 자리에 노트북을 두세요",
    )
