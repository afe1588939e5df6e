"""Read an article from any file we know: what it is told by its first bytes, and by its name only after that."""

from collections.abc import Callable
from pathlib import Path

from claimlight.core.errors import LessonError
from claimlight.core.tokens import sentences
from claimlight.files.article_import.plain_reader import read_markdown, read_plain
from claimlight.files.article_import.source import Source
from claimlight.files.reading import MOST_ARTICLE_BYTES, read_bytes

MOST_DOCUMENT_BYTES = 64_000_000
_MARKDOWN = (".md", ".markdown")
_PAGES = (".html", ".htm", ".xhtml")
_ARCHIVES = (".mhtml", ".mht")
SUFFIXES = (".txt", ".text", *_MARKDOWN, *_PAGES, *_ARCHIVES, ".docx", ".pdf", ".odt", ".rtf", ".epub")
"""What a dialog offers; a file of another name is read too if its bytes say what it is."""

Progress = Callable[[int, int], None]
"""Called with how much is read, of how much."""


def read_source(path: Path, progress: Progress = lambda done, of: None) -> Source:
    """The article in the file `path`, as it stands there. Raises LessonError, with a way on."""
    if not path.exists():
        raise LessonError("article-missing", file=str(path))
    raw = _bytes(path)
    source = _read(raw, path, progress)
    _refuse_long(len(source.markdown.encode(errors="replace")), path.name)
    if not any(each.bounds for each in sentences(source.markdown, 0, source.language or "en")):
        raise LessonError("article-empty", file=path.name)
    return source


def _bytes(path: Path) -> bytes:
    try:
        return read_bytes(path, MOST_DOCUMENT_BYTES)
    except LessonError as error:
        if error.code == "file-too-big":
            raise LessonError("document-too-long", file=path.name, limit=error.params["limit"]) from None
        raise


def _read(raw: bytes, path: Path, progress: Progress) -> Source:
    head = raw[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    suffix = path.suffix.lower()
    if head.startswith(b"%pdf-") or b"%pdf-" in head:
        from claimlight.files.article_import.pdf_reader import read_pdf

        return read_pdf(raw, path.name, progress)
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _read_packed(raw, path.name, progress)
    if head.startswith(b"{\\rtf"):
        from claimlight.files.article_import.rtf_reader import read_rtf

        return read_rtf(raw, path.name)
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise LessonError("document-old", file=path.name)
    if suffix in _ARCHIVES or (b"multipart/related" in raw[:4096].lower() and b"mime-version:" in raw[:4096].lower()):
        from claimlight.files.article_import.web_reader import read_web_archive

        return read_web_archive(raw, path)
    if suffix in _PAGES or head.startswith((b"<!doctype html", b"<html")):
        from claimlight.files.article_import.web_reader import read_web_page

        return read_web_page(raw, path)
    if suffix in (".docx", ".odt", ".epub", ".pdf", ".rtf"):
        raise LessonError("document-damaged", file=path.name)
    _refuse_long(len(raw), path.name)
    return read_markdown(raw, path.name) if suffix in _MARKDOWN else read_plain(raw, path.name)


def _refuse_long(size: int, file: str) -> None:
    """A document may be large for its pictures; its words are to fit into a lesson, or `build` would refuse them."""
    if size > MOST_ARTICLE_BYTES:
        raise LessonError("file-too-big", file=file, limit=MOST_ARTICLE_BYTES // 1_000_000)


def _read_packed(raw: bytes, file: str, progress: Progress) -> Source:
    from claimlight.files.article_import.packed import Packed

    packed = Packed(raw, file)
    names = packed.names()
    kind = packed.read("mimetype")[:100].strip()
    if any(name.startswith("word/") for name in names):
        from claimlight.files.article_import.word_reader import read_word

        return read_word(raw, file)
    if kind == b"application/epub+zip" or "META-INF/container.xml" in names:
        from claimlight.files.article_import.epub_reader import read_epub

        return read_epub(raw, file, progress)
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        from claimlight.files.article_import.odt_reader import read_odt

        return read_odt(raw, file)
    raise LessonError("document-unknown", file=file)
