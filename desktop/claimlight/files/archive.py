"""Several files in one: a zip that is read member by member under limits, never extracted."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping

from claimlight.core.errors import LessonError
from claimlight.files.reading import MOST_BYTES

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
MOST_MEMBERS = 200
MOST_UNPACKED = 4 * MOST_BYTES
MOST_RATIO = 200
"""A member may unpack to so many times its packed size; small ones may do as they like."""
SMALL = 100_000
_MEMBER = b"PK\x01\x02"
_DATE = (1980, 1, 1, 0, 0, 0)


def zipped(members: Mapping[str, bytes]) -> bytes:
    """All of `members`; the same give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as bundle:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            pictured = name.endswith(PICTURES)
            info.compress_type = zipfile.ZIP_STORED if pictured else zipfile.ZIP_DEFLATED
            bundle.writestr(info, members[name], compresslevel=6)
    return packed.getvalue()


def unzipped(raw: bytes, file: str, allowed: re.Pattern[str]) -> dict[str, bytes]:
    """All members, none larger, more or stranger than a lesson has. Raises LessonError."""
    if at_most_members(raw) > MOST_MEMBERS:
        raise LessonError("bundle-too-big", file=file)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as bundle:
            infos = bundle.infolist()
            _refuse_strange(infos, file, allowed)
            return {info.filename: _unpacked(bundle, info, file) for info in infos}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise LessonError("not-a-bundle", file=file) from None


def at_most_members(raw: bytes) -> int:
    """No zip has more members than signatures of one; counting those takes no time, listing a million seconds."""
    return raw.count(_MEMBER)


def _refuse_strange(infos: list[zipfile.ZipInfo], file: str, allowed: re.Pattern[str]) -> None:
    if sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise LessonError("bundle-too-big", file=file)
    seen: set[str] = set()
    for info in infos:
        if not allowed.fullmatch(info.filename):
            raise LessonError("bundle-bad-member", file=file, member=info.filename)
        if info.filename.casefold() in seen:
            raise LessonError("bundle-member-twice", file=file, member=info.filename)
        if info.file_size > MOST_BYTES or info.file_size > max(SMALL, MOST_RATIO * info.compress_size):
            raise LessonError("bundle-too-big", file=file)
        seen.add(info.filename.casefold())


def _unpacked(bundle: zipfile.ZipFile, info: zipfile.ZipInfo, file: str) -> bytes:
    """The member's bytes, and never more of them than its header promises."""
    with bundle.open(info) as member:
        raw = member.read(info.file_size + 1)
    if len(raw) != info.file_size:
        raise LessonError("not-a-bundle", file=file)
    return raw
