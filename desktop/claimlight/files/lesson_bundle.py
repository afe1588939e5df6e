"""A lesson in one file (`.claimlesson`): a zip that is read member by member under limits, never extracted."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from claimlight.core.digest import sha256_hex
from claimlight.core.errors import LessonError
from claimlight.core.lesson import Lesson, Mode
from claimlight.files.archive import PICTURES, unzipped, zipped
from claimlight.files.canonical_json import canonical
from claimlight.files.codebook_file import NAME as CODEBOOK
from claimlight.files.codebook_file import codebook_path
from claimlight.files.key_build import KeyPlace
from claimlight.files.key_file import RATES, key_to_json
from claimlight.files.lesson_folder import Members, assemble, read_lesson
from claimlight.files.lesson_toml import NAME, sheet_from_toml
from claimlight.files.reading import parse_json, read_bytes

SUFFIX = ".claimlesson"
FORMAT = 1
MANIFEST = "manifest.json"

SEALED = "answers.sealed"
"""Where all answers of a homework are, closed until the teacher lets them go."""

SIGNATURE = "signature.json"
"""Who made the file: a public key, and its signature over all other members."""

MEMBER = re.compile(
    r"(?:manifest\.json|signature\.json|lesson\.toml|codebook\.toml|answers\.sealed|[a-z][a-z0-9-]{0,40}\.(?:md|text\.json|key\.json)"
    r"|[A-Za-z0-9][A-Za-z0-9._-]{0,80}\.(?:png|jpe?g|gif|webp))"
)


def open_lesson(path: Path, *, answers: bool = True) -> Lesson:
    """The lesson at `path`: a folder, its `lesson.toml`, or a lesson file. Raises LessonError or TextError.

    Without `answers` a folder is read as the shelf shows it, in a third of the time (see `read_lesson`).
    """
    return read_bundle(path) if _is_file(path) else read_lesson(_folder(path), answers=answers)


def bundle_folder(folder: Path, lesson: Lesson | None = None) -> bytes:
    """The lesson in `folder` as one file, answers open (practice). The same lesson gives the same bytes.

    `lesson` is what was read from `folder`, where that was done already.
    """
    lesson = lesson or read_lesson(folder)
    return zipped(with_manifest(folder_members(folder, lesson), lesson, Mode.PRACTICE))


def folder_members(folder: Path, lesson: Lesson | None = None) -> dict[str, bytes]:
    """The files of the lesson in `folder` that travel with it, its label guide among them, answers in their full form.

    `lesson` is what was read from `folder`, where that was done already. Raises LessonError or TextError.
    """
    lesson = lesson or read_lesson(folder)
    sheet = sheet_from_toml(read_bytes(folder / NAME))
    members = {
        NAME: read_bytes(folder / NAME),
        CODEBOOK: read_bytes(codebook_path(sheet.codebook, folder)),
        **{path.name: read_bytes(path) for path in folder.iterdir() if path.suffix.lower() in PICTURES},
    }
    for text in lesson.texts:
        name = text.article.name
        optional = (f"{name}.md", f"{name}.text.json")
        members |= {file: read_bytes(folder / file) for file in optional if (folder / file).exists()}
        if text.key is not None:
            place = KeyPlace(f"{name}.key.json", sheet.slug, name)
            raw = read_bytes(folder / place.file)
            members[place.file] = key_to_json(raw, text.article.text, place, sheet.example).encode()
    return members


def file_members(path: Path) -> dict[str, bytes]:
    """The files of the lesson in a lesson file, read under all limits; the manifest is not one. Raises LessonError."""
    members = _members(read_bytes(path), path.name)
    return {name: raw for name, raw in members.items() if name not in (MANIFEST, SEALED, SIGNATURE)}


def all_members(raw: bytes, file: str = SUFFIX) -> dict[str, bytes]:
    """Every file in the bytes of a lesson file, read under all limits. Raises LessonError."""
    return _members(raw, file)


def members_digest(members: Mapping[str, bytes]) -> bytes:
    """What an author signs: the name and the SHA-256 of every member but the signature, in canonical JSON."""
    return canonical({name: sha256_hex(raw) for name, raw in members.items() if name != SIGNATURE}).encode()


def bundle_members(members: Mapping[str, bytes]) -> bytes:
    """One file of the lesson whose files are `members`, answers open (practice). Raises LessonError or TextError."""
    return zipped(with_manifest(members, assemble(members.get), Mode.PRACTICE))


def with_manifest(members: Mapping[str, bytes], lesson: Lesson, mode: Mode) -> dict[str, bytes]:
    """`members` and what says of them which lesson this is, and when its answers may be seen."""
    held_back = {text.article.name: str(text.rate) for text in lesson.texts if text.rate is not None}
    manifest = {
        "format": FORMAT,
        "kind": "lesson",
        "mode": mode,
        "lesson_hash": lesson.hash,
        "builder": lesson.texts[0].article.text.builder,
        **({} if mode is Mode.PRACTICE else {"rates": held_back}),
    }
    return {MANIFEST: json.dumps(manifest, indent=1).encode() + b"\n", **members}


def read_bundle(source: Path | bytes) -> Lesson:
    """The lesson in a lesson file, or in its bytes. Raises LessonError or TextError.

    In homework and assessment it comes without answers: they are sealed, or not in the file at all.
    """
    raw, file = (source, SUFFIX) if isinstance(source, bytes) else (read_bytes(source), source.name)
    members = _members(raw, file)
    manifest = _manifest(members, file)
    mode = _mode(manifest, file)
    lesson = assemble(members.get if mode is Mode.PRACTICE else _without_answers(members))
    if manifest.get("lesson_hash") != lesson.hash:
        raise LessonError("bundle-changed", file=file)
    if mode is Mode.PRACTICE:
        return lesson
    texts = tuple(replace(text, held_rate=_held_rate(manifest, text.article.name)) for text in lesson.texts)
    return replace(lesson, mode=mode, texts=texts)


def _mode(manifest: Mapping[str, object], file: str) -> Mode:
    """When students may see the answers. Raises LessonError for a way that only a newer Claimlight knows."""
    try:
        return Mode(str(manifest.get("mode", Mode.PRACTICE)))
    except ValueError:
        raise LessonError("bundle-format", file=file) from None


def _without_answers(members: Mapping[str, bytes]) -> Members:
    """What may be read before the answers are let go: no key, should somebody have left one in the file."""
    return lambda name: None if name.endswith(".key.json") else members.get(name)


def _held_rate(manifest: Mapping[str, object], name: str) -> Fraction | None:
    """What marks where nothing belongs cost in the text `name`: `rates` of a manifest whose answers are held back."""
    rates = manifest.get("rates")
    said = rates.get(name) if isinstance(rates, dict) else None
    return next((rate for rate in RATES if str(rate) == said), None)


def _is_file(path: Path) -> bool:
    return path.is_file() and path.name != NAME


def _folder(path: Path) -> Path:
    if path.name == NAME:
        return path.parent
    if not (path / NAME).is_file():
        raise LessonError("not-a-lesson", file=path.name or str(path))
    return path


def _members(raw: bytes, file: str) -> dict[str, bytes]:
    """All members, none larger, more or stranger than a lesson has. Raises LessonError."""
    members = unzipped(raw, file, MEMBER)
    if _manifest(members, file).get("format") != FORMAT:
        raise LessonError("bundle-format", file=file)
    return members


def _manifest(members: Mapping[str, bytes], file: str) -> Mapping[str, object]:
    if MANIFEST not in members:
        raise LessonError("not-a-bundle", file=file)
    return parse_json(members[MANIFEST], MANIFEST)
