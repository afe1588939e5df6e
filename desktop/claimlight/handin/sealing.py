"""The answers to a homework: closed in its file until their key is let go, or somebody says the words.

All that only a teacher may see of a lesson is one archive. It is padded, so that its length does not tell how many
answers there are, and closed in a SecretBox under 32 random bytes, the key. What it belongs to (the lesson's hash, its
labels, its length) is closed in with it. The key lies beside it, sealed for the author and whoever else may let it go.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimlight.core.digest import sha256_hex
from claimlight.core.errors import LessonError
from claimlight.core.lesson import Lesson
from claimlight.files.archive import unzipped, zipped
from claimlight.files.lesson_bundle import MEMBER, SEALED
from claimlight.files.reading import parse_json
from claimlight.handin.encoding import base64_bytes, base64_text, hex_bytes
from claimlight.handin.identity import KEY_BYTES, Keys, seal_for, unsealed
from claimlight.handin.words import FEWEST_SECRET_WORDS, as_said

FORMAT = 1
LEAST_SIZE = 32 * 1024
"""A box holds at least so many bytes, and twice as many, and so on: never what the answers need exactly."""

_OPERATIONS, _MEMORY = 3, 64 * 1024 * 1024
"""What Argon2id costs each who tries words: some tenths of a second on an old laptop."""
_SALT = 16


@dataclass(frozen=True, slots=True)
class SealedAnswers:
    """What `answers.sealed` holds. `for_teachers` are copies of the key, each sealed for somebody; `for_words` is the
    salt and a copy of the key for who says the words."""

    box: bytes
    for_teachers: tuple[bytes, ...]
    for_words: tuple[bytes, bytes] | None = None

    @property
    def hash(self) -> str:
        """Names the box: a key that is let go says which one it opens."""
        return sha256_hex(self.box)


def seal_answers(lesson: Lesson, members: Mapping[str, bytes], teachers: Iterable[bytes], words: str = "") -> bytes:
    """`members` of `lesson` as a file that only its key opens. `teachers` are their public sealing keys."""
    from nacl.secret import SecretBox
    from nacl.utils import random

    key = random(KEY_BYTES)
    archive = zipped(members)
    head = json.dumps({**_belongs_to(lesson), "length": len(archive)}, sort_keys=True).encode()
    box = bytes(SecretBox(key).encrypt(_padded(head + b"\n" + archive)))
    page: dict[str, object] = {
        "format": FORMAT,
        "box": base64_text(box),
        "teachers": [base64_text(seal_for(teacher, key)) for teacher in teachers],
    }
    if words:
        salt = random(_SALT)
        page["words"] = {
            "salt": salt.hex(),
            "key": base64_text(bytes(SecretBox(key_from_words(words, salt)).encrypt(key))),
        }
    return json.dumps(page).encode()


def read_sealed(raw: bytes) -> SealedAnswers:
    """Raises LessonError where `raw` is not what `seal_answers` writes."""
    page = parse_json(raw, SEALED)
    box = base64_bytes(page.get("box"))
    teachers = page.get("teachers")
    boxes = [base64_bytes(each) for each in teachers] if isinstance(teachers, list) else []
    if page.get("format") != FORMAT or not box:
        raise LessonError("answers-unreadable", file=SEALED)
    said = page.get("words")
    salt = hex_bytes(said.get("salt"), _SALT) if isinstance(said, dict) else None
    copy = base64_bytes(said.get("key")) if isinstance(said, dict) else None
    return SealedAnswers(box, tuple(filter(None, boxes)), (salt, copy) if salt and copy else None)


def key_for_teacher(sealed: SealedAnswers, keys: Keys) -> bytes | None:
    """The key, for one of those it was sealed for."""
    found = (unsealed(keys, each) for each in sealed.for_teachers)
    return next((key for key in found if key is not None and len(key) == KEY_BYTES), None)


def key_for_words(sealed: SealedAnswers, words: str) -> bytes | None:
    """The key, for who says the words. Takes some tenths of a second."""
    if sealed.for_words is None or len(as_said(words).split()) < FEWEST_SECRET_WORDS:
        return None
    salt, copy = sealed.for_words
    return _opened(key_from_words(words, salt), copy)


def open_answers(lesson: Lesson, sealed: SealedAnswers, key: bytes) -> dict[str, bytes]:
    """What was sealed. Raises LessonError where `key` is another one, or the answers are not this lesson's."""
    padded = _opened(key, sealed.box)
    if padded is None:
        raise LessonError("answers-other-key", file=SEALED)
    head, _line, rest = padded.partition(b"\n")
    said = parse_json(head, SEALED)
    length = said.get("length")
    if not isinstance(length, int) or not 0 <= length <= len(rest) or rest[length:].strip(b"\0"):
        raise LessonError("answers-unreadable", file=SEALED)
    if {name: value for name, value in said.items() if name != "length"} != _belongs_to(lesson):
        raise LessonError("answers-of-another-lesson", file=SEALED)
    return unzipped(rest[:length], SEALED, MEMBER)


def key_from_words(words: str, salt: bytes) -> bytes:
    """32 bytes of words that a person says (Argon2id, RFC 9106)."""
    from nacl.pwhash import argon2id

    return argon2id.kdf(KEY_BYTES, as_said(words).encode(), salt, opslimit=_OPERATIONS, memlimit=_MEMORY)


def _belongs_to(lesson: Lesson) -> dict[str, object]:
    return {
        "kind": "claimlight answers",
        "format": FORMAT,
        "lesson_hash": lesson.hash,
        "labels": list(lesson.labels),
    }


def _padded(raw: bytes) -> bytes:
    size = LEAST_SIZE
    while size < len(raw):
        size *= 2
    return raw.ljust(size, b"\0")


def _opened(key: bytes, box: bytes) -> bytes | None:
    from nacl.exceptions import CryptoError
    from nacl.secret import SecretBox

    try:
        return SecretBox(key).decrypt(box)
    except (CryptoError, ValueError, TypeError):
        return None
