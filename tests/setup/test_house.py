"""The house keeps its word: what the READMEs tell a person to type exists, in both languages."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
GUIDES = ["README.md", "README.ko.md", "CONTRIBUTING.md", "CONTRIBUTING.ko.md"]
GUIDES += ["book/README.md", "exercises/README.md", "benchmarks/README.md", "tests/README.md"]
GUIDES += ["rnnkit/README.md", "requirements/README.md"]


def read(name: str) -> str:
    path = ROOT / name
    assert path.is_file(), f"{name} is missing"
    return path.read_text(encoding="utf-8")


def make(*words: str) -> str:
    """Return what make would do, without doing it."""
    program = shutil.which("make")
    assert program, "make is missing"
    command = [program, "--no-print-directory", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def verbs() -> set[str]:
    return set(re.findall(r"^make (\w+)", make("help"), re.MULTILINE))


def test_make_alone_lists_every_verb_in_one_line() -> None:
    listed = make().splitlines()
    targets = re.search(r"^\.PHONY: (.*)$", read("Makefile"), re.MULTILINE)
    assert [line.split()[1] for line in listed] == targets[1].split()
    for line in listed:
        assert re.search("[가-힣]", line)
        assert len(line) <= 100, line


@pytest.mark.parametrize("name", GUIDES)
def test_guides_name_only_verbs_that_exist(name: str) -> None:
    code = re.findall(r"`(make [^`]*)`|^ {4,}(make .*)$", read(name), re.MULTILINE)
    named = {word for pair in code for word in re.findall(r"^make +([a-z]+)", "".join(pair))}
    assert named <= verbs()


@pytest.mark.parametrize("name", GUIDES)
def test_guides_link_to_files_that_exist(name: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", read(name))
    gone = [link for link in links if not (ROOT / name).parent.joinpath(link).exists()]
    assert gone == []


@pytest.mark.parametrize("name", ["README", "CONTRIBUTING"])
def test_both_languages_say_the_same(name: str) -> None:
    korean, english = read(f"{name}.ko.md"), read(f"{name}.md")
    for pattern in (r"^#+ ", r"`(make [^`]*)`", r"^    (\S[^#\n]*?) *(?:#.*)?$", r"^(?:-|\d\.) "):
        ko, en = (re.findall(pattern, text, re.MULTILINE) for text in (korean, english))
        assert len(ko) == len(en), f"{pattern}: {len(ko)} in Korean, {len(en)} in English"
    ko, en = (sorted(set(re.findall(r"`(make [^`]*)`", text))) for text in (korean, english))
    assert ko == en
    ko, en = (re.findall(r"\]\(([^)]+)\)", text) for text in (korean, english))
    assert sorted(link.replace(".ko.md", ".md").replace("-ko.png", "-en.png") for link in ko) == (
        sorted(link.replace(".ko.md", ".md") for link in en)
    )


def test_each_top_folder_has_a_readme() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    folders = {name.split("/")[0] for name in listed.stdout.decode().split("\0") if "/" in name}
    for folder in sorted(folders):
        if not folder.startswith("."):
            assert (ROOT / folder / "README.md").is_file(), f"{folder}/README.md is missing"


@pytest.mark.parametrize("verb", ["book", "test", "check", "stamp", "run", "release", "grade"])
def test_every_verb_sets_up_first(verb: str) -> None:
    assert make("-n", verb).index("setup_venv.py") < make("-n", verb).index("\n.venv/bin/python")


def test_continuous_integration_runs_what_anybody_runs() -> None:
    assert re.findall(r"^(?!#|set |cd ).+$", read(".ci/run"), re.MULTILINE) == ["exec make test"]
    workflow = yaml.safe_load(read(".github/workflows/test.yml"))
    job = workflow["jobs"]["test"]
    assert job["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13"]
    assert {system.split("-")[0] for system in job["strategy"]["matrix"]["os"]} == {
        "ubuntu",
        "macos",
    }
    assert [step["run"] for step in job["steps"] if "run" in step] == ["bash .ci/run"]


@pytest.mark.parametrize("name", ["test", "publish"])
def test_workflows_may_do_little(name: str) -> None:
    text = read(f".github/workflows/{name}.yml")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    for action in re.findall(r"uses: (\S+)", text):
        assert re.fullmatch(r"actions/[\w-]+@v\d+", action), action
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60


def test_the_citation_is_complete() -> None:
    import rnnkit

    citation = yaml.safe_load(read("CITATION.cff"))
    assert {"cff-version", "message", "title", "authors", "license"} <= set(citation)
    assert citation["version"] == rnnkit.__version__
    assert citation["license"] == ["BSD-3-Clause", "CC-BY-4.0"]
    assert citation["references"][0]["authors"] == [{"name": "deeplearningzerotoall"}]
