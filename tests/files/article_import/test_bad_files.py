"""Damaged, locked, hostile and hopeless files: one sentence and a way on, and nothing half read."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfWriter

from claimlight.core.errors import LessonError
from claimlight.files.article_import.reader import MOST_DOCUMENT_BYTES, read_source
from claimlight.wording.errors import say

DATA = Path(__file__).parents[2] / "data" / "articles"
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
SCRIPTS = (
    "<html><head><script src='app.js'></script></head><body><div id='root'></div><noscript>Turn on</noscript></body>"
)
ENTITIES = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><x>&b;</x>'


def refused(path: Path) -> str:
    with pytest.raises(LessonError) as error:
        read_source(path)
    assert path.name in say(error.value)
    return error.value.code


def packed(members: dict[str, str | bytes], like: Path | None = None) -> bytes:
    """A zip of `members`, with the other members of `like`."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        if like is not None:
            with zipfile.ZipFile(like) as known:
                for name in known.namelist():
                    if name not in members:
                        target.writestr(name, known.read(name))
        for name, content in members.items():
            target.writestr(name, content)
    return made.getvalue()


def pdf(change: str = "") -> bytes:
    writer = PdfWriter(clone_from=DATA / "pdf" / "chromium.pdf") if change == "lock" else PdfWriter()
    if change == "lock":
        writer.encrypt("secret", algorithm="RC4-128")
    else:
        writer.add_blank_page(200, 200)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


ODT, EPUB, WORD = DATA / "odt" / "odfpy.odt", DATA / "epub" / "pandoc.epub", DATA / "word" / "libreoffice.docx"
ENCRYPTED = '<manifest:file-entry xmlns:manifest="x"><manifest:encryption-data/></manifest:file-entry>'
BOMB = {"mimetype": "application/epub+zip", "a.xhtml": bytes(9_000_000)}
BLANK = {"EPUB/text/ch001.xhtml": "", "EPUB/text/title_page.xhtml": ""}
BAD = {
    "locked.pdf": ("document-locked", lambda: pdf("lock")),
    "scanned.pdf": ("pdf-scanned", pdf),
    "cut.pdf": ("document-damaged", lambda: b"%PDF-1.7\n1 0 obj <<"),
    "old.doc": ("document-old", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "scripts.html": ("page-without-article", lambda: SCRIPTS.encode()),
    "empty.mhtml": ("page-without-article", lambda: b"MIME-Version: 1.0\nContent-Type: text/plain\n\nNothing."),
    "cut.docx": ("document-damaged", lambda: WORD.read_bytes()[:3000]),
    "lie.docx": ("document-damaged", lambda: b"no document at all"),
    "hollow.docx": ("document-damaged", lambda: packed({"word/x.xml": ""})),
    "entities.docx": ("document-damaged", lambda: packed({"word/document.xml": ENTITIES}, WORD)),
    "picture.zip": ("document-unknown", lambda: packed({"a.png": b"x"})),
    "bomb.epub": (
        "document-too-big",
        lambda: packed(BOMB),
    ),
    "many.epub": ("document-too-big", lambda: packed({f"{n}.xhtml": "" for n in range(5_001)})),
    "climbing.epub": ("document-bad-member", lambda: packed({"../../home/a.xhtml": "x"})),
    "drive.docx": ("document-bad-member", lambda: packed({"C:\\a.xml": "x"})),
    "rights.epub": ("document-locked", lambda: packed({"META-INF/rights.xml": "<x/>"}, EPUB)),
    "hollow.epub": ("document-damaged", lambda: packed({"META-INF/container.xml": CONTAINER})),
    "words.epub": (
        "article-empty",
        lambda: packed(BLANK, EPUB),
    ),
    "locked.odt": ("document-locked", lambda: packed({"META-INF/manifest.xml": ENCRYPTED}, ODT)),
    "entities.odt": ("document-damaged", lambda: packed({"content.xml": ENTITIES}, ODT)),
    "hollow.odt": ("document-damaged", lambda: packed({"content.xml": "<x/>"}, ODT)),
    "cut.rtf": ("article-empty", lambda: b"{\\rtf1\\ansi\\u"),
    "binary.txt": ("not-text", lambda: bytes(range(32)) * 40),
    "empty.txt": ("article-empty", lambda: b" \n\n"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_a_way_on(tmp_path: Path, name: str) -> None:
    code, content = BAD[name]
    path = tmp_path / name
    path.write_bytes(content())
    assert refused(path) == code


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.docx"
    with huge.open("wb") as file:
        file.truncate(200_000_000)
    assert refused(huge) == "document-too-long"
    assert MOST_DOCUMENT_BYTES < 200_000_000


def test_a_pdf_with_a_strong_password_is_refused() -> None:
    assert refused(DATA / "locked" / "qpdf-aes-256.pdf") == "document-locked"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.docx") == "article-missing"
    assert refused(tmp_path) == "file-unreadable"


@pytest.mark.parametrize("size", [70, 20_000])
def test_a_member_that_is_not_what_its_header_says_is_refused(tmp_path: Path, size: int) -> None:
    raw = bytearray(packed({"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER * 50}))
    at = raw.rindex(b"PK\x01\x02", 0, raw.rindex(b"META-INF"))
    raw[at + 24 : at + 28] = struct.pack("<I", size)
    (tmp_path / "lying.epub").write_bytes(raw)
    assert refused(tmp_path / "lying.epub") == "document-damaged"


def test_a_locked_zip_is_refused(tmp_path: Path) -> None:
    raw = bytearray(packed({"mimetype": "application/epub+zip"}))
    at = raw.rindex(b"PK\x01\x02")
    raw[at + 8] |= 1
    (tmp_path / "locked.epub").write_bytes(raw)
    assert refused(tmp_path / "locked.epub") == "document-locked"


def test_a_page_takes_no_file_from_outside_its_folder(tmp_path: Path) -> None:
    picture = (DATA / "web" / "pier.png").read_bytes()
    (tmp_path / "secret.png").write_bytes(picture)
    (tmp_path / "page").mkdir()
    words = "<p>It rained on the pier for three days, and nobody counted the people who stood there in the wet.</p>" * 3
    for address in (
        "../secret.png",
        str(tmp_path / "secret.png"),
        "https://x.example/a.png",
        "file:///a.png",
        f"{'x' * 300}.png",
    ):
        page = tmp_path / "page" / "page.html"
        page.write_text(f'<html><body><article>{words}<img src="{address}">{words}</article></body></html>', "utf-8")
        assert read_source(page).pictures == ()
