"""Read XML that a stranger wrote: without entities of its own, and without anything from outside."""

from typing import TYPE_CHECKING

from claimlight.core.errors import LessonError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def xml_tree(raw: bytes, file: str) -> "Element":
    """Raises LessonError: no XML, or XML that declares entities."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        return fromstring(raw)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise LessonError("document-damaged", file=file) from None
