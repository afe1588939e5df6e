"""Who made a lesson file: its author signs a digest of all that is in it, and the first one is trusted."""

import json
from collections.abc import Mapping
from enum import StrEnum

from claimlight.core.errors import LessonError
from claimlight.files.lesson_bundle import SIGNATURE, all_members, members_digest
from claimlight.files.reading import parse_json
from claimlight.handin.encoding import hex_bytes
from claimlight.handin.identity import KEY_BYTES, SIGNATURE_BYTES, Keys, Purpose, is_signed, public, sign

FORMAT = 1


class Trust(StrEnum):
    """What is to be said of a file's author."""

    UNSIGNED = "unsigned"
    FIRST = "first"
    SAME = "same"
    CHANGED = "changed"
    """It was signed by somebody else than its first file, or has lost its signature on the way."""


def with_signature(members: Mapping[str, bytes], author: Keys) -> dict[str, bytes]:
    """`members` and their author's signature."""
    signature = {
        "format": FORMAT,
        "key": public(author).verify.hex(),
        "signature": sign(author, Purpose.LESSON, members_digest(members)).hex(),
    }
    return {**members, SIGNATURE: json.dumps(signature, indent=1).encode() + b"\n"}


def author_of(raw: bytes, file: str) -> bytes | None:
    """The public key that the lesson file in `raw` was signed with; None where nobody did.

    Raises LessonError where it was changed after somebody signed it.
    """
    members = all_members(raw, file)
    if SIGNATURE not in members:
        return None
    said = parse_json(members[SIGNATURE], SIGNATURE)
    key = hex_bytes(said.get("key"), KEY_BYTES)
    signature = hex_bytes(said.get("signature"), SIGNATURE_BYTES)
    if key is None or signature is None or not is_signed(key, Purpose.LESSON, members_digest(members), signature):
        raise LessonError("bundle-changed", file=file)
    return key


def trust(author: bytes | None, first: bytes | None) -> Trust:
    """What `author` of a file means where `first` was the author of this lesson's first signed file here."""
    if author == first:
        return Trust.UNSIGNED if author is None else Trust.SAME
    return Trust.FIRST if first is None else Trust.CHANGED
