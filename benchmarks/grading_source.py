"""The two assignments that `benchmarks.grading` measures: the project's first, and one of Keras."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

ROOT = Path(__file__).resolve().parent.parent

GIVEN = """import numpy as np
import keras"""
BUILD = """def build(units):
    ### BEGIN SOLUTION
    return keras.Sequential([keras.Input((None, 5)), keras.layers.SimpleRNN(units)])
    ### END SOLUTION"""
COUNT = """# 매개변수의 개수 / The number of parameters
assert build(3).count_params() == 27"""
SHAPE = """# 출력의 모양 / The shape of the output
assert build(4).output_shape == (None, 4)"""
SECRET = """# 값이 맞습니다 / The values are right
### BEGIN HIDDEN TESTS
model = build(3)
W, U, b = np.eye(5, 3), np.eye(3) / 2, np.full(3, 0.1)
model.set_weights([W, U, b])
h = np.zeros((1, 3))
for t in range(4):
    h = np.tanh(np.linspace(-1, 1, 20).reshape(1, 4, 5)[:, t] @ W + h @ U + b)
found = model.predict(np.linspace(-1, 1, 20).reshape(1, 4, 5), verbose=0)
assert np.allclose(found, h, atol=1e-4)
### END HIDDEN TESTS"""


def numpy():
    """Return the source of the first assignment, under the name that the table gives it."""
    path = ROOT / "exercises" / "source" / "02-unfolding" / "02-unfolding.ipynb"
    return nbformat.read(path, as_version=4)


def tensorflow():
    """Return the source of a small assignment of Keras."""

    def cell(source: str, key: str, question: str = "", **facts):
        known = {"grade": False, "solution": False, "locked": False, "task": False}
        nbgrader = {**known, "grade_id": key, "schema_version": 3, **facts}
        made = new_code_cell(source, metadata={"nbgrader": nbgrader})
        made["id"] = key
        if question:
            made.metadata["question"] = question
        return made

    test = {"grade": True, "locked": True, "points": 1}
    cells = [cell(GIVEN, "given", locked=True), cell(BUILD, "build", solution=True)]
    texts = {"build-count": COUNT, "build-shape": SHAPE, "build-value": SECRET}
    cells += [cell(text, key, "build", **test) for key, text in texts.items()]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel, "fork": False})


SOURCES = {"numpy": numpy, "tensorflow": tensorflow}
