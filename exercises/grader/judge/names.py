"""The names of a test cell: the teacher's own, then the source's imports, then the player's."""

from __future__ import annotations

import ast
import builtins


def trees(sources):
    """Parse cells; those that are no plain Python are left out."""
    for source in sources:
        try:
            yield ast.parse(source)
        except (SyntaxError, ValueError):
            continue


def assigned(sources) -> set[str]:
    """Return the names that cells define at their top level."""
    found: set[str] = set()
    for tree in trees(sources):
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                found.add(node.name)
            elif not isinstance(node, ast.Import | ast.ImportFrom):
                names = (one for one in ast.walk(node) if isinstance(one, ast.Name))
                found |= {one.id for one in names if isinstance(one.ctx, ast.Store)}
    return found


def imports(sources) -> dict[str, str]:
    """Return the import statements of cells by the name that each binds."""
    found = {}
    for tree in trees(sources):
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for one in node.names:
                    found[one.asname or one.name.partition(".")[0]] = ast.unparse(
                        ast.Import(names=[one])
                    )
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                for one in node.names:
                    statement = ast.ImportFrom(module=node.module, names=[one], level=0)
                    found[one.asname or one.name] = ast.unparse(statement)
    return found


def modules(sources) -> list[str]:
    """Return the modules that cells import, to have them ready."""
    found = []
    for tree in trees(sources):
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                found += [one.name for one in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.append(node.module)
    return list(dict.fromkeys(found))


class Names(dict):
    """The globals of test cells.

    Parameters
    ----------
    asked : set of str
        What the solution cells define: these are the student's, whatever else has the name.
    imports : dict
        Import statements of the source by name.
    fetch : callable
        Returns the player's value of a name as a tuple, an empty one if it has none.
    """

    def __init__(self, asked: set[str], imports: dict[str, str], fetch):
        super().__init__(__name__="__main__", __builtins__=builtins)
        self.asked, self.imports, self.fetch = asked, imports, fetch
        self.fetched: dict[str, object] = {}
        self.own: dict[str, object] = {}

    def __missing__(self, name):
        if name in self.fetched:
            return self.fetched[name]
        if name not in self.asked:
            if hasattr(builtins, name):
                raise KeyError(name)
            if name in self.imports:
                exec(self.imports[name], self)
                return dict.__getitem__(self, name)
        found = self.fetch(name)
        if not found:
            raise KeyError(name)
        self.fetched[name] = found[0]
        return found[0]

    def __contains__(self, name):
        try:
            self[name]
        except KeyError:
            return False
        return True

    def get(self, name, default=None):
        try:
            return self[name]
        except KeyError:
            return default

    def begin(self) -> None:
        """Forget what was fetched: the student's next cell may have changed it."""
        for name, value in self.fetched.items():
            if dict.get(self, name, self) is value:
                dict.pop(self, name)
        self.fetched.clear()

    def given(self, names) -> None:
        """Remember what a given cell defined: a test that replaces it means the student's, too."""
        self.own |= {name: dict.get(self, name) for name in names if dict.__contains__(self, name)}

    def answered(self, names) -> None:
        """Forget what tests left under names that the student has just defined again."""
        for name in names:
            self.pop(name, None)

    def stand_ins(self) -> dict[str, object]:
        """Return what the student's functions must see in the place of globals of theirs."""
        found = {}
        for name in (*self.asked, *self.own):
            if not dict.__contains__(self, name):
                continue
            value = dict.__getitem__(self, name)
            if value is not self.fetched.get(name, self) and value is not self.own.get(name, self):
                found[name] = value
        return found
