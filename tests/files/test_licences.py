"""What the program is made of: from a bundle's list, or from what is installed here."""

import json
from importlib import metadata
from pathlib import Path

import pytest

import claimlight
from claimlight.files.licences import (
    LIST,
    OWN_TEXT,
    Part,
    distributions,
    fonts,
    installed,
    licence_text,
    part_of,
    parts,
    text_of,
)
from claimlight.files.places import own_licence

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
    assert parts(tmp_path)[1:] == (Part(**listed),)


def test_a_checkout_says_what_is_installed(tmp_path: Path) -> None:
    assert parts(tmp_path)[1:] == (*fonts(), *installed())
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


def test_our_own_licence_comes_first(tmp_path: Path) -> None:
    ours = parts(tmp_path)[0]
    assert (ours.name, ours.licence) == ("Claimlight", "Apache-2.0")
    assert "Apache License" in text_of(ours, tmp_path)
    (tmp_path / OWN_TEXT).write_text("As it came along.", encoding="utf-8")
    assert text_of(parts(tmp_path)[0], tmp_path) == "As it came along."


def test_in_a_wheel_our_own_licence_is_in_its_metadata(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "lib" / "site-packages" / "claimlight"
    monkeypatch.setattr(claimlight, "__file__", str(package / "__init__.py"))
    assert own_licence() == tmp_path / "lib" / "LICENSE"
    assert parts(tmp_path)[0].file == ""


def test_every_font_brings_its_licence(tmp_path: Path) -> None:
    assert {"SourceSerif4", "OpenDyslexic"} <= {part.name for part in fonts()}
    assert all("sil open font license" in text_of(part, tmp_path).lower() for part in fonts())


def test_the_text_of_a_licence_is_the_one_listed_or_the_packages_own_or_the_standard_one(
    tmp_path: Path, site: Path
) -> None:
    (tmp_path / "listed.txt").write_text("As listed.", encoding="utf-8")
    put(site, "zz-own", "License: MIT\n", LICENSE="My own words.")
    put(site, "zz-mit", "License: MIT\nAuthor: Zoe\n")
    put(site, "zz-lgpl", "License-Expression: LGPL-3.0-only OR GPL-2.0-only\n")
    put(site, "zz-odd", "License: Odd\n")
    asked = [Part("x", "", "", file="listed.txt"), Part("zz-absent", "", "MIT")]
    asked += [part_of(metadata.distribution(f"zz-{name}")) for name in ("own", "mit", "lgpl", "odd")]
    listed, absent, own, mit, lgpl, odd = (text_of(part, tmp_path) for part in asked)
    assert (listed, absent, own, odd) == ("As listed.", "", "My own words.", "")
    assert mit.startswith("Copyright (c) Zoe\n")
    assert "Permission is hereby granted" in mit
    assert lgpl.index("GNU LESSER GENERAL PUBLIC LICENSE") < lgpl.index("TERMS AND CONDITIONS")
