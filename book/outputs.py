"""What a stored output may be, and which cells must have one."""

from __future__ import annotations

import ast
import re

from book.cells import Cell, joined

KEPT = ("text/plain",)  # what a notebook stores; pictures are drawn by tracked scripts
STEPPER = "<rnn-trace"  # and the stepper of a trace: tables of numbers with a script
_SCALAR = re.compile(r"\bnp\.(?:float|int|uint|bool)\w*\(")


def speaks(source: str) -> bool:
    """Tell whether a code cell surely shows something: it prints, or ends in a bare value.

    A call as the last line may return None, so it counts only if it is ``print``.
    """
    try:
        body = ast.parse(re.sub(r"^\s*[%!].*$", "", source, flags=re.MULTILINE)).body
    except SyntaxError:
        return False
    if body and isinstance(body[-1], ast.Expr):
        last = body[-1].value
        documentation = isinstance(last, ast.Constant) and isinstance(last.value, str)
        if not isinstance(last, ast.Call | ast.Await) and not documentation:
            return not source.rstrip().endswith(";")
    return any(_prints(statement) for statement in body)


def _prints(node: ast.AST) -> bool:
    """Look for a call of print that runs now: not inside a function, a class or a branch."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda | ast.If | ast.Try):
        return False
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
        return True
    return any(_prints(child) for child in ast.iter_child_nodes(node))


def is_kept(kind: str, value: str | list[str]) -> bool:
    """Tell whether a notebook stores this form of an output."""
    return kind in KEPT or (kind == "text/html" and joined(value).startswith(STEPPER))


def output_faults(cell: Cell) -> list[str]:
    """Return what is wrong with a code cell's stored outputs, in words for an author."""
    faults = []
    if speaks(cell.source) and not cell.outputs:
        faults.append("it prints, but no output is stored / 출력하는 셀인데 저장된 출력이 없습니다")
    for output in cell.outputs:
        if output.get("output_type") == "error" and "raises-exception" not in cell.tags:
            faults.append(
                f"it ends in {output.get('ename')}; tag raises-exception if that is the lesson "
                "/ 오류로 끝납니다. 뜻한 것이면 raises-exception 태그를 붙이세요"
            )
        for kind, value in output.get("data", {}).items():
            if not is_kept(kind, value):
                faults.append(f"it stores {kind}; only {KEPT[0]} is kept / {kind} 출력이 있습니다")
        if found := _SCALAR.search(str(output.get("text", "")) + str(output.get("data", ""))):
            faults.append(
                f"it shows {found[0]}…): format the number / 숫자를 f'{{x:.4f}}'로 쓰세요"
            )
    return faults
