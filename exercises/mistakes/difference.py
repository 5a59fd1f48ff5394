"""Where an answer first differs from the right one: the place alone, never a value."""

from __future__ import annotations

import numpy as np

from .finding import Finding
from .outcomes import VARIES, Outcome, close, same


def first_difference(
    seen: list[Outcome], right: list[Outcome], axes: list[tuple[str, ...]], chapter: str
) -> Finding:
    """Describe the first probe at which two functions differ.

    Parameters
    ----------
    seen, right : lists of Outcome
        What the student's function and a right one did; they differ somewhere.
    axes : list of tuple of str
        The letters of each result's axes, for each probe.
    chapter : str
        A label of the book.
    """
    cases = zip(seen, right, axes, strict=True)
    one, other, letters = next(
        case for case in cases if case[0].changed != case[1].changed or not same(*values(*case[:2]))
    )
    thought, look_again = said(one, other, letters)
    return Finding("", both(*thought), both(*look_again), chapter)


def values(one: Outcome, other: Outcome) -> tuple:
    """Return the values of two outcomes."""
    return one.value, other.value


def both(ko: str, en: str) -> dict[str, str]:
    """Return a sentence in both languages."""
    return {"ko": ko, "en": en}


def said(one: Outcome, other: Outcome, axes: tuple[str, ...]):
    """Return what differs and what to look at, each in Korean and English."""
    if isinstance(one.value, str):
        return without_result(one.value)
    mine, theirs = results(one.value), results(other.value)
    letters = ", ".join(f"({', '.join(each)})" if each else "()" for each in axes)
    if len(mine) != len(theirs):
        return (
            (
                f"돌려준 값이 {len(mine)}개입니다. 필요한 것은 {len(theirs)}개입니다.",
                f"Number of values returned: {len(mine)}. Wanted: {len(theirs)}.",
            ),
            (f"돌려줄 것의 모양은 `{letters}`입니다.", f"What to return has the axes `{letters}`."),
        )
    for number, (a, b, names) in enumerate(zip(mine, theirs, axes, strict=True), start=1):
        if not same(a, b):
            return where(a, b, names, f"{number}" if len(mine) > 1 else "")
    return (
        ("받은 배열을 제자리에서 고쳤습니다.", "It changed a given array in place."),
        ("새 배열을 만들어 돌려주세요.", "Make a new array and return that."),
    )


def without_result(value: str):
    """Say that no array came back: an error, chance, or another type."""
    if value == VARIES:
        return (
            (
                "같은 입력으로 두 번 부르면 결과가 다릅니다.",
                "Two calls with the same input give different results.",
            ),
            (
                "무작위 수나 앞의 호출에서 남은 값을 쓰지 않았나요?",
                "Does it draw random numbers, or keep something from an earlier call?",
            ),
        )
    if value == "NoneType":
        return (
            ("돌려준 값이 없습니다(`None`).", "It returned nothing (`None`)."),
            (
                "함수의 끝에 `return`을 썼는지 보세요.",
                "Does the function end in a `return` with the result?",
            ),
        )
    if value.endswith(("Error", "Exit", "Exception", "Iteration")):
        return (
            (f"실행하다가 `{value}`가 났습니다.", f"It stopped with `{value}`."),
            (
                "배열의 크기를 바꾸어 불러 보세요. 어떤 크기에서 오류가 나나요?",
                "Call it with arrays of other sizes: at which of them does it stop?",
            ),
        )
    return (
        (f"배열 대신 `{value}` 값을 돌려주었습니다.", f"It returned a `{value}`, not an array."),
        (
            "돌려주기 전에 값의 종류와 모양을 출력해 보세요.",
            "Print the type and the shape of what you return.",
        ),
    )


def where(mine, theirs, letters: str, result: str):
    """Say at which index, or in which shape, one result differs."""
    ko, en = (f"결과 {result}의 ", f"Result {result}: ") if result else ("", "")
    axes = f"({', '.join(letters)})" if letters else "()"
    shape = getattr(mine, "shape", None)
    if shape != theirs.shape:
        given = (mine if isinstance(mine, str) else "tuple") if shape is None else shape
        return (
            (
                f"{ko}모양이 다릅니다. `{given}`입니다.",
                sentence(f"{en}another shape, `{given}`."),
            ),
            (f"축은 `{axes}`입니다.", f"Its axes are `{axes}`."),
        )
    return at(earliest(np.argwhere(~close(mine, theirs)), letters), letters, ko, en)


def at(index: list[int], letters: str, ko: str, en: str):
    """Say at which index two arrays of one shape differ for the first time."""
    place = ", ".join(f"{letter}={i}" for letter, i in zip(letters, index, strict=True))
    if not any(index):
        return (
            (f"{ko}첫 값부터 다릅니다.", sentence(f"{en}the very first value differs.")),
            (
                "그 수 하나를 종이에 계산해서 견주어 보세요.",
                "Work that one number on paper and compare.",
            ),
        )
    return (
        (
            f"{ko}값이 처음으로 다른 곳은 `{place}`입니다.",
            sentence(f"{en}the first value that differs is at `{place}`."),
        ),
        (
            "그 앞은 모두 맞습니다. 이곳에서 처음 쓰이는 것이 무엇인지 보세요.",
            "All before it is right: what is used there for the first time?",
        ),
    )


def sentence(text: str) -> str:
    """Begin with a capital letter; the rest stays."""
    return text[:1].upper() + text[1:]


def earliest(places: np.ndarray, letters: str) -> list[int]:
    """Return the first index in time, then in the order of the axes."""
    time = letters.find("T")
    return min(places.tolist(), key=lambda index: (index[time] if time >= 0 else 0, index))


def results(value) -> tuple:
    """Return the results of one call as a tuple."""
    return value if isinstance(value, tuple) else (value,)
