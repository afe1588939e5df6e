"""Answers that are let go (`.claimrelease`): the key of one sealed box, signed by who gave the lesson out."""

from dataclasses import dataclass

from claimlight.core.errors import WorkError
from claimlight.handin.encoding import hex_bytes
from claimlight.handin.identity import KEY_BYTES, Keys, Purpose
from claimlight.handin.travel_file import open_file, read_body, read_open_file

SUFFIX = ".claimrelease"


@dataclass(frozen=True, slots=True)
class Release:
    """`box` is the hash of the sealed box, `key` what opens it (hexadecimal)."""

    lesson_hash: str
    box: str
    key: str


def write_release(release: Release, author: Keys) -> bytes:
    return open_file(release, Purpose.RELEASE, author)


def read_release(raw: bytes, author: bytes | None, file: str = SUFFIX) -> Release:
    """Raises WorkError where it is none, or signed by another than the public key `author` (None: by anybody)."""
    one = read_open_file(raw, Purpose.RELEASE, file)
    if author is not None and one.key != author:
        raise WorkError("marks-forged", file=file)
    found = read_body(one.said, Release, file)
    if hex_bytes(found.key, KEY_BYTES) is None:
        raise WorkError("travel-not-ours", file=file)
    return found
