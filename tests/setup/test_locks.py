"""The locks: hashes everywhere, no address of a registry, nested, and what the .in files ask."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from setup_venv import LOCKS

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "requirements"
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>.*?))? \\$")
HOSTS = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "npmjs" + ".com")


ENVIRONMENTS = [
    {"python_full_version": full, "python_version": full.rpartition(".")[0], "os_name": "posix"}
    | {"sys_platform": system, "implementation_name": "cpython", "platform_machine": "arm64"}
    for full in ("3.11.2", "3.11.9", "3.12.1", "3.13.0")
    for system in ("linux", "darwin")
]


class Pin(NamedTuple):
    """One pin of a lock; ``hashes`` counts its hashes."""

    name: str
    version: str
    marker: str | None
    hashes: int


def read_lock(text: str) -> list[Pin]:
    """Return the pins of a lock; any other line but a comment is an error."""
    pins: list[Pin] = []
    for line in text.splitlines():
        if match := PIN.match(line):
            name = canonicalize_name(match["name"])
            pins.append(Pin(name, match["version"], match["marker"], 0))
        elif line.startswith("    --hash=sha256:"):
            pins[-1] = pins[-1]._replace(hashes=pins[-1].hashes + 1)
        else:
            assert line.lstrip().startswith("#") or not line, f"not a pin: {line}"
    return pins


def versions(pins: list[Pin], environment: dict[str, str]) -> dict[str, str]:
    """Return what a lock installs somewhere: name -> version."""
    chosen = [p for p in pins if not p.marker or Marker(p.marker).evaluate(environment)]
    names = [pin.name for pin in chosen]
    assert len(names) == len(set(names)), "a package is pinned twice"
    return {pin.name: pin.version for pin in chosen}


@pytest.fixture(scope="module")
def locks() -> dict[str, list[Pin]]:
    return {name: read_lock((FOLDER / f"{name}.txt").read_text()) for name in LOCKS}


def asked_for(name: str) -> list[Requirement]:
    """Return what an .in file asks for, with what it includes."""
    found = []
    for line in (FOLDER / f"{name}.in").read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("-r "):
            found += asked_for(line[3:].removesuffix(".in"))
        elif line:
            found.append(Requirement(line))
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_everything_has_hashes(locks: dict, name: str) -> None:
    assert locks[name]
    assert [pin.name for pin in locks[name] if not pin.hashes] == []


@pytest.mark.parametrize(("smaller", "larger"), [("book", "grade"), ("grade", "test")])
@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=range(len(ENVIRONMENTS)))
def test_locks_nest(locks: dict, smaller: str, larger: str, environment: dict) -> None:
    few, many = versions(locks[smaller], environment), versions(locks[larger], environment)
    assert len(few) < len(many)
    other = {name: (version, many.get(name)) for name, version in few.items()}
    other = {name: pair for name, pair in other.items() if pair[0] != pair[1]}
    assert other == {}, f"{smaller}.txt and {larger}.txt differ; run `make lock`"


@pytest.mark.parametrize("name", LOCKS)
@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=range(len(ENVIRONMENTS)))
def test_a_lock_covers_what_is_asked_for(locks: dict, name: str, environment: dict) -> None:
    pinned = versions(locks[name], environment)
    for wanted in asked_for(name):
        version = pinned.get(canonicalize_name(wanted.name))
        assert version, f"{wanted} is not in {name}.txt; run `make lock`"
        assert wanted.specifier.contains(version), f"{name}.txt pins {version}, wanted: {wanted}"


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_says_how_it_was_made(name: str) -> None:
    head = (FOLDER / f"{name}.txt").read_text().splitlines()[:2]
    assert head[1] == "#    make lock", "no path of somebody's machine"


def test_pytest_and_ruff_come_with_the_book(locks: dict) -> None:
    names = {pin.name for pin in locks["book"]}
    assert {"pytest", "ruff", "flit-core"} <= names
    assert not {"tensorflow", "nbgrader"} & names


def tracked_files() -> list[Path]:
    """Return the files that git tracks."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name]


def test_no_tracked_file_names_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)} names {host}"
        for path in tracked_files()
        if path.is_file()
        for host in HOSTS
        if host.encode() in path.read_bytes()
    ]
    assert found == []
