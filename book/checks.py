"""Read a self-check question: what is asked, the answers that are known, a reply to each.

A question is a directive that reads as a plain list where nothing else is understood::

    :::{check} shape
    :value: SimpleRNN(3)(x(2, 7, 5)).shape

    What does the layer return?

    - [ ] `(2, 7, 3)`
      That is every step; without `return_sequences` only the last one comes out.
    - [x] `(2, 3)`
      One state of length 3 for each of the 2 sequences.
    :::

``value`` is computed by a test and must be what the right answer says; ``claim`` must be true.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

KINDS = ("choice", "shape", "number")
OPTIONS = ("value", "claim")
WORDS = {
    "ko": {
        "title": "문제",
        "answers": "정답과 풀이",
        "right_answer": "정답",
        "check": "확인하기",
        "answer": "답",
        "right": "맞습니다.",
        "wrong": "아닙니다.",
        "nothing": "먼저 답을 고르거나 적으세요.",
        "other": "자주 나오는 오답은 아닙니다. 항을 하나씩 써 보거나 아래 풀이를 펼치세요.",
        "shape": "모양은 (4, 9)처럼 숫자만 적습니다.",
        "number": "숫자 하나로 적습니다.",
    },
    "en": {
        "title": "Question",
        "answers": "Answer, and why",
        "right_answer": "Right",
        "check": "Check",
        "answer": "Answer",
        "right": "Right.",
        "wrong": "No.",
        "nothing": "Choose or write an answer first.",
        "other": "Not one of the usual slips. Write it out term by term, or open the answer below.",
        "shape": "Write a shape in figures, such as (4, 9).",
        "number": "Write one number.",
    },
}
_ITEM = re.compile(r"^[-*+] \[(?P<mark>.?)\]\s*(?P<text>.*)$")


@dataclass(frozen=True)
class Fault:
    """What is wrong with a question; ``what`` and ``fix`` are (Korean, English) pairs."""

    what: tuple[str, str]
    given: str
    expected: str
    fix: tuple[str, str]

    def __str__(self) -> str:
        return (
            f"{self.what[1]} / {self.what[0]}; given / 지금: {self.given}; expected / 기대: "
            f"{self.expected}; fix: {self.fix[1]} / 고치기: {self.fix[0]}"
        )


@dataclass
class Answer:
    """One answer that is known: right or wrong, as Markdown, with its reply."""

    right: bool
    text: str
    reply: str = ""


@dataclass
class Check:
    """One question."""

    kind: str
    question: str
    answers: list[Answer] = field(default_factory=list)
    value: str = ""
    claim: str = ""
    stray: str = ""  # a line that belongs to no answer

    @property
    def outline(self) -> str:
        """What both languages must have alike: kind, computed value, which answer is right."""
        marks = "".join("[x]" if answer.right else "[ ]" for answer in self.answers)
        return " ".join(part for part in (self.kind, marks, self.value, self.claim) if part)

    def ordered(self) -> list[tuple[int, Answer]]:
        """Return the answers with their places, the right one first."""
        return sorted(enumerate(self.answers), key=lambda pair: not pair[1].right)


def read_check(kind: str, options: dict[str, str], lines: list[str]) -> Check:
    """Read the content of the directive; what is wrong with it, :func:`faults` says."""
    first = next((n for n, line in enumerate(lines) if _ITEM.match(line)), len(lines))
    check = Check(
        kind=kind.strip(),
        question="\n".join(lines[:first]).strip("\n"),
        value=(options.get("value") or "").strip(),
        claim=(options.get("claim") or "").strip(),
    )
    for line in lines[first:]:
        if item := _ITEM.match(line):
            check.answers.append(Answer(item["mark"] in "xX" and item["mark"] != "", item["text"]))
        elif not line.strip() or line.startswith("  "):
            check.answers[-1].reply += f"{line[2:]}\n"
        else:
            check.stray = check.stray or line
    for answer in check.answers:
        answer.reply = answer.reply.strip("\n")
    return check


def typed(kind: str, text: str) -> str | None:
    """Return one form of a typed answer, whatever its spacing: ``( 2,7 , 3)`` -> ``2,7,3``.

    None if it is no answer of that kind. ``check.js`` reads what a reader types in the same way.
    """
    plain = unicodedata.normalize("NFKC", text).strip().strip("`").strip()
    if kind == "number":
        plain = re.sub(r"\s|,(?=\d{3}(?!\d))|개$", "", plain).replace("−", "-")
        return str(float(plain)) if re.fullmatch(r"-?(\d+(\.\d*)?|\.\d+)", plain) else None
    inner = re.sub(r"^[(\[]\s*|\s*[)\]]$", "", plain)
    if not re.fullmatch(r"\d+(\s*[,x×*\s]\s*\d+)*\s*,?", inner):
        return None
    return ",".join(str(int(size)) for size in re.findall(r"\d+", inner))


def faults(check: Check) -> list[Fault]:
    """Return everything that an author must put right, the first cause first."""
    if check.kind not in KINDS:
        kinds = ", ".join(KINDS)
        return [
            Fault(
                ("모르는 종류의 문제입니다", "an unknown kind of question"),
                check.kind or "(nothing)",
                kinds,
                (f"`:::{{check}} shape`처럼 {kinds} 가운데 하나를 적으세요.",
                 f"write one of {kinds}, as in `:::{{check}} shape`."),
            )
        ]  # fmt: skip
    return [*_whole(check), *(fault for answer in check.answers for fault in _each(check, answer))]


def _whole(check: Check) -> list[Fault]:
    found, right = [], [answer.text for answer in check.answers if answer.right]
    if not check.question:
        found.append(
            Fault(
                ("묻는 글이 없습니다", "nothing is asked"),
                "no text before the first answer",
                "a question, then `- [ ] …`",
                ("첫 답 앞에 질문을 쓰세요.", "write the question before the first answer."),
            )
        )
    if len(right) != 1:
        found.append(
            Fault(
                ("정답은 하나여야 합니다", "no right answer" if not right else "two right answers"),
                f"{len(right)} of {len(check.answers)} answers marked [x]",
                "exactly one",
                ("맞는 답 하나에만 `- [x]`를 붙이세요.", "mark one answer with `- [x]`."),
            )
        )
    if len(right) == len(check.answers):
        found.append(
            Fault(
                ("오답이 없습니다", "no wrong answer"),
                f"{len(check.answers)} answer(s)",
                "a wrong answer that learners give",
                ("흔한 오답을 `- [ ]`로 더하세요.", "add one as `- [ ]`."),
            )
        )
    if check.stray:
        found.append(
            Fault(
                ("어느 답에도 속하지 않는 줄입니다", "a line that belongs to no answer"),
                check.stray.strip()[:60],
                "two spaces before each line of a reply",
                ("줄 앞을 두 칸 들여 쓰세요.", "indent the line by two spaces."),
            )
        )
    return found


def _each(check: Check, answer: Answer) -> list[Fault]:
    found = []
    if not answer.reply:
        found.append(
            Fault(
                ("대답이 없는 답입니다", "an answer without a reply"),
                answer.text,
                "a reply on the next line, two spaces in",
                ("그 답을 고른 까닭과 맞는 생각을 쓰세요.", "say which thought leads there."),
            )
        )
    same = [one for one in check.answers if _form(check, one) == _form(check, answer)]
    if len(same) > 1 and same[-1] is answer:
        found.append(
            Fault(
                ("같은 답이 두 번 나옵니다", "the same answer twice"),
                answer.text,
                "answers that differ",
                ("하나를 지우세요.", "drop one of them."),
            )
        )
    if check.kind != "choice" and typed(check.kind, answer.text) is None:
        example = {"shape": "`(2, 7, 3)`", "number": "`24`"}[check.kind]
        found.append(
            Fault(
                ("적어 넣을 수 있는 답이 아닙니다", f"no {check.kind}"),
                answer.text,
                f"a {check.kind} alone, such as {example}",
                (f"{example}처럼 쓰거나 종류를 choice로 바꾸세요.",
                 f"write it as {example}, or make it a choice."),
            )
        )  # fmt: skip
    return found


def _form(check: Check, answer: Answer) -> str:
    return answer.text if check.kind == "choice" else str(typed(check.kind, answer.text))
