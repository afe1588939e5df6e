"""Write marks as a W3C annotation page, as the work of a student is written."""

import json

from claimlight import __version__
from claimlight.core.annotation import Annotation, quote_of
from claimlight.core.article import Span
from claimlight.files.exchange.markings import Marking, Markings
from claimlight.files.selectors import selector_json
from claimlight.files.work_file import Work, work_page


def w3c_page(markings: Markings) -> str:
    """The page; a mark in pieces runs from the first to the last of them, which `joint` names."""
    text = markings.text
    work = Work(
        student=markings.name,
        annotations=tuple(_annotation(mark, markings) for mark in markings.marks),
        text_hash=text.text_hash,
        generator=f"Claimlight {__version__}",
    )
    page = work_page(work)
    entries = page["items"]
    assert isinstance(entries, list), "it has just been made"
    for entry, mark in zip(entries, markings.marks, strict=True):
        if len(mark.fragments) > 1:
            entry["body"]["joint"] = [selector_json(text, span) for span in mark.fragments]
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _annotation(mark: Marking, markings: Markings) -> Annotation:
    span = Span(mark.start, mark.end)
    return Annotation(
        mark.id, mark.label, span, quote_of(markings.text, span), mark.attributes, mark.links, mark.note, mark.sure
    )
