"""Why a submission cannot be graded, for teacher and student, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from rnnkit.errors import explain

from .intake.reasons import REASONS

# code: (what, ko), expected, (fix, ko)
FAULTS = {
    "no_notebook": (
        ("no notebook was handed in", "노트북이 없습니다."),
        "{name}",
        ("hand in the notebook under this name", "이 이름으로 노트북을 내세요."),
    ),
    "wrong_name": (
        ("the notebook has another name", "노트북의 이름이 다릅니다."),
        "{name}",
        ("give it the expected name and hand it in again", "이름을 고쳐 다시 내세요."),
    ),
    "not_a_file": (
        ("it is a link or a folder, not a file", "파일이 아니라 링크나 폴더입니다."),
        "{name}",
        ("hand in the notebook itself", "노트북 파일을 그대로 내세요."),
    ),
    "too_large": (
        ("the notebook is too large", "노트북이 너무 큽니다."),
        "at most 100 MB / 100 MB 이하",
        (
            "clear the outputs (Edit, Clear Outputs of All Cells), save, and hand it in again",
            "모든 셀의 출력을 지우고 저장한 뒤 다시 내세요.",
        ),
    ),
    "empty": (
        ("the file is empty", "빈 파일입니다."),
        "a notebook / 노트북",
        ("save the notebook and hand it in again", "노트북을 저장한 뒤 다시 내세요."),
    ),
    "not_json": (
        ("the file is not a notebook: it is no JSON", "노트북이 아닙니다(JSON이 아닙니다)."),
        "a notebook / 노트북",
        (
            "hand in the .ipynb file that Jupyter saved",
            "Jupyter가 저장한 .ipynb 파일을 그대로 내세요.",
        ),
    ),
    "not_a_notebook": (
        ("the file has no notebook's form", "노트북의 형식이 아닙니다."),
        "cells with source and metadata / source와 metadata가 있는 셀",
        (
            "open it in Jupyter, save it, and hand it in again",
            "Jupyter에서 열어 저장한 뒤 다시 내세요.",
        ),
    ),
    "another_assignment": (
        (
            "no cell of this assignment is in the notebook",
            "이 과제의 셀이 하나도 없습니다.",
        ),
        "the released notebook, filled in / 배포한 노트북에 답을 쓴 것",
        (
            "write the answers into the released notebook and hand it in again",
            "배포한 노트북에 답을 써서 다시 내세요.",
        ),
    ),
    "dead_kernel": (
        (
            "the code ended the Python process while it ran",
            "실행하던 중에 코드가 파이썬을 끝냈습니다.",
        ),
        "code that runs to its end / 끝까지 실행되는 코드",
        (
            "take out exit() or what uses up the memory, restart the kernel, run all cells",
            "exit()나 메모리를 다 쓰는 부분을 빼고, 커널을 다시 시작해 모두 실행한 뒤 다시 내세요.",
        ),
    ),
    "unresponsive": (
        (
            "the code did not end and could not be interrupted",
            "코드가 끝나지 않고, 멈출 수도 없었습니다.",
        ),
        "code that ends / 끝나는 코드",
        ("look for a loop that never ends", "끝나지 않는 반복문을 찾아 고치세요."),
    ),
    "unexpected": (
        ("grading failed for a reason of its own", "예상하지 못한 까닭으로 채점하지 못했습니다."),
        "a notebook that nbgrader can grade / nbgrader가 채점할 수 있는 노트북",
        ("the teacher finds the details in the log", "자세한 내용은 기록 파일에 있습니다(교사용)."),
    ),
    **REASONS,
}


@dataclass(eq=False)
class FaultError(Exception):
    """One submission that could not be graded."""

    code: str
    name: str = ""
    given: str = ""

    def what(self, language: str) -> str:
        """Say in one line what is wrong."""
        (en, ko), _, _ = FAULTS[self.code]
        text = ko if language == "ko" else f"{en[0].upper()}{en[1:]}."
        return text

    def why(self, language: str) -> str:
        """Say it for a table: with what was found."""
        text = self.what(language).rstrip(".")
        return f"{text} ({self.given})" if self.given else text

    def fix(self, language: str) -> str:
        """Say what to do."""
        en, ko = FAULTS[self.code][2]
        return ko if language == "ko" else f"{en[0].upper()}{en[1:]}."

    def explain(self, place: str) -> str:
        """Say all of it, in both languages."""
        (en, ko), expected, (fix, ko_fix) = FAULTS[self.code]
        wanted = expected.format(name=f"{self.name}.ipynb")
        given = self.given or "–"
        return explain(place, en, ko, given=given, expected=wanted, fix=f"{fix} / {ko_fix}")
