"""Make what students get: nbgrader's release of the bilingual source, then one copy per language.

`release/NAME` is nbgrader's own, with both languages: the exchange and formgrader know that place.
`release/ko/NAME` and `release/en/NAME` are the same cells without the other language's plain text.
"""

from __future__ import annotations

import copy
import shutil
import tempfile
from pathlib import Path

import nbformat
from nbgrader.converters import GenerateAssignment
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import SaveCells

from . import anatomy
from .check import check_source
from .course import Course
from .ledger import wait_for_gradebook
from .quiet import LastWords
from .refusal import RefusalError
from .words import LANGUAGES


def release(course: Course, assignment: str, *, force: bool = False) -> list[Path]:
    """Check the source, release it in both languages and register it in the gradebook.

    Returns
    -------
    list of Path
        The Korean and the English notebook.

    Raises
    ------
    RefusalError
        If the source is wrong, or another release of this name stands there and `force` is not set.
    """
    check_source(course.notebook("source", assignment))
    wait_for_gradebook(course)
    with tempfile.TemporaryDirectory(prefix="release-") as new:
        stage = Path(new)
        generate(course, assignment, stage / "trial", register=False)
        made = editions(stage / "trial", assignment)
        places = {edition: course.folder("release") / edition / assignment for edition in made}
        differing = [one for one in made if differs(made[one], places[one], assignment)]
        if differing and not force:
            refuse_to_replace(course, [places[one] for one in differing])
        generate(course, assignment, stage / "real", register=True)
        for edition in made:
            put(made[edition], places[edition], keep=edition in differing)
    return [places[language] / f"{assignment}.ipynb" for language in LANGUAGES]


def generate(course: Course, assignment: str, folder: Path, *, register: bool) -> None:
    """Run nbgrader's generate_assignment into a folder; `register` writes into the gradebook."""
    converter = course.converter(GenerateAssignment, assignment, release_directory=str(folder))
    if not register:
        converter.no_database = True
        converter.preprocessors = [one for one in converter.preprocessors if one is not SaveCells]
    try:
        converter.start()
    except NbGraderException:
        raise RefusalError(
            assignment,
            "nbgrader could not release it",
            "nbgrader가 배포본을 만들지 못했습니다.",
            given=LastWords.said or "–",
            expected="cells as in the gradebook, if somebody has handed in already",
            fix="keep the grade ids after the first submission; see the log / "
            "제출을 받은 뒤에는 grade_id를 바꾸지 마세요(기록 파일 참고)",
        ) from None


def editions(stage: Path, assignment: str) -> dict[str, Path]:
    """Write the two languages' copies beside nbgrader's own release."""
    plain = stage / assignment
    both = nbformat.read(plain / f"{assignment}.ipynb", as_version=4)
    for cell in both.cells:
        cell.metadata.pop("twin", None)
    both.metadata["course"] = {"assignment": assignment}
    nbformat.write(both, plain / f"{assignment}.ipynb")
    made = {".": plain}
    for language in LANGUAGES:
        made[language] = stage / language / assignment
        shutil.copytree(plain, made[language])
        one = in_language(both, language)
        nbformat.write(one, made[language] / f"{assignment}.ipynb")
    return made


def in_language(notebook, language: str):
    """Drop the other language's plain Markdown; nothing that nbgrader knows is touched."""
    other = set(LANGUAGES) - {language}
    one = copy.deepcopy(notebook)
    one.cells = [
        cell
        for cell in one.cells
        if cell.cell_type != "markdown"
        or anatomy.grade_id(cell)
        or not other & set(cell.metadata.get("tags", ()))
    ]
    one.metadata["course"]["language"] = language
    return one


def content(folder: Path) -> dict[str, object]:
    """Return what a release says; cell ids that nbformat draws anew say nothing."""
    found: dict[str, object] = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".ipynb":
            notebook = nbformat.read(path, as_version=4)
            cells = [(cell.cell_type, cell.source, cell.metadata) for cell in notebook.cells]
            found[str(path.relative_to(folder))] = (cells, notebook.metadata)
        elif path.is_file():
            found[str(path.relative_to(folder))] = path.read_bytes()
    return found


def differs(made: Path, place: Path, assignment: str) -> bool:
    """Tell whether another release stands at a place."""
    return (place / f"{assignment}.ipynb").exists() and content(made) != content(place)


def free_name(place: Path) -> Path:
    """Return a name beside a folder under which nothing stands: NAME.old-1, NAME.old-2, …"""
    number = 1
    while (old := place.with_name(f"{place.name}.old-{number}")).exists():
        number += 1
    return old


def put(made: Path, place: Path, keep: bool) -> None:
    """Move a release to its place; what stood there stays beside it under a number."""
    if keep:
        place.rename(free_name(place))
    if not (place / f"{place.name}.ipynb").exists():
        shutil.copytree(made, place, dirs_exist_ok=True)


def refuse_to_replace(course: Course, places: list[Path]) -> None:
    """Say that students may already have the release that stands there."""
    raise RefusalError(
        "release",
        "another release stands there; students may have it already",
        "다른 배포본이 이미 있습니다. 학생이 받았을 수 있습니다.",
        given=", ".join(str(place.relative_to(course.root)) for place in places),
        expected="the same cells, points and texts / 같은 셀과 배점과 글",
        fix="make it with --force; the old one stays beside it / --force를 쓰세요. 옛것도 남습니다",
    )
