"""Words of the interface in both languages, and how a language is chosen."""

from __future__ import annotations

import os
import re

LANGUAGES = ("ko", "en")
_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")

WORDS = {
    "student": ("학생", "student"),
    "total": ("합계", "total"),
    "why": ("까닭", "why"),
    "all_right": ("모두 맞았습니다", "everything is right"),
    "no_answer": ("답을 쓰지 않았습니다", "no answer"),
    "by_hand": ("서술형은 채점을 기다립니다", "the written answer waits for a person"),
    "not_handed_in": ("제출하지 않았습니다", "not handed in"),
    "not_graded": ("아직 채점하지 않았습니다", "not graded yet"),
    "timeout": ("실행이 끝나지 않아 멈추었습니다", "it did not end and was stopped"),
    "ended": (
        "코드가 파이썬을 끝냈거나 쓸 수 있는 것보다 많이 썼습니다",
        "the code ended Python, or used more than it may",
    ),
    "does_not_run": ("코드가 실행되지 않습니다", "the code does not run"),
    "restored": ("지워진 셀을 되돌렸습니다", "deleted cells were put back"),
    "copied": ("복사된 셀은 세지 않았습니다", "copied cells were not counted"),
    "feedback": ("과제 결과", "Feedback"),
    "points": ("점수", "Points"),
    "question": ("문항", "Question"),
    "of": ("/", "/"),
    "waiting": ("채점 대기", "waiting"),
    "waiting_long": (
        "선생님이 직접 채점할 문항이 남아 있습니다.",
        "Your teacher still has to grade a part of it by hand.",
    ),
    "your_code": ("제출한 코드", "Your code"),
    "your_answer": ("제출한 답", "Your answer"),
    "your_output": ("실행 결과", "What it printed"),
    "other_cells": ("그 밖의 셀", "Your other cells"),
    "checks": ("확인한 것", "What was checked"),
    "passed": ("통과", "passed"),
    "failed": ("실패", "not yet"),
    "hidden": ("제출한 뒤에만 실행하는 검사", "a check that runs after handing in"),
    "look_again": ("다시 볼 것", "Look again at"),
    "chapter": ("책에서 이 부분 읽기", "Read this part of the book"),
    "mistake": ("이렇게 생각한 것 같습니다", "What you may have thought"),
    "where": ("처음 달라지는 곳", "Where it first differs"),
    "comment": ("선생님의 말", "From your teacher"),
    "withheld": ("[줄 하나를 가렸습니다]", "[one line is withheld]"),
    "picture": ("코드가 그린 그림", "a picture that the code drew"),
    "not_gradable": (
        "이 제출은 채점하지 못했습니다. 0점이라는 뜻이 아닙니다.",
        "This notebook could not be graded. That is not a zero.",
    ),
    "what_to_do": ("이렇게 하세요", "What to do"),
}


def word(key: str, language: str) -> str:
    """Return one word of the interface."""
    return WORDS[key][LANGUAGES.index(language)]


def both(key: str) -> dict[str, str]:
    """Return a word as the mapping that findings use."""
    return dict(zip(LANGUAGES, WORDS[key], strict=True))


def has_hangul(text: str) -> bool:
    """Tell whether a Korean letter stands in ``text``."""
    return _HANGUL.search(text) is not None


def half(text: str, language: str) -> str:
    """Take one language's half of ``한국어 / English``; other text comes back unchanged."""
    for found in re.finditer(r"\s/\s", text):
        left, right = text[: found.start()], text[found.end() :]
        if has_hangul(left) and not has_hangul(right):
            return (left if language == "ko" else right).strip()
    return text


def language_of_terminal(environment=os.environ) -> str:
    """Korean for a Korean locale, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "ko" if environment[name].lower().startswith("ko") else "en"
    return "en"


def language_of_notebook(notebook) -> str:
    """Read a notebook's language: what its release said, else what its text is written in."""
    said = notebook.metadata.get("course", {}).get("language")
    if said in LANGUAGES:
        return said
    prose = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    korean = sum(has_hangul(text) for text in prose)
    return "ko" if 2 * korean > len(prose) else "en"
