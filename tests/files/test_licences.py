"""What the program is made of: from a bundle's list, or from what is installed here."""

import json
from importlib import metadata
from pathlib import Path

import pytest

from claimlight.files.licences import LIST, Part, distributions, installed, licence_text, part_of, parts

_OF_OLD = """\
Classifier: License :: OSI Approved
Classifier: License :: OSI Approved :: MIT License
Project-URL: Changes, https://c.example
Project-URL: Source, https://s.example
"""


def put(site: Path, name: str, told: str, **files: str) -> None:
    """Install a distribution that is nothing but what it says of itself."""
    folder = site / f"{name.replace('-', '_')}-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\n{told}", encoding="utf-8")
    for file, text in files.items():
        (folder / file).write_text(text, encoding="utf-8")
    record = "".join(f"{folder.name}/{file},,\n" for file in ("METADATA", *files))
    (folder / "RECORD").write_text(record, encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_a_bundle_says_what_was_listed_when_it_was_built(tmp_path: Path) -> None:
    listed = {"name": "Qt", "version": "6", "licence": "LGPL-3.0-only", "home": "https://qt.io", "file": "Qt.txt"}
    (tmp_path / LIST).write_text(json.dumps([listed]), encoding="utf-8")
    assert parts(tmp_path) == (Part(**listed),)


def test_a_checkout_says_what_is_installed(tmp_path: Path) -> None:
    assert parts(tmp_path) == installed()
    assert all(part.name != "claimlight" for part in installed())


def test_what_a_package_needs_comes_along_once_and_its_extras_do_not(site: Path) -> None:
    put(site, "zz-first", 'Requires-Dist: ZZ_second>=1\nRequires-Dist: zz-first\nRequires-Dist: click; extra == "x"\n')
    put(site, "zz_second", "Requires-Dist: zz-absent[all]>2\n")
    assert [each.name for each in distributions("zz-first")] == ["zz-first", "zz_second"]


@pytest.mark.parametrize(
    ("told", "licence", "home"),
    [
        ("License-Expression: MIT\nHome-page: https://a.example\n", "MIT", "https://a.example"),
        (
            _OF_OLD,
            "MIT License",
            "https://s.example",
        ),
        ("License: BSD\n", "BSD", ""),
        ("", "", ""),
    ],
)
def test_licences_are_named_in_three_manners(site: Path, told: str, licence: str, home: str) -> None:
    put(site, "zz-told", told)
    assert part_of(metadata.distribution("zz-told")) == Part("zz-told", "1.0", licence, home)


def test_the_text_is_in_one_file_or_in_several(site: Path) -> None:
    put(site, "zz-text", "", LICENSE="You may.\n", NOTICE="By us.\n", **{"top_level.txt": "zz"})
    put(site, "zz-none", "")
    assert licence_text(metadata.distribution("zz-text")) == "You may.\n\nBy us."
    assert licence_text(metadata.distribution("zz-none")) == ""
