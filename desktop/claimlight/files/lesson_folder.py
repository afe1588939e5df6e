"""Read a lesson from its folder, and build the files in it that a person does not write."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from claimlight.core.article import Article, Text
from claimlight.core.codebook import Codebook
from claimlight.core.errors import LessonError
from claimlight.core.lesson import AnswerKey, Lesson, LessonDetails, LessonText
from claimlight.files.canonical_json import hash_of
from claimlight.files.codebook_file import NAME as CODEBOOK
from claimlight.files.codebook_file import codebook_from_toml, codebook_path, read_codebook
from claimlight.files.key_build import KeyPlace
from claimlight.files.key_checks import faults
from claimlight.files.key_file import key_from_json, key_to_json
from claimlight.files.lesson_toml import NAME, LessonSheet, sheet_from_toml
from claimlight.files.reading import MOST_ARTICLE_BYTES, decode, read_bytes
from claimlight.files.text_file import text_from_json, text_to_json

Members = Callable[[str], bytes | None]
"""The bytes of a lesson's file by name; None where there is none."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What `build_folder` wrote, what was already as it should be, and why answers cannot be used as they stand."""

    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    faults: tuple[LessonError, ...] = ()


def read_lesson(folder: Path, *, answers: bool = True) -> Lesson:
    """The lesson in `folder`. Raises LessonError or TextError, naming the file and the place in it.

    Without `answers` it is as the shelf shows it: its first text alone, the answers only where some are shown as an
    example, and no `hash`, since that is over all texts.
    """
    sheet = sheet_from_toml(read_bytes(folder / NAME))
    path = codebook_path(sheet.codebook, folder)
    members = {NAME: folder / NAME, CODEBOOK: path}

    def member(name: str) -> bytes | None:
        file = members.get(name, folder / name)
        return read_bytes(file) if file.exists() else None

    return assemble(member, sheet, answers=answers)


def assemble(member: Members, sheet: LessonSheet | None = None, *, answers: bool = True) -> Lesson:
    """The lesson whose files `member` hands out, in a folder or in one file. Raises LessonError or TextError.

    With `answers`, what it returns can be graded with: answers that the grader would refuse are refused here. `sheet`
    is the lesson's own where it has been read already.
    """
    sheet = sheet or sheet_from_toml(_needed(member, NAME))
    codebook = codebook_from_toml(_needed(member, CODEBOOK), CODEBOOK)
    names = sheet.texts if answers else sheet.texts[:1]
    texts = tuple(_lesson_text(member, name, sheet, codebook, answers) for name in names)
    if not answers:
        return _lesson(sheet, codebook, texts, hash="")
    lesson = lesson_of(sheet, codebook, texts)
    _refuse_what_cannot_be_graded(lesson)
    return lesson


def _refuse_what_cannot_be_graded(lesson: Lesson) -> None:
    for text in lesson.texts:
        if text.key is not None:
            for fault in faults(lesson, text.article.name):
                raise fault


def lesson_of(sheet: LessonSheet, codebook: Codebook, texts: tuple[LessonText, ...]) -> Lesson:
    hash = lesson_hash(sheet, codebook, {text.article.name: text.article.text for text in texts})
    return _lesson(sheet, codebook, texts, hash)


def _lesson(sheet: LessonSheet, codebook: Codebook, texts: tuple[LessonText, ...], hash: str) -> Lesson:
    details = {field.name: getattr(sheet, field.name) for field in fields(LessonDetails)}
    return Lesson(**details | {"labels": labels_of(sheet, codebook)}, codebook=codebook, texts=texts, hash=hash)


def build_folder(folder: Path) -> BuildReport:
    """Write each text's `NAME.text.json` and complete its `NAME.key.json`. Raises LessonError or TextError.

    Nothing is written before everything has been built, and a file that would stay the same is left alone. Answers
    that could be built and cannot be graded with are written too: their author goes on from there.
    """
    from claimlight.files.markdown_text import build_text

    sheet = sheet_from_toml(read_bytes(folder / NAME))
    built: dict[Path, str] = {}
    texts: list[LessonText] = []
    for name in sheet.texts:
        source = folder / f"{name}.md"
        text = build_text(decode(read_bytes(source, MOST_ARTICLE_BYTES), source.name), sheet.language, sheet.direction)
        built[folder / f"{name}.text.json"] = text_to_json(text)
        key = folder / f"{name}.key.json"
        if key.exists():
            place = KeyPlace(key.name, sheet.slug, name)
            built[key] = key_to_json(read_bytes(key), text, place, sheet.example)
            answers = key_from_json(built[key].encode(), text, place, sheet.example)
            texts.append(LessonText(article_of(sheet, name, text), answers))
    found = tuple(_faults(folder, sheet, tuple(texts)))
    written = tuple(path for path, content in built.items() if _write_if_new(path, content))
    return BuildReport(written, tuple(path for path in built if path not in written), found)


def _faults(folder: Path, sheet: LessonSheet, texts: tuple[LessonText, ...]) -> Iterator[LessonError]:
    """Why the answers to `texts` cannot be used, if there are any. Raises LessonError without a sound label guide."""
    if texts:
        lesson = lesson_of(sheet, read_codebook(codebook_path(sheet.codebook, folder)), texts)
        for text in texts:
            yield from faults(lesson, text.article.name)


def labels_of(sheet: LessonSheet, codebook: Codebook) -> tuple[str, ...]:
    """The labels that the lesson trains. Raises LessonError where the label guide has no such label."""
    known = tuple(label.id for label in codebook.labels)
    if unknown := next((label for label in sheet.labels if label not in known), None):
        raise LessonError("unknown-lesson-label", file=NAME, label=unknown, known=", ".join(known))
    return sheet.labels or known


def lesson_hash(sheet: LessonSheet, codebook: Codebook, texts: dict[str, Text]) -> str:
    """SHA-256 over id, version, texts and label guide: the same lesson, the same hash, whatever its answers."""
    return hash_of(
        {
            "id": sheet.id,
            "version": sheet.version,
            "texts": {name: text.text_hash for name, text in texts.items()},
            "codebook": codebook_value(codebook),
        }
    )


def codebook_value(codebook: Codebook) -> dict[str, object]:
    """A label guide as plain values, for hashing."""
    return {
        "id": codebook.id,
        "version": codebook.version,
        "language": codebook.language,
        "name": codebook.name,
        "rules": codebook.rules,
        "labels": [
            [
                *(label.id, label.name, label.short, label.letter, label.colour, label.line, label.definition),
                *([each.before, each.marked, each.after, each.why] for each in (label.yes, label.no)),
            ]
            for label in codebook.labels
        ],
        "attributes": [[each.id, each.name, each.values] for each in codebook.attributes],
        "links": [[each.id, each.name, each.sources, each.targets] for each in codebook.links],
        "credits": [[keyed, given, str(credit)] for keyed, given, credit in codebook.credits],
    }


def _lesson_text(member: Members, name: str, sheet: LessonSheet, codebook: Codebook, answers: bool) -> LessonText:
    file = f"{name}.text.json"
    raw = member(file)
    if raw is None:
        raise LessonError("text-not-built", file=file, source=f"{name}.md")
    text = text_from_json(raw, file)
    return LessonText(article_of(sheet, name, text), _key(member, name, text, sheet, codebook, answers))


def article_of(sheet: LessonSheet, name: str, text: Text) -> Article:
    return Article(
        name=name,
        headline=sheet.headline,
        byline=sheet.byline,
        dateline=sheet.dateline,
        language=sheet.language,
        direction=sheet.direction,
        text=text,
    )


def _key(
    member: Members, name: str, text: Text, sheet: LessonSheet, codebook: Codebook, answers: bool
) -> AnswerKey | None:
    place = KeyPlace(f"{name}.key.json", sheet.slug, name)
    raw = member(place.file)
    if raw is None:
        return None
    if not answers and not sheet.example:
        return None
    return key_from_json(raw, text, place, sheet.example)


def _needed(member: Members, name: str) -> bytes:
    raw = member(name)
    if raw is None:
        raise LessonError("member-missing", file=name)
    return raw


def _write_if_new(path: Path, content: str) -> bool:
    """Write `content` in one step, so that a half-written file is never seen; False where it was there already."""
    raw = content.encode()
    if path.exists() and path.read_bytes() == raw:
        return False
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.write_bytes(raw)
        draft.replace(path)
    except OSError as error:
        raise LessonError("file-not-written", file=path.name, reason=error.strerror or str(error)) from None
    return True
