"""Outputs as a notebook stores them: made here for tests, doubted when a player sends them."""

from __future__ import annotations

import ast
import linecache
import sys
import traceback
import warnings

DEAD = (
    "코드가 파이썬을 끝냈거나 쓸 수 있는 것보다 많이 썼습니다. / "
    "The code ended Python, or used more than it may."
)
LATE = "시간이 다 되었습니다. / Time is over."


def error(name: str, text: str, lines: list[str] | None = None) -> dict:
    """Return an exception as a notebook stores it."""
    lines = lines or [f"{name}: {text}"]
    return {"output_type": "error", "ename": name, "evalue": text, "traceback": lines}


def is_late(outputs: list[dict]) -> bool:
    """Tell whether a cell was stopped because its time was over."""
    return any(one.get("ename") == "CellTimeoutError" for one in outputs)


def outputs_of(found) -> list[dict]:
    """Check the outputs of a cell that the player reports; the form is a notebook's or nothing."""
    kept = []
    for one in found if type(found) is list else []:
        wanted = FORMS.get(one.get("output_type")) if type(one) is dict else None
        if wanted and all(type(one.get(key)) is kind for key, kind in wanted.items()):
            kept.append(cleaned({key: one[key] for key in ("output_type", *wanted)}))
    return kept


def cleaned(output: dict) -> dict:
    """Return an output whose parts are of the types that a notebook may hold."""
    if output.get("ename") == "TimeIsOver":
        return error("CellTimeoutError", LATE)
    if "data" in output:
        output["metadata"] = {}
        output["data"] = {
            kind: text if kind.endswith("json") else str(text)
            for kind, text in output["data"].items()
            if type(kind) is str and "/" in kind
        }
    if "name" in output and output["name"] != "stderr":
        output["name"] = "stdout"
    if "traceback" in output:
        output["traceback"] = [str(line) for line in output["traceback"]]
    return output


FORMS = {
    "stream": {"name": str, "text": str},
    "display_data": {"data": dict, "metadata": dict},
    "execute_result": {"data": dict, "metadata": dict, "execution_count": int},
    "error": {"ename": str, "evalue": str, "traceback": list},
}


def execute(source: str, name: str, space: dict):
    """Execute a cell; return the value of its last line if that is an expression."""
    file = f"<{name}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    tree = ast.parse(source, file)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(tree, file, "exec"), space)
        if last is None:
            return None
        return eval(compile(ast.Expression(last.value), file, "eval"), space)


def shown(said: str, value) -> list[dict]:
    """Return what a test printed and evaluated to; it should do neither."""
    outputs = []
    if said:
        outputs.append({"output_type": "stream", "name": "stdout", "text": said[:1000]})
    if value is not None:
        form = {"data": {"text/plain": repr(value)[:1000]}, "metadata": {}}
        outputs.append({"output_type": "execute_result", **form, "execution_count": None})
    return outputs


def described(problem: BaseException, name: str) -> dict:
    """Return an exception of a test as a notebook stores it: the frames of the test alone."""
    frames = [one for one in traceback.extract_tb(sys.exc_info()[2]) if one.filename[:1] == "<"]
    kind, text = type(problem).__name__, str(problem)
    lines = ["".join(traceback.format_list(frames)), f"{kind}: {text}"]
    return error(kind, text, [line for line in lines if line])
