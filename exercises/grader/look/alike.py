"""Submissions of one structure, whatever their names, comments and spaces.

Each answer becomes the sequence of its syntax tree's nodes; what counts is runs of nodes that few
others wrote. What was released, and what much of the class wrote, is no sign of anything.
"""

from __future__ import annotations

import ast
import builtins
from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from .gather import Work

RUN = 8  # nodes
RARE = 0.1  # of a class
FEWEST = 12  # rare runs in common
ALIKE = 0.6  # of the rare runs of both
MOST = 20  # pairs on a page


@dataclass(frozen=True)
class Pair:
    """Two submissions, how alike they are (0 to 1), and their code without names of their own."""

    labels: tuple[str, str]
    share: float
    code: tuple[str, str]


class Plain(ast.NodeTransformer):
    """Takes names, texts and docstrings out of a program; what the course gave keeps its name."""

    def __init__(self, given: set[str]):
        self.given, self.known = given | set(dir(builtins)), {}

    def name(self, text: str) -> str:
        """Return a name that says nothing."""
        if text in self.given:
            return text
        return self.known.setdefault(text, f"v{len(self.known) + 1}")

    def visit_Name(self, node):
        node.id = self.name(node.id)
        return node

    def visit_arg(self, node):
        node.arg, node.annotation = self.name(node.arg), None
        return node

    def visit_keyword(self, node):
        node.arg = node.arg and self.name(node.arg)
        return self.generic_visit(node)

    def visit_Attribute(self, node):
        node.attr = self.name(node.attr)
        return self.generic_visit(node)

    def visit_alias(self, node):
        node.name, node.asname = self.name(node.name), node.asname and self.name(node.asname)
        return node

    def visit_FunctionDef(self, node):
        node.name, node.returns, node.decorator_list = self.name(node.name), None, []
        return self.generic_visit(node)

    visit_ClassDef = visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_Expr(self, node):
        if isinstance(node.value, ast.Constant):
            return ast.Pass()
        return self.generic_visit(node)

    def visit_Constant(self, node):
        if isinstance(node.value, str | bytes):
            node.value = "…"
        return node


def plain(source: str, given: set[str]) -> ast.AST | None:
    """Return a program without names of its own; None if it is no program."""
    try:
        return ast.fix_missing_locations(Plain(given).visit(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError, AttributeError):
        return None


def names_in(source: str) -> set[str]:
    """Return the names that a program of the course uses."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return set()
    found = set()
    for node in ast.walk(tree):
        for key in ("id", "arg", "attr", "name"):
            text = getattr(node, key, None)
            found |= {text} if isinstance(text, str) else set()
    return found


def runs(tree: ast.AST) -> Counter:
    """Count the runs of nodes of a tree."""
    nodes = list(in_order(tree))
    return Counter(tuple(nodes[i : i + RUN]) for i in range(len(nodes) - RUN + 1))


def in_order(tree: ast.AST):
    """Yield what each node is, parents before children."""
    stack = [tree]
    while stack:
        node = stack.pop()
        if not isinstance(node, ast.expr_context | ast.Pass):
            yield type(node).__name__
            stack += reversed(list(ast.iter_child_nodes(node)))


def pairs(works: list[Work], released: dict[str, str]) -> list[Pair]:
    """Return the most similar pairs, the most alike first.

    Parameters
    ----------
    works : list of Work
    released : dict
        The text of each answer's cell as it was released.
    """
    given = set().union(*map(names_in, released.values())) if released else set()
    given |= {"numpy", "np", "self"}
    common = set()
    for text in released.values():
        tree = plain(text, given)
        common |= set(runs(tree)) if tree else set()
    trees = {one.label: trees_of(one, given) for one in works if one.answers}
    found = {label: sum((runs(tree) for tree in some), Counter()) for label, some in trees.items()}
    spread = Counter(run for some in found.values() for run in some)
    rare = {run for run, n in spread.items() if n <= max(2, RARE * len(found))} - common
    sets = {label: set(some) & rare for label, some in found.items()}
    listed = []
    for a, b in combinations(sets, 2):
        both = len(sets[a] & sets[b])
        if both >= FEWEST and both / len(sets[a] | sets[b]) >= ALIKE:
            code = tuple("\n\n".join(map(ast.unparse, trees[one])) for one in (a, b))
            listed.append(Pair((a, b), both / len(sets[a] | sets[b]), code))
    return sorted(listed, key=lambda one: (-one.share, one.labels))[:MOST]


def trees_of(work: Work, given: set[str]) -> list[ast.AST]:
    """Return the answers of a submission as programs without names."""
    found = (plain(text, given) for text in work.answers.values())
    return [tree for tree in found if tree is not None]
