"""A saved web page: its article, found by trafilatura. Nothing is fetched and no script is run."""

import codecs
import re
from base64 import b64decode
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import unquote, urlsplit

from claimlight.core.article import BlockKind
from claimlight.core.errors import LessonError
from claimlight.files.article_import.blocks import Paragraph, markdown_of
from claimlight.files.article_import.encodings import Decoded, declared
from claimlight.files.article_import.html_blocks import read_html
from claimlight.files.article_import.pictures import MOST_PICTURE_BYTES, Pictures
from claimlight.files.article_import.source import Format, Remark, Source

_FEWEST = 25
"""Words; a page with fewer has no article."""
_ABOVE = 6
"""Paragraphs above the article among which its headline stands."""
_DATA = re.compile(r"""(["'(]|=)data:image/[\w.+-]+(?:;[\w=.-]+)*;base64,([A-Za-z0-9+/=\s%]*)""")
_LANGUAGE = re.compile(r"<html\b[^>]*?\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)", re.IGNORECASE)

PartAt = Callable[[str], bytes]
"""The bytes of what the page calls by an address and has brought along; empty where it has not."""


def read_web_page(raw: bytes, path: Path) -> Source:
    """A page with the folder that browsers save beside it. Raises LessonError: no article in it."""
    return _page(declared(raw), path.name, lambda address: _beside(path, address))


def read_web_archive(raw: bytes, path: Path) -> Source:
    """A page with all that belongs to it in one file (MHTML). Raises LessonError."""
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage), "by this policy"
    parts = [part for part in message.walk() if not part.is_multipart()]
    page = next((part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    if page is None:
        raise LessonError("page-without-article", file=path.name)
    told = page.get_content_charset()
    body = _bytes(page)
    read = Decoded(body.decode(told, "replace"), told.upper()) if told and _is_known(told) else declared(body)
    by_address = {str(part.get("Content-Location", "")): part for part in parts}
    by_address |= {f"cid:{str(part.get('Content-ID', '')).strip('<>')}": part for part in parts}
    return _page(read, path.name, lambda address: _bytes(by_address[address]) if address in by_address else b"")


def _page(read: Decoded, file: str, part_at: PartAt) -> Source:
    from trafilatura import extract, extract_metadata

    pictures = Pictures()
    page = _DATA.sub(lambda found: f"{found[1]}{_kept(found[2], pictures)}", read.text.removeprefix("\ufeff"))

    def pictured(address: str) -> str:
        return address if pictures.has(address) else pictures.add(part_at(address))

    whole = read_html(page, pictured, of_web=True)
    found = read_html(extract(page, output_format="html", include_comments=False) or "", of_web=True)
    paragraphs = between(whole, found)
    remarks = read.remarks
    if _words(paragraphs) < _FEWEST:
        paragraphs, remarks = whole, (*remarks, Remark("whole-page"))
    if _words(paragraphs) < _FEWEST:
        raise LessonError("page-without-article", file=file)
    told = extract_metadata(page, extensive=False)
    language = _LANGUAGE.search(page)
    return Source(
        Format.WEB_PAGE,
        markdown_of(paragraphs),
        title=" ".join(((told.title if told else "") or "").split()),
        byline=" ".join(((told.author if told else "") or "").split()),
        date=(told.date if told else "") or "",
        language=language[1] if language else "",
        encoding=read.encoding,
        pictures=pictures.shown_in(paragraphs),
        remarks=remarks,
    )


def between(whole: list[Paragraph], found: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs of a page from the first that belongs to its article to the last, as they stand there.

    `found` tells which belong to it. What stands among them stays, for the person to judge, unless it is only links.
    """
    known = {_key(each) for each in found}
    at = [number for number, each in enumerate(whole) if each.words and _key(each) in known]
    if not at:
        return []
    first, last = at[0], at[-1]
    heads = [number for number in range(max(0, first - _ABOVE), first) if whole[number].kind is BlockKind.HEADING]
    first = min([first, *(number for number in heads if whole[number].level == 1)])
    return [each for each in whole[first : last + 1] if _key(each) in known or not _is_only_links(each)]


def _key(each: Paragraph) -> str:
    """The letters and digits, by which two readers of a page agree."""
    return "".join(filter(str.isalnum, each.words))


def _is_only_links(each: Paragraph) -> bool:
    pieces = [piece for piece in each.pieces if piece.words.strip()]
    return bool(pieces) and all(piece.address for piece in pieces)


def _words(paragraphs: list[Paragraph]) -> int:
    return sum(len(each.words.split()) for each in paragraphs)


def _kept(base64: str, pictures: Pictures) -> str:
    """The name that a picture within the page gets; "none" for one that is not kept."""
    try:
        return pictures.add(b64decode(unquote(base64), validate=False)) or "none"
    except ValueError:
        return "none"


def _beside(path: Path, address: str) -> bytes:
    """A picture from the page's own folder, and from nowhere else."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return b""
    folder = path.parent.resolve()
    try:
        file = (folder / unquote(parts.path)).resolve()
        if file.is_relative_to(folder) and file.is_file() and file.stat().st_size <= MOST_PICTURE_BYTES:
            return file.read_bytes()
    except (OSError, ValueError):
        pass
    return b""


def _bytes(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _is_known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True
