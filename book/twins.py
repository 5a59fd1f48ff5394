"""Find where the Korean and the English text of a page have drifted apart.

``find_problems(path)`` reads a chapter or a page and returns everything that a person must put
right: twins that miss, moved or changed order, parts that differ (headings, labels, equations,
links, code, figures, numbers), and twins whose partner changed after it was last read.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from book.anatomy import Anatomy, dissect
from book.cells import LANGUAGES, Cell, display_name, read_page, text_hash
from book.checks import faults
from book.problems import Problem

_OTHER = {"ko": "en", "en": "ko"}
_FIGURE = re.compile(r"^(?P<stem>.*)\.(?P<language>ko|en)\.svg$")

# A small number may be a digit in one language and a word in the other.
_NUMBER_WORDS = {
    "0": "영|없|zero|no|none",
    "1": "하나|한|첫|one|first|once|single",
    "2": "둘|두|two|second|twice|both|pair",
    "3": "셋|세|석|three|third",
    "4": "넷|네|넉|four|fourth",
    "5": "다섯|five|fifth",
    "6": "여섯|six|sixth",
    "7": "일곱|seven|seventh",
    "8": "여덟|eight|eighth",
    "9": "아홉|nine|ninth",
    "10": "열|ten|tenth",
}


def command(path: Path) -> str:
    """Return the command that an author runs after reading both twins of a page."""
    kind = "ASSIGNMENT" if "source" in path.parts else "CHAPTER"
    return f"make stamp {kind}={path.stem}"


def find_problems(path: Path) -> list[Problem]:
    """Return every problem of a page's twins, in the order of its cells."""
    cells = read_page(path)
    return [
        *_repeated_ids(path, cells),
        *_wrong_names(path, cells),
        *_loose_twins(path, cells),
        *_unfit_checks(path, cells),
        *(p for ko, en in pairs(cells) for p in compare(path, ko, en)),
    ]


def base_of(cell: Cell) -> str:
    """Return a cell's id without its language: ``lstm-why-ko`` -> ``lstm-why``."""
    return re.sub(r"-(ko|en)$", "", cell.id)


def pairs(cells: list[Cell]) -> list[tuple[Cell, Cell]]:
    """Return the twins that stand where they belong: Korean, then English directly behind."""
    return [
        (one, two)
        for one, two in pairwise(cells)
        if one.language == "ko" and two.language == "en" and base_of(one) == base_of(two)
    ]


def _repeated_ids(path: Path, cells: list[Cell]) -> list[Problem]:
    return [
        Problem(
            display_name(path),
            name,
            ("같은 id가 여러 번 나옵니다", "the id is not unique"),
            f"{count} cells named {name}",
            "1",
            ("셀마다 다른 id를 주세요.", "give each cell an id of its own."),
        )
        for name, count in Counter(cell.id for cell in cells).items()
        if count > 1
    ]


def _wrong_names(path: Path, cells: list[Cell]) -> list[Problem]:
    """A cell whose tags and id do not say the same language."""
    found = []
    for cell in cells:
        named = [tag for tag in cell.tags if tag in LANGUAGES]
        suffix = cell.id[-2:] if cell.id.endswith(("-ko", "-en")) else None
        if named == ([suffix] if suffix else []) and (cell.kind == "markdown" or not named):
            continue
        wanted = f"id {base_of(cell)}-ko + tag ko, id {base_of(cell)}-en + tag en, or neither"
        found.append(
            Problem(
                display_name(path),
                cell.id,
                ("태그와 id가 서로 다른 언어를 말합니다", "tags and id disagree on the language"),
                f"id {cell.id}, tags {list(cell.tags)}",
                wanted if cell.kind == "markdown" else "code is shared: neither tag nor suffix",
                ("태그와 id의 끝을 맞추세요.", "make the tag and the end of the id agree."),
            )
        )
    return found


def _loose_twins(path: Path, cells: list[Cell]) -> list[Problem]:
    """Twins without a partner directly beside them: missing, moved, in the wrong order."""
    paired = {id(cell) for pair in pairs(cells) for cell in pair}
    place = {(base_of(c), c.language): n for n, c in enumerate(cells) if c.language}
    found = []
    for number, cell in enumerate(cells):
        if cell.language is None or id(cell) in paired:
            continue
        base, other = base_of(cell), _OTHER[cell.language]
        partner = place.get((base, other))
        if partner is not None and cell.language == "en":
            continue  # said once, at the Korean cell
        found.append(_loose(path, cells, number, f"{base}-{other}", partner))
    return found


def _loose(path: Path, cells: list[Cell], number: int, wanted: str, partner: int | None) -> Problem:
    """Say what is wrong with the twin at ``number`` whose partner is not directly behind it."""
    cell = cells[number]
    behind = cells[number + 1].id if number + 1 < len(cells) else "(the end)"
    expected = f"{base_of(cell)}-ko, then {base_of(cell)}-en directly behind it"
    if partner is None:
        what = ("짝이 없습니다", "its twin is missing")
        given = f"no cell {wanted} with tag {wanted[-2:]}; behind it stands {behind}"
        fix = (
            f"{wanted} 셀을 쓰거나 이름을 바로잡고, 두 언어에 공통이면 태그를 지우세요.",
            f"write (or rename) the cell {wanted}; a cell for both languages has no tag.",
        )
    elif partner == number - 1:
        what = ("쌍둥이의 순서가 바뀌었습니다", "the twins stand in the wrong order")
        given = f"{wanted} before {cell.id}"
        fix = (f"{cell.id} 셀을 {wanted} 앞으로 옮기세요.", f"move {cell.id} before {wanted}.")
    else:
        what = ("짝이 바로 뒤에 있지 않습니다", "its twin has moved away")
        given = f"{behind} directly behind {cell.id}, {wanted} elsewhere"
        fix = (f"{wanted} 셀을 {cell.id} 바로 뒤로 옮기세요.", f"move {wanted} behind {cell.id}.")
    return Problem(display_name(path), cell.id, what, given, expected, fix)


def _unfit_checks(path: Path, cells: list[Cell]) -> list[Problem]:
    """Self-check questions that lack something."""
    return [
        Problem(display_name(path), cell.id, fault.what, fault.given, fault.expected, fault.fix)
        for cell in cells
        if cell.kind == "markdown"
        for check in dissect(cell.source).checks
        for fault in faults(check)
    ]


def compare(path: Path, ko: Cell, en: Cell) -> list[Problem]:
    """Compare two twins part by part, then their stamps."""
    one, two = dissect(ko.source), dissect(en.source)
    found = [
        _differ(path, ko, en, what, left, right)
        for what, left, right in _parts(one, two)
        if left != right
    ]
    found += _figures(path, ko, one) + _figures(path, en, two)
    return found + _stale(path, ko, en) + _stale(path, en, ko)


def _parts(one: Anatomy, two: Anatomy) -> list[tuple[tuple[str, str], list, list]]:
    """Name each part that must agree. Where the order of words is free, lists are sorted."""
    stems = [[_FIGURE.sub(r"\g<stem>", figure) for figure in t.figures] for t in (one, two)]
    outlines = [[check.outline for check in text.checks] for text in (one, two)]
    return [
        (("제목 수준", "heading levels"), one.heading_levels, two.heading_levels),
        (("레이블", "labels"), one.labels, two.labels),
        (("수식", "equations"), one.display, two.display),
        (("수식 레이블", "equation labels"), one.equation_labels, two.equation_labels),
        (("문장 속 수식", "inline equations"), sorted(one.inline), sorted(two.inline)),
        (("링크", "links"), sorted(one.links), sorted(two.links)),
        (("참조", "roles and their targets"), sorted(one.roles), sorted(two.roles)),
        (("코드 표기", "code literals"), sorted(one.codes), sorted(two.codes)),
        (("코드 블록", "code blocks"), one.blocks, two.blocks),
        (("지시어", "directives"), one.directives, two.directives),
        (("그림", "figures"), *stems),
        (("확인 문제", "self-check questions"), *outlines),
        (("숫자", "numbers"), *_numbers(one, two)),
    ]


def _numbers(one: Anatomy, two: Anatomy) -> tuple[list[str], list[str]]:
    """Leave only the numbers that one text has and the other has neither as digit nor as word."""
    left, right = Counter(one.numbers), Counter(two.numbers)
    only_one = [n for n in (left - right).elements() if not _as_word(n, two)]
    only_two = [n for n in (right - left).elements() if not _as_word(n, one)]
    return sorted(only_one), sorted(only_two)


def _as_word(number: str, text: Anatomy) -> bool:
    words = _NUMBER_WORDS.get(number)
    return bool(
        words and re.search(rf"(?<![A-Za-z])({words})(?![A-Za-z])", text.words, re.IGNORECASE)
    )


def _differ(
    path: Path, ko: Cell, en: Cell, what: tuple[str, str], left: list, right: list
) -> Problem:
    """Say that a part differs, naming only what one side has and the other has not."""
    only_ko = list((Counter(map(str, left)) - Counter(map(str, right))).elements())
    only_en = list((Counter(map(str, right)) - Counter(map(str, left))).elements())
    if not only_ko and not only_en:  # the same things in another order
        only_ko, only_en = left, right
    return Problem(
        display_name(path),
        en.id,
        (f"{what[0]}: {ko.id} 셀과 다릅니다", f"{what[1]} differ from {ko.id}"),
        f"only in {en.id}: {_listed(only_en)}",
        f"the same as in {ko.id}, which has: {_listed(only_ko)}",
        (
            f"{ko.id} 셀과 {en.id} 셀을 나란히 읽고 맞춘 뒤 `{command(path)}`을 실행하세요.",
            f"read {ko.id} and {en.id} side by side, make them agree, run `{command(path)}`.",
        ),
    )


def _listed(items: list) -> str:
    return "; ".join(str(item).replace("\n", "⏎") for item in items) or "(nothing / 없음)"


def _figures(path: Path, cell: Cell, parts: Anatomy) -> list[Problem]:
    """A twin shows the figure of its own language."""
    wrong = [
        figure
        for figure in parts.figures
        if (found := _FIGURE.match(figure)) and found["language"] != cell.language
    ]
    return [
        Problem(
            display_name(path),
            cell.id,
            ("다른 언어의 그림을 씁니다", "it shows the other language's figure"),
            figure,
            _FIGURE.sub(rf"\g<stem>.{cell.language}.svg", figure),
            ("그림 파일 이름을 바꾸세요.", "change the name of the figure's file."),
        )
        for figure in wrong
    ]


def _stale(path: Path, reader: Cell, partner: Cell) -> list[Problem]:
    """``reader`` carries the stamp of the partner's text as it was last read."""
    now = text_hash(partner.source)
    if reader.twin == now:
        return []
    never = reader.twin is None
    what = (
        ("아직 짝과 대조하지 않았습니다", "it was never read against its twin")
        if never
        else (f"{partner.id} 셀이 그 뒤에 바뀌었습니다", f"{partner.id} has changed since")
    )
    return [
        Problem(
            display_name(path),
            reader.id,
            what,
            "no stamp" if never else f"stamp {reader.twin}",
            f"stamp {now} (the text of {partner.id} now)",
            (
                f"{partner.id} 셀을 읽고 {reader.id} 셀을 고친 뒤 `{command(path)}`을 실행하세요.",
                f"read {partner.id}, carry its change into {reader.id}, run `{command(path)}`.",
            ),
            stale=True,
        )
    ]
