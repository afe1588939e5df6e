"""Look over the sentences that a lesson opens with: are they in the lessons that they are said to be in?"""

from collections.abc import Iterator
from pathlib import Path

from claimlight.core.errors import ClaimlightError
from claimlight.core.lesson import Lesson
from claimlight.files.finding import Finding, finding
from claimlight.files.lesson_folder import read_lesson
from claimlight.files.lesson_toml import NAME, LessonSheet, sheet_from_toml
from claimlight.files.places import lessons
from claimlight.files.reading import read_bytes

_TEXT = "article"


def review_findings(folder: Path, sheet: LessonSheet) -> Iterator[Finding]:
    """What is wrong with `[[review]]` of the lesson in `folder`; the other lessons are looked for beside it,
    then among those that come along."""
    found: dict[str, Lesson | None] = {}
    for slug, item in dict.fromkeys(sheet.review):
        if slug == sheet.slug:
            yield finding("review-own-lesson", NAME, "review", item=item)
            continue
        if slug not in found:
            found[slug] = _lesson(slug, folder.absolute().parent) or _lesson(slug, lessons())
        lesson = found[slug]
        if lesson is None:
            yield finding("review-lesson-unknown", NAME, "review", lesson=slug, folder=folder.parent.name)
        elif not _can_come_back(lesson, item):
            yield finding("review-item-unknown", NAME, "review", lesson=slug, item=item)


def _can_come_back(lesson: Lesson, id: str) -> bool:
    """Whether `id` is a trap, or an answer that counts and was not shown as the example."""
    text = lesson.text(_TEXT)
    if text is None or text.key is None:
        return False
    item = text.key.item(id)
    trap = any(decoy.id == id for decoy in text.key.decoys)
    return trap or (item is not None and not item.optional and id not in lesson.example)


def _lesson(slug: str, folder: Path) -> Lesson | None:
    """The lesson with this slug in `folder`; None where there is none that can be read."""
    for place in sorted(folder.glob(f"*/{NAME}")):
        try:
            if sheet_from_toml(read_bytes(place)).slug == slug:
                return read_lesson(place.parent)
        except ClaimlightError:
            continue  # its own check says why
    return None
