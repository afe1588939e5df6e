"""Lessons as cards: what the study knows, said the way the shelf and the first window show it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from claimlight.core.article import Article, Span, Text
from claimlight.core.attempt import AttemptState
from claimlight.core.codebook import Label
from claimlight.core.lesson import Lesson, Mode
from claimlight.store.shelf import Progress
from claimlight.ui.marked_text import Piece
from claimlight.ui.shelf_card import ShelfCard, ShelfState
from claimlight.ui.tags import mark_of
from claimlight.wording import N_, _, ngettext
from claimlight.wording.ago import opened_text
from claimlight.wording.codebook import spoken_lesson
from claimlight.wording.course import course_title
from claimlight.work.shelf import ShelfEntry, level_of

FIRST_LESSONS_UP_TO = 8
"""The school year up to which lessons are shown in the first window."""

_PARAGRAPHS = 4
_LETTERS = 600


def first_lessons(entries: Iterable[ShelfEntry]) -> tuple[ShelfEntry, ...]:
    """Up to three for somebody who has never been here: what their class is set, else the easiest in one language."""
    entries = tuple(entries)
    given = tuple(entry for entry in entries if entry.set_by is not None)
    if given:
        return given[:3]
    easy = [entry for entry in _offered(entries) if level_of(entry.lesson.level) <= FIRST_LESSONS_UP_TO]
    return tuple(entry for entry in easy if entry.lesson.language == easy[0].lesson.language)[:3]


def more_lessons(entries: tuple[ShelfEntry, ...], shown: tuple[ShelfEntry, ...]) -> str:
    """ "11 harder ones, up to grade 12 · 3 in other languages": what *More lessons* leads to; "" for nothing."""
    rest = [entry for entry in _offered(entries) if entry not in shown]
    spoken = {entry.lesson.language for entry in shown}
    harder = [entry for entry in rest if entry.lesson.language in spoken]
    others = len(rest) - len(harder)
    elsewhere = ngettext("{n} in another language", "{n} in other languages", others).format(n=others) if others else ""
    return " · ".join(part for part in (_harder(harder), elsewhere) if part)


def _harder(rest: list[ShelfEntry]) -> str:
    if not rest:
        return ""
    hardest = max(level_of(entry.lesson.level) for entry in rest)
    count = len(rest)
    if hardest >= 99:
        return ngettext("{n} more", "{n} more", count).format(n=count)
    return ngettext("{n} harder one, grade {grade}", "{n} harder ones, up to grade {grade}", count).format(
        n=count, grade=hardest
    )


def _offered(entries: Iterable[ShelfEntry]) -> Iterator[ShelfEntry]:
    """All but those that are kept for a test before and after another one: who has read it is not tested by it."""
    return (entry for entry in entries if not entry.lesson.form_of)


def card_of(entry: ShelfEntry, now: datetime) -> ShelfCard:
    """The card of one lesson, as it is `now`."""
    lesson, progress = spoken_lesson(entry.lesson), entry.progress
    article = _worked_on(entry)
    begun = progress is not None and (progress.highlights > 0 or progress.position > 0)
    state = ShelfState.TEST if lesson.form_of else ShelfState.NEW
    if progress is not None and progress.attempt.state is AttemptState.CLOSED:
        state = ShelfState.READY if _waits(lesson) else ShelfState.MARKED
    elif begun:
        state = ShelfState.CONTINUE
    labels = labels_of(lesson)
    return ShelfCard(
        key=entry.key,
        title=lesson.title,
        state=state,
        topic=lesson.topic,
        level=_("Grade {level}").format(level=lesson.level.replace("-", "–")) if lesson.level else "",
        minutes=lesson.minutes,
        language=lesson.language,
        language_name=language_name(lesson.language),
        labels=tuple(mark_of(label) for label in labels),
        content_note=lesson.content_note,
        headline=article.headline,
        byline="  ·  ".join(part for part in (article.byline, article.dateline) if part),
        paragraphs=_first_paragraphs(lesson),
        trains=trains(labels),
        paragraph=_paragraph(article.text, progress),
        paragraphs_in_all=len(article.text.blocks),
        highlights=progress.highlights if progress is not None else 0,
        checks_left=max(0, lesson.checks - progress.checks) if progress is not None else None,
        opened_ago=opened_text(datetime.fromisoformat(progress.opened), now) if progress is not None else "",
        course=course_title(entry.course),
        status=_(_STATUS[state]) if state in _STATUS else "",
        given=" · ".join(filter(None, (_due(entry), _("answers later") if _waits(lesson) else ""))),
        set_for=_("Set by your teacher – {name}").format(name=entry.set_by.group) if entry.set_by is not None else "",
    )


def _due(entry: ShelfEntry) -> str:
    day = QDate.fromString(entry.set_by.due if entry.set_by is not None else "", "yyyy-MM-dd")
    return _("due on {day}").format(day=QLocale().toString(day, _("dddd, d MMMM"))) if day.isValid() else ""


def _worked_on(entry: ShelfEntry) -> Article:
    """The text that was worked on last: the article, or its plain-language version."""
    text = entry.lesson.text(entry.progress.attempt.text_name) if entry.progress is not None else None
    return (text or entry.lesson.texts[0]).article


_STATUS = {
    ShelfState.READY: N_("Closed, not handed in yet"),
    ShelfState.MARKED: N_("The answers are shown"),
}


def _waits(lesson: Lesson) -> bool:
    """Whether the teacher has not let the answers go."""
    return lesson.mode is not Mode.PRACTICE and lesson.texts[0].key is None


_NAMES = {"en": "English", "es": "Español", "fr": "Français", "ar": "العربية", "uk": "Українська"}


def language_name(language: str) -> str:
    """A language's name for itself; Qt's own has the country in it ("American English")."""
    own = _NAMES.get(language.split("-")[0])
    return own or QLocale(language).nativeLanguageName().capitalize() or language


def labels_of(lesson: Lesson) -> tuple[Label, ...]:
    found = (lesson.codebook.label(id) for id in lesson.labels)
    return tuple(label for label in found if label is not None)


def trains(labels: tuple[Label, ...]) -> str:
    """ "Find every claim, denial and unverified figure": what a lesson is about, in one line."""
    names = [label.name.lower() for label in labels]
    if len(names) == 1:
        return _("Find every {label}").format(label=names[0])
    return _("Find every {some} and {last}").format(some=", ".join(names[:-1]), last=names[-1])


def _paragraph(text: Text, progress: Progress | None) -> int:
    """How far reading has come: the paragraph of the last highlight or of the place where it stopped."""
    if progress is None:
        return 0
    return text.paragraph(max(progress.position, progress.furthest - 1, 0))


def _first_paragraphs(lesson: Lesson) -> tuple[tuple[Piece, ...], ...]:
    """The first lines as they will look, with a worked example marked if there is one among them."""
    article = lesson.texts[0]
    text = article.article.text
    shown: list[tuple[Piece, ...]] = []
    letters = 0
    for block in text.blocks[:_PARAGRAPHS]:
        if letters > _LETTERS:
            break
        letters += len(block.span)
        shown.append(_with_example(lesson, block.span))
    return tuple(shown)


def _with_example(lesson: Lesson, block: Span) -> tuple[Piece, ...]:
    text = lesson.texts[0].article.text
    key = lesson.texts[0].key
    for id in lesson.example if key is not None else ():
        item = key.item(id) if key is not None else None
        label = lesson.codebook.label(item.label) if item is not None else None
        if item is not None and label is not None and block.start <= item.main.span.start < block.end:
            span = item.main.span
            return (
                Piece(text[Span(block.start, span.start)]),
                Piece(text[span], mark_of(label)),
                Piece(text[Span(span.end, block.end)]),
            )
    return (Piece(text[block]),)
