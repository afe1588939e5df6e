"""Turn annotations in one tool's format into another's, and tell what could not come along."""

from dataclasses import dataclass, replace
from pathlib import Path

from claimlight.core.article import Text
from claimlight.core.errors import ClaimlightError, WorkError
from claimlight.files.exchange.markings import Form, Remark, Units, remark
from claimlight.files.exchange.plain import read_text
from claimlight.files.exchange.reader import read_markings, text_beside
from claimlight.files.exchange.writer import write_markings
from claimlight.files.text_file import read_text as read_built_text
from claimlight.wording.conversion import say_loss
from claimlight.wording.errors import say

_WITH_TEXT = (Form.BRAT, Form.DOCCANO, Form.LABEL_STUDIO, Form.WEBANNO, Form.XMI)
"""Formats that keep the text with the marks."""


@dataclass(frozen=True, slots=True)
class Converted:
    """The files written, how many marks they hold, and a line for each kind of thing that they do not hold."""

    files: tuple[Path, ...]
    marks: int
    told: tuple[str, ...]


def convert_file(
    source: Path, form: Form, to: Form, out: Path, text: Path | None = None, units: Units = Units.UTF_16
) -> Converted:
    """Write the annotations of `source` to `out`; nothing is written where they cannot be.

    `text` is what was marked, plain or as built for a lesson (`NAME.text.json`); else what the format keeps with the
    marks. `units` is what positions in doccano's files count. Raises WorkError or LessonError, whose sentence names the
    file.
    """
    try:
        content = _given(text) if text is not None else text_beside(source, form)
        markings = read_markings(source, content, form, units)
        told = markings.lost
        if form is Form.BRAT and to is Form.BRAT:
            told = _as_kept(told, len(markings.rest))
        else:
            markings = replace(markings, rest=())
        written, lost = write_markings(out, markings, to, units if to is Form.DOCCANO else Units.CODE_POINTS)
    except ClaimlightError as error:
        if {"file", "folder"} & set(error.params):
            raise
        raise WorkError("in-file", file=source.name, reason=say(error)) from error
    told = (*told, *lost, *_about_the_text(content, form, to, text))
    return Converted(written, len(markings.marks), tuple(say_loss(each.code, dict(each.params)) for each in told))


def _given(path: Path) -> Text:
    return read_built_text(path) if path.name.endswith(".text.json") else read_text(path)


def _as_kept(told: tuple[Remark, ...], count: int) -> tuple[Remark, ...]:
    """What brat's own lines became that are no marks: they are written again."""
    others = tuple(each for each in told if each.code == "words-differ")
    return (*others, remark("lines-kept", count=count)) if count else others


def _about_the_text(content: Text, form: Form, to: Form, text: Path | None) -> tuple[Remark, ...]:
    if text is not None or not content.text:
        return ()
    made = (remark("text-made-up", count=1),) if form is Form.CONLL else ()
    return (*made, *(() if to in _WITH_TEXT else (remark("text-elsewhere", count=1),)))
