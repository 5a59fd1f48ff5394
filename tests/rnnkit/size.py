"""How long rnnkit is: ``python -m tests.rnnkit.size`` prints its lines of code.

A line counts when it holds code: no blank line, no comment, no docstring.
"""

import ast
import io
import tokenize
from pathlib import Path

RNNKIT = Path(__file__).resolve().parents[2] / "rnnkit"
SILENT = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}


def code_lines(source):
    """Return how many lines of a module's source hold code."""
    words, lines = set(), set()
    for node in ast.walk(ast.parse(source)):
        documented = isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
        if documented and ast.get_docstring(node) is not None:
            words.update(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in SILENT and token.string:
            lines.update(range(token.start[0], token.end[0] + 1))
    return len(lines - words)


def by_module():
    """Return {module: lines of code}."""
    files = sorted(RNNKIT.rglob("*.py"))
    return {
        str(file.relative_to(RNNKIT)): code_lines(file.read_text(encoding="utf-8"))
        for file in files
    }


if __name__ == "__main__":
    found = by_module()
    for module, count in found.items():
        print(f"{count:>5}  {module}")
    print(f"{sum(found.values()):>5}  rnnkit")
