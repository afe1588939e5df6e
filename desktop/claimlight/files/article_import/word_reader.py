"""A Word document (.docx), read by mammoth."""

import io
import re

from claimlight.core.errors import LessonError
from claimlight.files.article_import.blocks import markdown_of
from claimlight.files.article_import.html_blocks import read_html
from claimlight.files.article_import.packed import Packed
from claimlight.files.article_import.pictures import MOST_PICTURE_BYTES, Pictures
from claimlight.files.article_import.source import Format, Remark, Source
from claimlight.files.article_import.xml_tree import xml_tree

_BACK = re.compile(r'\s?<a href="#(?:foot|end)note-ref-[^"]*">[^<]*</a>')
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='List Bullet'] => ul > li:fresh
p[style-name='List Number'] => ol > li:fresh
p[style-name='Quotations'] => blockquote > p:fresh
"""
_NAMES = {"title": "{http://purl.org/dc/elements/1.1/}title", "creator": "{http://purl.org/dc/elements/1.1/}creator"}


def read_word(raw: bytes, file: str) -> Source:
    """Raises LessonError: damaged, or larger than a document is."""
    import mammoth

    packed = Packed(raw, file)
    packed.refuse_entities()
    pictures = Pictures()

    def kept(image: "mammoth.images.Image") -> dict[str, str]:
        with image.open() as opened:
            return {"src": pictures.add(opened.read(MOST_PICTURE_BYTES + 1))}

    try:
        read = mammoth.convert_to_html(
            io.BytesIO(raw), style_map=_STYLES, convert_image=mammoth.images.img_element(kept), id_prefix=""
        )
    except Exception as error:  # mammoth raises what it meets
        raise LessonError("document-damaged", file=file) from error
    paragraphs = read_html(_BACK.sub("", read.value), lambda name: name, keep_spaces=True)
    told = _told(packed)
    lost = sum("unrecognised element" in each.message for each in read.messages)
    return Source(
        Format.WORD,
        markdown_of(paragraphs),
        title=told.get("title", ""),
        byline=told.get("creator", ""),
        pictures=pictures.shown_in(paragraphs),
        remarks=(Remark("parts-left-out", (("n", lost),)),) if lost else (),
    )


def _told(packed: Packed) -> dict[str, str]:
    raw = packed.read("docProps/core.xml")
    if not raw:
        return {}
    root = xml_tree(raw, packed.file)
    return {name: (root.findtext(tag) or "").strip() for name, tag in _NAMES.items()}
