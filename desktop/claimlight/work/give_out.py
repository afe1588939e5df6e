"""Give a lesson out: the file that students get, and the one that a colleague gets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from claimlight.core.errors import LessonError
from claimlight.core.lesson import Item
from claimlight.files.lesson_bundle import SUFFIX
from claimlight.wording import _
from claimlight.work.draft import SHEET, Draft, draft_of, values_text
from claimlight.work.draft_files import bundle_of

TEACHER = "teacher"
"""The lesson's `audience` in a copy for colleagues."""


def students_file(draft: Draft) -> bytes:
    """The lesson for practice, its answers open; each has an explanation. Raises LessonError."""
    return bundle_of(explained(_for(draft, None)))


def colleagues_file(draft: Draft) -> bytes:
    """The lesson with all that its author knows; whoever opens it is told so first. Raises LessonError."""
    return bundle_of(_for(draft, TEACHER))


def explained(draft: Draft) -> Draft:
    """The draft with the label guide's sentence on every answer that has no explanation of its own."""
    entries = dict(draft.entries)
    for id, placed in draft.entries.items():
        entry = placed.entry
        label = draft.codebook.label(entry.label) if isinstance(entry, Item) else None
        if isinstance(entry, Item) and label is not None and not entry.explanation:
            entries[id] = replace(placed, entry=replace(entry, explanation=label.definition))
    return replace(draft, entries=entries)


def students_name(draft: Draft) -> str:
    return f"{draft.sheet.slug}{SUFFIX}"


def colleagues_name(draft: Draft) -> str:
    return _("{lesson} – teacher copy with answers").format(lesson=draft.sheet.slug) + SUFFIX


def write_file(path: Path, raw: bytes) -> None:
    """Write `raw` beside its place first, so that a full disk leaves no half file. Raises LessonError."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(raw)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise LessonError("file-not-written", file=str(path), reason=error.strerror or str(error)) from None


def _for(draft: Draft, audience: str | None) -> Draft:
    values = {name: value for name, value in draft.values.items() if name != "audience"}
    if audience:
        values["audience"] = audience
    return draft_of({**draft.parts, SHEET: values_text(values)}, draft)
