"""What the install guide tells a school's technician is so."""

import re
from pathlib import Path

import pytest

from claimlight.cli import cli
from claimlight.store.stick import FOLDER

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "packaging" / "INSTALL.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    return GUIDE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def test_every_file_of_ours_is_explained() -> None:
    types = (ROOT / "packaging" / "linux" / "claimlight-mime.xml").read_text(encoding="utf-8")
    told = re.findall(r"^\| `(\.claim\w+)` \|", section("The files of Claimlight"), re.MULTILINE)
    assert set(told) == set(re.findall(r'pattern="\*(\.claim\w+)"', types))


def test_keys_are_never_to_be_copied_to_students() -> None:
    told = " ".join(section("The files of Claimlight").split())
    assert "Never copy a `.claimkey` or a `.claimschool` file to students' computers" in told
    assert "the school alone" in told


@pytest.mark.parametrize(
    "title",
    [
        "Check that the files arrived whole",
        "Linux: the Debian package",
        "Windows",
        "macOS",
        "From a stick, or without installing",
        "Forty computers",
        "Where people's work is",
        "Homes that are wiped at logout",
        "Upgrade",
        "Back to an older version",
        "Remove",
        "What was tried, and what was not",
    ],
)
def test_there_is_something_on_each_question_of_a_technician(title: str) -> None:
    assert len(section(title)) > 80


def test_every_command_that_it_names_is_there() -> None:
    named = set(re.findall(r"`claimlight(?:-cli)? ([a-z][a-z-]+)", GUIDE)) - {"self-test"}
    assert named
    assert named <= set(cli.commands)


def test_the_manual_page_names_every_command() -> None:
    page = (ROOT / "packaging" / "linux" / "claimlight.1").read_text(encoding="utf-8").replace("\\-", "-")
    told = {name for name, command in cli.commands.items() if not command.hidden}
    assert told <= set(re.findall(r"\\fB([a-z-]+)\\fR", page))


def test_its_links_lead_somewhere() -> None:
    titles = re.findall(r"^## (.*)$", GUIDE, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}
    linked = set(re.findall(r"\]\(#([\w-]+)\)", GUIDE))
    assert linked
    assert linked <= anchors


def test_the_folders_of_work_have_the_names_that_the_program_gives_them() -> None:
    places = section("Where people's work is")
    assert f"`{FOLDER}`" in places
    assert all(f"`{name}`" in places for name in ("workbook.db", "classbook.db", "backups", "settings.ini", "logs"))


def test_an_uninstaller_says_that_the_work_stays_and_where() -> None:
    windows = (ROOT / "packaging" / "windows" / "claimlight.iss").read_text(encoding="utf-8")
    assert r"work stays where it is, in ' + ExpandConstant('{localappdata}\claimlight')" in windows
    assert "[UninstallDelete]" not in windows
