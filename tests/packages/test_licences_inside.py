"""The licences in a bundle: listed for whatever files are inside, each with its text."""

import shutil
from pathlib import Path

import click
import pytest
import sentencex

from claimlight.files.licences import LIST, Part, parts, text_of
from dev_bundle import hiding, samples
from dev_licences import write_licences


@pytest.fixture
def listed(tmp_path: Path) -> dict[str, Part]:
    folder = tmp_path / "licences"
    folder.mkdir()
    (folder / "of an older build.txt").touch()
    return {part.name: part for part in write_licences(folder, [click.__file__, sentencex.__file__])}


def test_the_packages_are_those_of_which_a_file_is_inside(listed: dict[str, Part]) -> None:
    assert {"click", "sentencex", "Qt", "Python", "SourceSerif4"} <= set(listed)
    assert "nh3" not in listed


def test_each_has_its_text_and_what_is_not_inside_has_none(listed: dict[str, Part], tmp_path: Path) -> None:
    folder = tmp_path / "licences"
    texts = {path.name for path in folder.iterdir()}
    assert texts == {LIST, "Claimlight.txt", *(part.file for part in listed.values())}
    assert "Redistribution" in (folder / listed["click"].file).read_text(encoding="utf-8")
    assert "GNU LESSER" in (folder / listed["Qt"].file).read_text(encoding="utf-8")


def test_a_licence_that_is_only_named_comes_from_the_standard_texts(listed: dict[str, Part], tmp_path: Path) -> None:
    text = (tmp_path / "licences" / listed["sentencex"].file).read_text(encoding="utf-8")
    assert text.startswith("Copyright (c) ")
    assert "Permission is hereby granted" in text


def test_about_reads_what_was_written(listed: dict[str, Part], tmp_path: Path) -> None:
    folder = tmp_path / "licences"
    assert parts(folder)[1:] == tuple(listed.values())
    assert all(text_of(part, folder).strip() for part in parts(folder)), "every row has its whole licence"


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="Debian tells where a library is from")
def test_libraries_of_the_system_are_listed_with_their_package(tmp_path: Path) -> None:
    library = next(Path("/usr/lib").glob("*/libsqlite3.so.0"), None)
    if library is None:
        pytest.skip("there is no such library here")
    found = {part.name: part for part in write_licences(tmp_path / "licences", [str(library)])}
    assert found["libsqlite3-0"].file == "libsqlite3-0.txt"


def test_the_proof_reads_an_article_of_every_kind() -> None:
    assert {path.suffix for path in samples()} >= {".docx", ".pdf", ".epub", ".odt", ".rtf", ".txt", ".html"}


def test_the_systems_own_folders_are_never_hidden() -> None:
    assert "/usr/lib" not in " ".join(hiding([Path("/usr/lib"), Path("/opt/python")]))
