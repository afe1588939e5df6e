"""An EPUB: its chapters in their order, as far as a lesson can be long."""

import posixpath
from collections.abc import Callable
from functools import partial
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from claimlight.core.errors import LessonError
from claimlight.files.article_import.blocks import Paragraph, markdown_of
from claimlight.files.article_import.encodings import declared
from claimlight.files.article_import.html_blocks import read_html
from claimlight.files.article_import.packed import Packed
from claimlight.files.article_import.pictures import Pictures
from claimlight.files.article_import.source import Format, Source
from claimlight.files.article_import.xml_tree import xml_tree

_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
_PAGES = ("application/xhtml+xml", "text/html")


def read_epub(raw: bytes, file: str, progress: Callable[[int, int], None]) -> Source:
    """Raises LessonError: damaged, locked against copying, or larger than a book is."""
    packed = Packed(raw, file)
    if packed.read("META-INF/rights.xml") or b"xmlenc#aes" in packed.read("META-INF/encryption.xml"):
        raise LessonError("document-locked", file=file)
    container = xml_tree(packed.read("META-INF/container.xml"), file)
    place = next((each.get("full-path", "") for each in container.iter(_CONTAINER)), "")
    book = xml_tree(packed.read(place), file)
    pictures = Pictures()
    paragraphs: list[Paragraph] = []
    chapters = _chapters(book, posixpath.dirname(place))
    for number, chapter in enumerate(chapters):
        folder = posixpath.dirname(chapter)
        page = declared(packed.read(chapter)).text
        paragraphs += read_html(page, partial(_pictured, packed, pictures, folder))
        progress(number + 1, len(chapters))
    return Source(
        Format.EPUB,
        markdown_of(paragraphs),
        title=_told(book, "title"),
        byline=_told(book, "creator"),
        date=_told(book, "date")[:10],
        language=_told(book, "language"),
        pictures=pictures.shown_in(paragraphs),
    )


def _pictured(packed: Packed, pictures: Pictures, folder: str, address: str) -> str:
    return pictures.add(packed.read(_at(folder, address)))


def _chapters(book: Element, folder: str) -> list[str]:
    """The members of the spine, without the table of contents; where the spine names none, all pages."""
    pages = {
        each.get("id", ""): _at(folder, each.get("href", ""))
        for each in book.iter(f"{_OPF}item")
        if each.get("media-type") in _PAGES and "nav" not in (each.get("properties") or "").split()
    }
    spine = (each.get("idref", "") for each in book.iter(f"{_OPF}itemref"))
    return [pages[each] for each in spine if each in pages] or list(pages.values())


def _at(folder: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(address.partition("#")[0])))


def _told(book: Element, name: str) -> str:
    found = next(book.iter(f"{_DC}{name}"), None)
    return " ".join((found.text or "").split()) if found is not None else ""
