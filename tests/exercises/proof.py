"""Who catches what: ``python -m tests.exercises.proof`` writes the tables of book/proof.md.

Every known mistake is played against the tests of its question, and diagnosed. A test says when the
page is not what is played.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from book.blocks import table, with_blocks
from book.stamp import renew
from exercises import answers, mistakes
from exercises.answers import points_of
from tests.exercises import course, styles

PAGE = course.ROOT / "book" / "proof.md"
CODES = [f"M{number:02}" for number in range(1, 31)]


def own_name(assignment: str, question: str, name: str) -> bool:
    """Tell whether a known-wrong answer is given its own finding and no other."""
    names, finding = mistakes.ASSIGNMENTS[assignment][question].wrong_answers[name]
    return mistakes.diagnose(assignment, question, names) == [finding]


def caught(assignment: str) -> dict[tuple[str, str], list[str]]:
    """Return the tests that each known-wrong answer of an assignment fails."""
    played = course.played(assignment)["correct"]["mistakes"]
    return {
        (question, name): [key for key, one in played[f"{question}: {name}"].items() if one["said"]]
        for question, asked in mistakes.ASSIGNMENTS[assignment].items()
        for name in asked.wrong_answers
    }


def right_ones(assignment: str) -> tuple[int, int]:
    """Return how many right answers were tried, and how many of them were said to be mistaken."""
    played = course.played(assignment)
    worth = sum(points_of(course.source(assignment)).values())
    full = [name for name, one in answers.load(assignment).items() if one.earns == worth]
    false = sum(any(map(any, played[name]["findings"].values())) for name in full)
    tried = len(full)
    for question, functions in styles.written(assignment).items():
        asked = mistakes.ASSIGNMENTS[assignment][question]
        tried += len(functions)
        false += sum(bool(asked.diagnose({asked.function: one})) for one in functions)
    return tried, false


def summary() -> str:
    """Return the table of all assignments."""
    header = ["points", "questions", "mistakes", "caught", "named", "right", "false"]
    rows = [[f"`{assignment}`", *figures(assignment)] for assignment in course.ASSIGNMENTS]
    return table(["", *(f"`{one}`" for one in header)], rows, tuple(range(1, len(header) + 1)))


def figures(assignment: str) -> list[str]:
    """Return one line of that table."""
    seen = caught(assignment)
    cells = course.source(assignment).cells
    counts = [
        sum(course.facts(cell).get("points", 0) for cell in cells),
        len(mistakes.ASSIGNMENTS[assignment]),
        len(seen),
    ]
    named = sum(own_name(assignment, *key) for key in seen)
    shares = [sum(map(bool, seen.values())) / len(seen), named / len(seen)]
    return [
        *(f"{count:g}" for count in counts),
        *(f"{share:.0%}" for share in shares),
        *map(str, right_ones(assignment)),
    ]


def matrix() -> str:
    """Return how many known mistakes of each code each assignment has."""
    numbers = [assignment[:2] for assignment in course.ASSIGNMENTS]
    counts = {
        assignment: Counter(
            finding.code
            for asked in mistakes.ASSIGNMENTS[assignment].values()
            for _, finding in asked.wrong_answers.values()
        )
        for assignment in course.ASSIGNMENTS
    }
    rows = [
        [f"[{code}](#{code.lower()})", *(str(counts[one][code] or "") for one in counts)]
        for code in CODES
    ]
    return table(["", *(f"`{number}`" for number in numbers)], rows, tuple(range(1, 99)))


def each_mistake(assignment: str) -> str:
    """Return a line for each known mistake: its question, its code, the tests that it fails."""
    header = ["`question`", "`mistake`", "", "`caught by`"]
    rows = []
    for (question, name), tests in caught(assignment).items():
        code = mistakes.ASSIGNMENTS[assignment][question].wrong_answers[name][1].code
        ends = ", ".join(f"`{key.removeprefix(question).lstrip('-') or key}`" for key in tests)
        rows.append([f"`{question}`", f"`{name}`", f"[{code}](#{code.lower()})", ends])
    return table(header, rows)


def blocks() -> dict[str, str]:
    """Return the text of each computed block of the page by its id."""
    found = {"proof-whole": summary(), "proof-codes": matrix()}
    return found | {f"proof-{name}": each_mistake(name) for name in course.ASSIGNMENTS}


def main(page: Path = PAGE) -> None:
    """Write all computed blocks into the page."""
    fresh = blocks()
    page.write_text(with_blocks(page.read_text(encoding="utf-8"), fresh), encoding="utf-8")
    renew(page)
    print(json.dumps({name: text.count("\n") - 1 for name, text in fresh.items()}))


if __name__ == "__main__":
    main()
