"""Write answers that were changed into the lesson that they belong to."""

from dataclasses import replace

from claimlight.core.article import Text
from claimlight.core.lesson import AnswerKey, Item, Lesson
from claimlight.files.key_build import KeyPlace
from claimlight.files.key_file import key_from_json, key_of, key_page_text
from claimlight.files.key_json import Entry, Zone, entry_json
from claimlight.files.lesson_bundle import MANIFEST, SEALED, SIGNATURE, all_members, bundle_members


def key_json(lesson: Lesson, text: str, key: AnswerKey) -> str:
    """`key` as the file of the answers to the text of this name; its rate is kept."""
    article, place = _article(lesson, text), _place(lesson, text)
    zones = (Zone(f"x{number}", span) for number, span in enumerate(key.excluded, 1))
    entries: tuple[Entry, ...] = (*key.items, *key.decoys, *zones)
    return key_page_text([entry_json(each, article, place) for each in entries], key.rate, article)


def key_read(lesson: Lesson, text: str, file: str) -> AnswerKey:
    """The answers in what `key_json` wrote. Raises LessonError."""
    return key_from_json(file.encode(), _article(lesson, text), _place(lesson, text), lesson.example)


def lesson_with_key(whole: bytes, lesson: Lesson, text: str, key: AnswerKey) -> bytes:
    """The lesson file `whole`, in which `lesson` is, with other answers to one text. Raises LessonError."""
    out = (MANIFEST, SEALED, SIGNATURE)
    members = {name: raw for name, raw in all_members(whole).items() if name not in out}
    members[_place(lesson, text).file] = key_json(lesson, text, key).encode()
    return bundle_members(members)


def with_items(key: AnswerKey, items: tuple[Item, ...], lesson: Lesson, text: str) -> AnswerKey:
    """`key` with these answers, at the rate that was told before."""
    known = {item.id for item in items}
    linked = (replace(item, links=tuple(link for link in item.links if link.item in known)) for item in items)
    ordered = tuple(sorted(linked, key=lambda item: (item.main.span, item.id)))
    return key_of(ordered, key.decoys, key.excluded, key.rate, _article(lesson, text))


def _article(lesson: Lesson, text: str) -> Text:
    found = lesson.text(text)
    assert found is not None, "the text is in the lesson"
    return found.article.text


def _place(lesson: Lesson, text: str) -> KeyPlace:
    return KeyPlace(f"{text}.key.json", lesson.slug, text)
