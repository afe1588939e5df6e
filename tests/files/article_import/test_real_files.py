"""Each reader reads what at least three real programs wrote, word for word as expected."""

from pathlib import Path

import pytest

from claimlight.files.article_import.reader import SUFFIXES, read_source
from claimlight.files.article_import.source import Format

DATA = Path(__file__).parents[2] / "data" / "articles"
FILES = sorted(path for path in DATA.glob("*/*") if path.with_name(f"{path.name}.expected.md").exists())
FORMATS = {each.value: each for each in Format} | {"web": Format.WEB_PAGE}


@pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_real_file_gives_the_expected_text(file: Path) -> None:
    source = read_source(file)
    assert source.markdown == file.with_name(f"{file.name}.expected.md").read_bytes().decode()
    assert source.format is FORMATS[file.parent.name]
    assert file.suffix in SUFFIXES


def test_every_format_has_files_of_three_programs_and_the_list_names_each() -> None:
    listed = (DATA / "README.md").read_text(encoding="utf-8")
    for folder in {file.parent for file in FILES}:
        files = [file for file in FILES if file.parent == folder]
        assert len(files) >= 3
    assert {file.parent.name for file in FILES} == set(FORMATS) - {"paste", "web-page"}
    assert [file.name for file in FILES if f"`{file.parent.name}/{file.name}`" not in listed] == []


def test_what_a_file_tells_about_itself_is_kept() -> None:
    page = read_source(DATA / "web" / "wget.html")
    assert (page.title, page.byline) == ("Lowmoor pier to close after three storms", "Ida Kroon")
    assert (page.date, page.language, page.encoding) == ("2026-03-14", "en-GB", "UTF-8")
    epub = read_source(DATA / "epub" / "pandoc.epub")
    assert (epub.byline, epub.date, epub.language) == ("Ida Kroon", "2026-03-14", "en")


@pytest.mark.parametrize("file", ["web/wget.html", "web/chromium.mhtml", "word/libreoffice.docx", "odt/odfpy.odt"])
def test_pictures_come_with_their_captions(file: str) -> None:
    (picture,) = read_source(DATA / file).pictures
    assert picture.data == (DATA / "web" / "pier.png").read_bytes()
    assert (picture.name, picture.caption.split(".")[0]) == ("picture-1.png", "The pier on Monday")


def test_progress_is_told_page_by_page() -> None:
    for file, pages in (("pdf/reportlab.pdf", 2), ("epub/pandoc.epub", 2)):
        told: list[tuple[int, int]] = []
        read_source(DATA / file, lambda done, of, told=told: told.append((done, of)))
        assert told == [(number + 1, pages) for number in range(pages)]
