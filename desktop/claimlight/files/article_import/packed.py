"""Read a document that is a zip, member by member under limits; nothing is ever unpacked to disk."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping

from claimlight.core.errors import LessonError
from claimlight.files.archive import at_most_members

MOST_MEMBERS = 5_000
MOST_MEMBER = 60_000_000
MOST_UNPACKED = 250_000_000
MOST_RATIO = 250
"""A member may unpack to so many times its packed size; small ones may do as they like."""
SMALL = 2_000_000
_DECLARED = re.compile(rb"<!(?:ENTITY|DOCTYPE[^>]*\[)", re.IGNORECASE)


class Packed:
    """The members of a zip by name. Raises LessonError where it is damaged, or holds more than a document does."""

    def __init__(self, raw: bytes, file: str) -> None:
        self.file = file
        if at_most_members(raw) > MOST_MEMBERS:
            raise LessonError("document-too-big", file=file)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise LessonError("document-damaged", file=file) from None
        if sum(info.file_size for info in infos) > MOST_UNPACKED:
            raise LessonError("document-too-big", file=file)
        for info in infos:
            self._refuse_strange(info)
        self._infos: Mapping[str, zipfile.ZipInfo] = {info.filename: info for info in infos}

    def _refuse_strange(self, info: zipfile.ZipInfo) -> None:
        name = info.filename
        if name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or re.match("[A-Za-z]:", name):
            raise LessonError("document-bad-member", file=self.file, member=name)
        if info.file_size > MOST_MEMBER or info.file_size > max(SMALL, MOST_RATIO * info.compress_size):
            raise LessonError("document-too-big", file=self.file)
        if info.flag_bits & 1:
            raise LessonError("document-locked", file=self.file)

    def names(self) -> tuple[str, ...]:
        return tuple(self._infos)

    def read(self, name: str) -> bytes:
        """The member's bytes, never more than its header promises; nothing where there is no such member."""
        info = self._infos.get(name)
        if info is None:
            return b""
        try:
            with self._zip.open(info) as member:
                raw = member.read(info.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
            raise LessonError("document-damaged", file=self.file) from None
        if len(raw) != info.file_size:
            raise LessonError("document-damaged", file=self.file)
        return raw

    def refuse_entities(self) -> None:
        """Raises LessonError where the XML of a member declares what would make it grow; no office program does."""
        for name in self.names():
            if name.endswith((".xml", ".rels")) and _DECLARED.search(self.read(name)):
                raise LessonError("document-damaged", file=self.file)
