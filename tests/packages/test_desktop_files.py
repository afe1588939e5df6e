"""What tells systems of the program: each names the same files, the same version, and is well formed."""

import plistlib
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path

import pytest

from claimlight import __version__

PACKAGING = Path(__file__).parents[2] / "packaging"
LINUX = PACKAGING / "linux"
META = LINUX / "org.claimlight.Claimlight.metainfo.xml"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
SUFFIXES = {
    found[1]
    for path in (PACKAGING.parent / "desktop" / "claimlight").rglob("*.py")
    if (found := re.search(r'^SUFFIX = "(\.claim\w+)"', path.read_text(encoding="utf-8"), re.MULTILINE))
}
"""The endings of all files of ours, as the sources name them."""


@pytest.fixture
def entry() -> ConfigParser:
    found = ConfigParser(interpolation=None)
    found.optionxform = str  # type: ignore[assignment, method-assign]
    found.read(LINUX / "claimlight.desktop", encoding="utf-8")
    return found


def mime_types() -> dict[str, str]:
    """Each type with the ending of its files."""
    tree = ET.parse(LINUX / "claimlight-mime.xml")
    return {each.get("type", ""): (each.find(f"{MIME}glob").get("pattern", "")[1:]) for each in tree.getroot()}


def test_every_file_of_ours_has_a_type() -> None:
    assert {".claimlesson", ".claimclass", ".claimwork", ".claimmarks"} <= SUFFIXES
    assert set(mime_types().values()) == SUFFIXES


def test_the_menu_entry_opens_each_of_them(entry: ConfigParser) -> None:
    told = entry["Desktop Entry"]
    assert set(filter(None, told["MimeType"].split(";"))) == set(mime_types())
    assert told["Exec"] == "claimlight %f"
    assert (told["Type"], told["Icon"], told["Terminal"]) == ("Application", "claimlight", "false")


def test_software_centres_know_what_it_opens() -> None:
    told = ET.parse(META).getroot().findall("provides/mediatype")
    assert {each.text for each in told} == set(mime_types())


def test_the_menu_entry_is_as_the_specification_asks(entry: ConfigParser) -> None:
    told = entry["Desktop Entry"]
    assert {"Type", "Name", "Exec"} <= set(told)
    for key in ("MimeType", "Categories", "Keywords"):
        assert told[key].endswith(";"), key
    assert all(re.fullmatch(r"[A-Za-z0-9-]+(\[[a-z]{2}\])?", key) for key in told)
    assert "Education" in told["Categories"].split(";")


def test_windows_and_macos_open_them_too() -> None:
    script = (PACKAGING / "windows" / "claimlight.iss").read_text(encoding="utf-8")
    assert set(re.findall(r'Classes\\(\.claim\w+)"', script)) == SUFFIXES
    about = plistlib.loads((PACKAGING / "macos" / "about.plist").read_bytes())
    declared = [
        each["UTTypeTagSpecification"]["public.filename-extension"] for each in about["UTExportedTypeDeclarations"]
    ]
    assert {f".{ending}" for endings in declared for ending in endings} == SUFFIXES
    [opened] = about["CFBundleDocumentTypes"]
    assert opened["LSItemContentTypes"] == [each["UTTypeIdentifier"] for each in about["UTExportedTypeDeclarations"]]


def test_the_installer_for_windows_asks_for_no_administrator() -> None:
    assert "\nPrivilegesRequired=lowest\n" in (PACKAGING / "windows" / "claimlight.iss").read_text(encoding="utf-8")


def test_the_release_is_dated_and_told(entry: ConfigParser) -> None:
    newest = ET.parse(META).getroot().find("releases/release")
    assert newest is not None
    assert newest.get("version") == __version__
    changes = (PACKAGING.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(__version__)}, \d+ \w+ \d{{4}}$", changes, re.MULTILINE)
    assert f'"Claimlight {__version__}"' in (LINUX / "claimlight.1").read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstreamcli is not here")
def test_software_centres_take_the_description() -> None:
    done = subprocess.run(["appstreamcli", "validate", "--no-net", META], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-validate is not here")
def test_desktops_take_the_menu_entry() -> None:
    done = subprocess.run(["desktop-file-validate", LINUX / "claimlight.desktop"], capture_output=True, check=False)
    assert done.stdout == b""


def test_removal_says_where_the_work_is() -> None:
    for asked in ("remove", "purge"):
        done = subprocess.run(["sh", LINUX / "postrm", asked], capture_output=True, text=True, check=True)
        assert ".local/share/claimlight" in done.stdout
    assert subprocess.run(["sh", LINUX / "postrm", "upgrade"], capture_output=True, check=True).stdout == b""


def test_the_drawing_is_a_picture() -> None:
    assert ET.parse(PACKAGING / "icon.svg").getroot().tag.endswith("svg")


def test_the_release_is_built_by_the_command_that_people_use() -> None:
    text = (PACKAGING.parent / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    assert "python dev.py --yes package" in text
