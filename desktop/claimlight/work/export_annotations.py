"""Highlights and answers, written for another tool, in any of the formats that `convert` writes."""

from collections.abc import Collection, Iterable
from pathlib import Path

from claimlight.core.annotation import Annotation
from claimlight.core.article import Text
from claimlight.files.exchange.markings import Form, Marking, Markings
from claimlight.files.exchange.writer import write_markings
from claimlight.wording.conversion import say_loss
from claimlight.work.convert import Converted

SUFFIXES = {
    Form.W3C: ".json",
    Form.BRAT: ".ann",
    Form.DOCCANO: ".jsonl",
    Form.LABEL_STUDIO: ".json",
    Form.WEBANNO: ".tsv",
    Form.XMI: ".xmi",
    Form.CONLL: ".conll",
}


def export_annotations(text: Text, annotations: Iterable[Annotation], name: str, form: Form, path: Path) -> Converted:
    """Write `annotations` on `text` to `path` (brat and XMI: to a second file beside it, too); `name` says whose.

    Links lead only to what is written. Raises WorkError, and then nothing was written.
    """
    marks = tuple(annotations)
    markings = Markings(text, name, tuple(_marking(each, {one.id for one in marks}) for each in marks))
    files, lost = write_markings(path, markings, form)
    return Converted(files, len(marks), tuple(say_loss(each.code, dict(each.params)) for each in lost))


def _marking(one: Annotation, known: Collection[str]) -> Marking:
    links = tuple(link for link in one.links if link.target in known)
    return Marking(one.id, one.label, (one.span,), one.attributes, links, one.note, one.sure)
