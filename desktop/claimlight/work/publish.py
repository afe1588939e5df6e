"""Give a lesson out: one file, signed by its author, in which students find no more than they may see by then."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path

from claimlight.core.errors import LessonError
from claimlight.core.lesson import Lesson, Mode
from claimlight.files.archive import PICTURES, zipped
from claimlight.files.codebook_file import NAME as CODEBOOK
from claimlight.files.codebook_file import shipped_codebook_path
from claimlight.files.lesson_bundle import SEALED, all_members, file_members, folder_members, with_manifest
from claimlight.files.lesson_folder import assemble
from claimlight.files.lesson_toml import NAME, LessonSheet, sheet_from_toml, sheet_to_toml
from claimlight.files.reading import parse_toml, read_bytes
from claimlight.files.text_file import text_from_json, text_to_json
from claimlight.handin.identity import Keys, public
from claimlight.handin.lesson_author import with_signature
from claimlight.handin.sealing import open_answers, read_sealed, seal_answers

_NOT_YET = ("example", "discussion", "review")
"""Fields of a lesson's sheet that speak of its answers: kept back with them."""


def publish(
    source: Mapping[str, bytes] | Path,
    mode: Mode,
    author: Keys,
    *,
    also_for: Iterable[bytes] = (),
    words: str = "",
) -> bytes:
    """The lesson file for students, of a lesson's files or of the folder or file at `source`.

    For homework the answers are sealed; who they are sealed for (the author, and the public sealing keys in `also_for`)
    can let them go, and so can who says `words`, if there are any. For assessment nothing of them is in the file.
    Raises LessonError or TextError, also where a lesson has no licence or, to be kept back, no answers.
    """
    members = _for_students(lesson_members(source))
    lesson = _complete(members, mode)
    if mode is Mode.PRACTICE:
        return zipped(with_signature(with_manifest(members, lesson, mode), author))
    readable = open_part(members, lesson)
    if mode is Mode.HOMEWORK:
        held_back = {name: raw for name, raw in members.items() if name not in readable or name == NAME}
        readable[SEALED] = seal_answers(lesson, held_back, (public(author).seal, *also_for), words)
    return zipped(with_signature(with_manifest(readable, lesson, mode), author))


def lesson_members(source: Mapping[str, bytes] | Path) -> dict[str, bytes]:
    """The files of a lesson, its label guide among them. Raises LessonError or TextError."""
    if isinstance(source, Path):
        return file_members(source) if source.is_file() else folder_members(source)
    if CODEBOOK in source:
        return dict(source)
    codebook = sheet_from_toml(source.get(NAME, b"")).codebook
    return {**source, CODEBOOK: read_bytes(shipped_codebook_path(codebook))}


def released_lesson(raw: bytes, lesson: Lesson, key: bytes) -> Lesson:
    """`lesson`, the homework in `raw`, as it is once its answers are let go. Raises LessonError."""
    members = all_members(raw)
    if SEALED not in members:
        raise LessonError("answers-unreadable", file=SEALED)
    whole = {**members, **open_answers(lesson, read_sealed(members[SEALED]), key)}
    opened = assemble(whole.get)
    if opened.hash != lesson.hash:
        raise LessonError("answers-of-another-lesson", file=SEALED)
    return _given_as(opened, lesson.mode)


def open_part(members: Mapping[str, bytes], lesson: Lesson) -> dict[str, bytes]:
    """What may be read before the answers: no source of the article, no comment, nothing that nobody asks for."""
    texts = (f"{text.article.name}.text.json" for text in lesson.texts)
    return {
        NAME: _open_sheet(members[NAME]),
        CODEBOOK: members[CODEBOOK],
        **{file: text_to_json(text_from_json(members[file], file)).encode() for file in texts},
        **{name: raw for name, raw in members.items() if name.lower().endswith(PICTURES)},
    }


def _given_as(lesson: Lesson, mode: Mode) -> Lesson:
    from dataclasses import replace

    return replace(lesson, mode=mode)


def _for_students(members: dict[str, bytes]) -> dict[str, bytes]:
    """What was a copy for teachers says so no longer."""
    values = parse_toml(members.get(NAME, b""), NAME)
    if "audience" not in values:
        return members
    kept = {name: value for name, value in values.items() if name not in ("audience", "format")}
    return {**members, NAME: sheet_to_toml(kept).encode()}


def _complete(members: Mapping[str, bytes], mode: Mode) -> Lesson:
    lesson = assemble(members.get)
    if not lesson.licence:
        raise LessonError("lesson-without-licence", file=NAME)
    if mode is not Mode.PRACTICE and all(text.key is None for text in lesson.texts):
        raise LessonError("lesson-without-answers", file=NAME)
    return lesson


def _open_sheet(raw: bytes) -> bytes:
    known = {field.name for field in fields(LessonSheet)}.difference(_NOT_YET)
    values = parse_toml(raw, NAME)
    return sheet_to_toml({name: value for name, value in values.items() if name in known}).encode()
