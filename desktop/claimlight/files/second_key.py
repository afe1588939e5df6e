"""A second, independent answer key for a lesson's article: read by `check`, never packed, never built over."""

from pathlib import Path

from claimlight.core.lesson import Lesson
from claimlight.files.key_build import KeyPlace
from claimlight.files.key_file import key_from_json
from claimlight.files.reading import read_bytes
from claimlight.grading.key_agreement import KeyAgreement, key_agreement

NAME = "second.json"
TEXT = "article"
"""A second key is made for this text only."""


def second_agreement(folder: Path, lesson: Lesson) -> KeyAgreement | None:
    """How far the second key in `folder` agrees with the lesson's own; None where one of them is missing.

    Raises LessonError where the second key cannot be read or quotes words that the article does not have.
    """
    chosen = lesson.text(TEXT)
    path = folder / NAME
    if chosen is None or chosen.key is None or not path.exists():
        return None
    text = chosen.article.text
    second = key_from_json(read_bytes(path), text, KeyPlace(NAME, lesson.slug, TEXT))
    return key_agreement(text, chosen.key, second)
