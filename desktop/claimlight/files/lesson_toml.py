"""Read and write `lesson.toml`: what a lesson is, apart from its texts and answers."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from claimlight.core.article import Direction
from claimlight.core.errors import LessonError
from claimlight.core.lesson import LessonDetails, Precision, ReviewItem
from claimlight.files.fields import Fields
from claimlight.files.reading import parse_toml

NAME = "lesson.toml"
FORMAT = 1
ASKS = ("source", "evidence", "answers", "figures")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TEXT_NAME = re.compile(r"[a-z][a-z0-9-]{0,40}")
_LEVEL = re.compile(r"\s*(?:(\d{1,2})\s*[-–]\s*)?(\d{1,2})(\s+and\s+adults)?\s*")
_LAST_SENTENCE_GRADE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonSheet(LessonDetails):
    """All that `lesson.toml` says, with its defaults. No labels mean all of the label guide's."""

    codebook: str
    direction: Direction = Direction.LEFT_TO_RIGHT
    headline: str = ""
    byline: str = ""
    dateline: str = ""
    texts: tuple[str, ...] = ("article",)


def sheet_from_toml(raw: bytes, file: str = NAME) -> LessonSheet:
    """The sheet in `raw`. Raises LessonError naming the field that is missing or wrong."""
    return sheet_from_values(parse_toml(raw, file), file)


def sheet_from_values(values: Mapping[str, object], file: str = NAME) -> LessonSheet:
    """The sheet that the values of a `lesson.toml` mean. Raises LessonError naming the field that is wrong."""
    fields = Fields(values, file)
    if fields.whole("format") != FORMAT:
        raise LessonError("lesson-format", file=file, format=fields.whole("format"))
    title = fields.text("title")
    level = fields.text("level", "")
    return LessonSheet(
        id=_matching(fields, "id", _UUID, "bad-id").lower(),
        slug=_matching(fields, "slug", _SLUG, "bad-slug"),
        version=_at_least(fields, "version", None, 1),
        title=title,
        language=fields.text("language"),
        codebook=fields.text("codebook"),
        author=fields.text("author", ""),
        licence=fields.text("licence", ""),
        attribution=fields.text("attribution", ""),
        direction=Direction(_one_of(fields, "direction", tuple(Direction), Direction.LEFT_TO_RIGHT)),
        level=level,
        minutes=_at_least(fields, "minutes", 20, 1),
        topic=fields.text("topic", ""),
        headline=fields.text("headline", title),
        byline=fields.text("byline", ""),
        dateline=fields.text("dateline", ""),
        source=fields.text("source", ""),
        content_note=fields.text("content_note", ""),
        objectives=fields.texts("objectives", ()),
        standards=fields.texts("standards", ()),
        discussion=fields.texts("discussion", ()),
        labels=fields.texts("labels", ()),
        ask=_asks(fields),
        precision=Precision(_one_of(fields, "precision", tuple(Precision), precision_for(level))),
        checks=_at_least(fields, "checks", 2, 1),
        allowance=_at_least(fields, "allowance", 1, 0),
        example=fields.texts("example", ()),
        task=fields.text("task", ""),
        audience=fields.text("audience", ""),
        form_of=_form_of(fields),
        texts=_texts(fields),
        glossary=tuple((each.text("term"), each.text("meaning")) for each in fields.tables("glossary")),
        review=tuple(ReviewItem(each.text("lesson"), each.text("item")) for each in fields.tables("review")),
    )


def sheet_to_toml(values: Mapping[str, object]) -> str:
    """A `lesson.toml` with `values` in their order: texts, whole numbers, lists of texts, lists of tables of texts."""
    return "".join(f"{name} = {_toml(value)}\n" for name, value in {"format": FORMAT, **values}.items())


def precision_for(level: str) -> Precision:
    """By sentence where `level` is a grade or a range of grades that ends at 8 or below."""
    grades = grades_of(level)
    by_sentence = grades is not None and not grades.adults and grades.last <= _LAST_SENTENCE_GRADE
    return Precision.SENTENCE if by_sentence else Precision.WORDS


@dataclass(frozen=True, slots=True)
class Grades:
    """Whom a lesson is for: school years, and perhaps adults too."""

    first: int
    last: int
    adults: bool


def grades_of(level: str) -> Grades | None:
    """What a level such as "7", "7-8" or "12 and adults" says; None for any other wording."""
    found = _LEVEL.fullmatch(level)
    return Grades(int(found[1] or found[2]), int(found[2]), found[3] is not None) if found else None


def _matching(fields: Fields, name: str, pattern: re.Pattern[str], code: str) -> str:
    value = fields.text(name)
    if not pattern.fullmatch(value):
        raise LessonError(code, file=fields.file, value=value)
    return value


def _form_of(fields: Fields) -> str:
    """The slug of another lesson, or nothing."""
    return _matching(fields, "form_of", _SLUG, "bad-slug") if fields.text("form_of", "") else ""


def _at_least(fields: Fields, name: str, default: int | None, least: int) -> int:
    value = fields.whole(name, default)
    if value < least:
        raise LessonError("field-too-small", file=fields.file, field=name, least=least)
    return value


def _one_of(fields: Fields, name: str, allowed: tuple[str, ...], default: str) -> str:
    value = fields.text(name, default)
    if value not in allowed:
        raise LessonError("field-not-one-of", file=fields.file, field=name, value=value, allowed=", ".join(allowed))
    return value


def _asks(fields: Fields) -> tuple[str, ...]:
    asked = fields.texts("ask", ())
    if unknown := next((each for each in asked if each not in ASKS), None):
        raise LessonError("field-not-one-of", file=fields.file, field="ask", value=unknown, allowed=", ".join(ASKS))
    return asked


def _texts(fields: Fields) -> tuple[str, ...]:
    names = fields.texts("texts", ("article",))
    if wrong := next((name for name in names if not _TEXT_NAME.fullmatch(name)), None):
        raise LessonError("bad-text-name", file=fields.file, value=wrong)
    if not names or len(set(names)) < len(names) or PurePosixPath(NAME).stem in names:
        raise LessonError("bad-texts", file=fields.file)
    return names


def _toml(value: object) -> str:
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{name} = {_toml(each)}' for name, each in value.items())} }}"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
