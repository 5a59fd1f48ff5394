"""`pip install .` brings rnnkit alone: modules, py.typed, the licence; NumPy is its one need."""

from __future__ import annotations

import email
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """Build the wheel, offline, as `pip install .` does."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-I", "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
    command += ["--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as file:
        yield file


@pytest.mark.slow
def test_the_wheel_holds_rnnkit_alone(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"rnnkit"}
    modules = {f"rnnkit/{path.name}" for path in (ROOT / "rnnkit").glob("*.py")}
    assert modules <= set(names)
    assert "rnnkit/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


@pytest.mark.slow
def test_the_wheel_says_what_it_is(wheel: zipfile.ZipFile) -> None:
    import rnnkit

    (name,) = (name for name in wheel.namelist() if name.endswith("/METADATA"))
    metadata = email.message_from_bytes(wheel.read(name))
    assert metadata["Version"] == rnnkit.__version__
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "BSD-3-Clause"
    needed = [need for need in metadata.get_all("Requires-Dist") if "extra ==" not in need]
    assert needed == ["numpy>=1.26"]


def test_rnnkit_imports_numpy_alone() -> None:
    code = (
        "import sys, numpy; before = set(sys.modules); import rnnkit;"
        "new = {name.split('.')[0] for name in set(sys.modules) - before};"
        "print(sorted(new - {'numpy'} - sys.stdlib_module_names))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "['rnnkit']", done.stderr
