"""The documents tell the truth: named modules exist, and each command of the README is one that works."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import dev
import pytest

from claimlight.__main__ import SELF_TEST, first_word, wants_app
from claimlight.cli import cli
from claimlight.core.article import Direction
from claimlight.files.markdown_text import build_text
from claimlight.files.reading_level import reading_level

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "desktop" / "claimlight"
PLAIN = tuple(f"assets/documents/{name}.md" for name in ("STUDENTS", "TEACHERS", "PRIVACY", "PROTECTION"))
MODULE = re.compile(r"`((?:[\w-]+/)*[\w-]+(?:\.py|/))`")
BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)
SAMPLE = re.compile(r"```json\n(.*?)```", re.DOTALL)


def commands(document: str) -> list[list[str]]:
    """The lines of the document's shell blocks, as the shell would take them apart."""
    text = (ROOT / document).read_text(encoding="utf-8")
    lines = (line for block in BLOCK.findall(text) for line in block.splitlines())
    return [words for line in lines if (words := shlex.split(line, comments=True))]


def words_for_claimlight(words: list[str]) -> list[str] | None:
    """What Claimlight would be started with; None where another program or command of dev.py is meant."""
    if words[0] == "claimlight":
        return words[1:]
    return words[3:] if words[:3] == ["python3", "dev.py", "run"] else None


def runnable() -> list[list[str]]:
    """The README's commands that end by themselves: all but those that open the window."""
    asked = (words_for_claimlight(words) for words in commands("README.md"))
    return [words for words in asked if words and (not wants_app(words) or first_word(words) == SELF_TEST)]


def test_every_module_that_the_architecture_names_exists() -> None:
    named = MODULE.findall((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    assert len(named) > 5
    lost = [name for name in named if not any((base / name).exists() for base in (ROOT, PACKAGE))]
    assert lost == []


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "ARCHITECTURE.md", *PLAIN])
def test_links_between_the_documents_lead_somewhere(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert [target for target in targets if not ((ROOT / document).parent / target).exists()] == []


@pytest.mark.parametrize("document", [*PLAIN])
def test_what_a_school_reads_is_plain_enough(document: str) -> None:
    level = reading_level(
        build_text((ROOT / document).read_text(encoding="utf-8"), "en", Direction.LEFT_TO_RIGHT), "en"
    )
    assert level is not None
    assert level.last <= 8


def test_each_command_of_the_privacy_page_is_one() -> None:
    named = re.findall(
        r"`claimlight ([a-z][a-z-]*)([^`]*)`", (ROOT / "assets/documents/PRIVACY.md").read_text(encoding="utf-8")
    )
    assert {name for name, _more in named} == {
        "export-data",
        "results",
        "backup",
        "restore",
        "forget",
        "end-class",
        "forget-student",
    }
    for name, more in named:
        known = {word for option in cli.commands[name].params for word in option.opts}
        assert set(re.findall(r"(?<!\w)--?[a-z-]+", more)) <= known, name


def test_the_list_of_lessons_holds_each_of_them() -> None:
    text = (ROOT / "lessons" / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([\w-]+)`[ \w()]* \|", text.partition("## What is measured")[0], re.MULTILINE)
    assert sorted(listed) == sorted(folder.parent.name for folder in ROOT.glob("lessons/*/lesson.toml"))


def test_the_readme_starts_and_tests_in_two_commands() -> None:
    assert [words for words in commands("README.md") if words[2:] in (["run"], ["test"])] == [
        ["python3", "dev.py", "run"],
        ["python3", "dev.py", "test"],
    ]


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_dev_py_knows_each_command_that_is_told(document: str) -> None:
    asked = [words for words in commands(document) if words[:2] == ["python3", "dev.py"]]
    assert asked
    assert {dev.parse(words[2:]).command for words in asked} <= set(dev.COMMANDS)


@pytest.mark.parametrize("words", runnable(), ids=shlex.join)
def test_each_command_of_the_readme_runs(words: list[str], tmp_path: Path) -> None:
    """Beside a copy of the lessons, and the README's sample of a work, so that nothing is written into the checkout."""
    shutil.copytree(ROOT / "lessons", tmp_path / "lessons")
    [work] = SAMPLE.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    (tmp_path / "mila.json").write_text(work, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "claimlight", "--data-dir", str(tmp_path / "data"), *words],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
