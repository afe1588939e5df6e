"""A draft and the files of a lesson: one becomes the other, in a folder, in one file, or under a new name."""

from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

from claimlight.core.draft import Parts
from claimlight.core.errors import LessonError
from claimlight.core.identity import NewId
from claimlight.core.lesson import AnswerKey
from claimlight.files.codebook_file import NAME as CODEBOOK
from claimlight.files.codebook_file import shipped_codebook_path
from claimlight.files.key_file import key_from_json, key_page_text
from claimlight.files.key_json import Entry, Zone, entry_json
from claimlight.files.lesson_bundle import bundle_members, file_members, folder_members
from claimlight.files.lesson_name import slug_of
from claimlight.files.lesson_toml import NAME, sheet_from_toml, sheet_to_toml
from claimlight.files.reading import decode, parse_toml, read_bytes
from claimlight.files.text_file import text_to_json
from claimlight.work.draft import (
    ARTICLE,
    SHEET,
    Draft,
    PlacedEntry,
    answer_part,
    draft_of,
    entry_text,
    file_part,
    values_text,
)

_TEXT = "article"
_MADE = (NAME, f"{_TEXT}.md", f"{_TEXT}.text.json", f"{_TEXT}.key.json")


def parts_of_lesson(path: Path) -> Parts:
    """The parts of the lesson at `path`, a folder or a lesson file. Raises LessonError or TextError."""
    return parts_of_members(file_members(path) if path.is_file() else folder_members(path))


def parts_of_members(members: Mapping[str, bytes]) -> Parts:
    """The parts of a lesson whose files are `members`; its text and answers are those of `article`."""
    sheet_from_toml(members.get(NAME, b""))
    values = parse_toml(members[NAME], NAME)
    if f"{_TEXT}.md" not in members:
        raise LessonError("member-missing", file=f"{_TEXT}.md")
    markdown = decode(members[f"{_TEXT}.md"], f"{_TEXT}.md")
    others = {file_part(name): _packed(raw) for name, raw in members.items() if name not in _MADE}
    parts = {SHEET: values_text(values), ARTICLE: markdown, **others}
    raw_key = members.get(f"{_TEXT}.key.json")
    return parts if raw_key is None else {**parts, **_answers(draft_of(parts), raw_key)}


def renewed(parts: Parts, new_id: NewId, *, title: str = "") -> Parts:
    """The parts of a lesson of its own, made from another one: a new id, "based on" the other."""
    draft = draft_of(parts)
    sheet = draft.sheet
    values = {**draft.values, "id": new_id(), "version": 1, "based_on": sheet.id}
    if title:
        values |= {"title": title, "slug": slug_of(title)}
    return {**parts, SHEET: values_text(values)}


def members_of(draft: Draft) -> dict[str, bytes]:
    """Every file of the lesson as it is now, ready to be read. Raises LessonError where the sheet is wrong."""
    key = draft.key()
    entries: list[Entry] = [
        *key.items,
        *key.decoys,
        *(Zone(f"x{number}", span) for number, span in enumerate(key.excluded, 1)),
    ]
    annotations = [entry_json(entry, draft.text, draft.place) for entry in entries]
    members = {
        NAME: sheet_to_toml({name: value for name, value in draft.values.items() if name != "format"}).encode(),
        f"{_TEXT}.md": draft.markdown.encode(),
        f"{_TEXT}.text.json": text_to_json(draft.text).encode(),
        **draft.files(),
    }
    if annotations:
        members[draft.place.file] = key_page_text(annotations, key.rate, draft.text).encode()
    sheet_from_toml(members[NAME])
    return members


def bundle_of(draft: Draft) -> bytes:
    """The lesson in one file, its answers open (practice). Raises LessonError."""
    members = members_of(draft)
    if CODEBOOK not in members:
        members[CODEBOOK] = read_bytes(shipped_codebook_path(draft.sheet.codebook))
    return bundle_members(members)


def write_members(members: Mapping[str, bytes], folder: Path) -> None:
    """Write the files of a lesson into `folder`, which must be empty or new. Raises LessonError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise LessonError("folder-not-empty", folder=str(folder))
        for name, raw in members.items():
            (folder / name).write_bytes(raw)
    except OSError as error:
        raise LessonError("file-not-written", file=str(folder), reason=error.strerror or str(error)) from None


def _answers(draft: Draft, raw: bytes) -> dict[str, str]:
    """A part for each entry of the key in `raw`. Raises LessonError."""
    key = key_from_json(raw, draft.text, draft.place, draft.sheet.example)
    return {answer_part(entry.id): entry_text(draft, PlacedEntry(entry)) for entry in _entries(key)}


def _entries(key: AnswerKey) -> tuple[Entry, ...]:
    """All that is in a key; its excluded zones have no names, so they are numbered."""
    zones = (Zone(f"x{number}", span) for number, span in enumerate(key.excluded, 1))
    return (*key.items, *key.decoys, *zones)


def _packed(raw: bytes) -> str:
    return b64encode(raw).decode("ascii")
