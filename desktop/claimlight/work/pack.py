"""A lesson folder as one file, and a lesson file as a folder."""

from pathlib import Path

from claimlight.core.errors import LessonError
from claimlight.files.lesson_bundle import bundle_members, file_members, folder_members, read_bundle
from claimlight.files.lesson_toml import NAME, sheet_from_toml, sheet_to_toml
from claimlight.files.reading import parse_toml
from claimlight.work.draft_files import write_members
from claimlight.work.give_out import TEACHER, write_file


def pack(folder: Path, file: Path, *, colleague: bool = False) -> None:
    """Write the lesson in `folder` to `file`: for practice, or with `colleague` as a teacher copy.

    Raises LessonError: it cannot be read, names no author or licence, or the file cannot be written.
    """
    members = folder_members(folder)
    sheet = sheet_from_toml(members[NAME])
    for field, told in (("author", sheet.author), ("licence", sheet.licence)):
        if not told:
            raise LessonError("pack-incomplete", file=NAME, field=field)
    audience = TEACHER if colleague else ""
    if sheet.audience != audience:
        values = {name: value for name, value in parse_toml(members[NAME], NAME).items() if name != "format"}
        values["audience"] = audience
        members[NAME] = sheet_to_toml(values).encode()
    write_file(file, bundle_members(members))


def unpack(file: Path, into: Path) -> tuple[Path, ...]:
    """Write the lesson in `file` into the new or empty folder `into`, and return what was written.

    It is read member by member under limits, and as a whole before anything is written. Raises LessonError or
    TextError.
    """
    read_bundle(file)
    members = file_members(file)
    write_members(members, into)
    return tuple(into / name for name in sorted(members))
