"""Marks that come back (`.claimmarks`): signed by the teacher, closed for the one student they are for.

What opens them is made of words that the student has, so they open on any computer on which these are said.
"""

from dataclasses import dataclass

from claimlight.core.annotation import Annotation
from claimlight.core.digest import sha256_hex
from claimlight.core.errors import WorkError
from claimlight.handin.identity import KEY_BYTES, Keys, Purpose, public
from claimlight.handin.sealing import key_from_words
from claimlight.handin.travel_file import closed_file, opened, read_body, read_closed_file, signed

SUFFIX = ".claimmarks"
_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Override:
    """What the teacher changed: of an item (or "" for the whole), to so many points ("3/2"), with the reason.

    `kind` is that of a `core.decision.Decision`; for "kept" the points come on top. With `highlight` it is about a
    mark.
    """

    item: str
    points: str
    reason: str
    highlight: str = ""
    kind: str = "points"


@dataclass(frozen=True, slots=True)
class Comment:
    """A sentence of the teacher, on a highlight, on an item, or, with neither, on the whole."""

    words: str
    highlight: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class NewAnswers:
    """The answers were changed since the student was told: how many of them, and what the student was told then.

    `key` is the file of the answers as they are now, "" where the student never sees them.
    """

    changes: int
    points: str
    possible: str
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """Marks for one submission. Points are fractions as text; `number` counts the marks for it, from 1."""

    id: str
    class_id: str
    submission: str
    submission_hash: str
    attempt: str
    person: str
    lesson: str
    lesson_hash: str
    text: str
    title: str
    number: int
    percent: int
    points: str
    possible: str
    receipt: str
    """The grade, as `grading.receipt_json` writes it: in full, but of an assessment without its answers."""
    work: tuple[Annotation, ...]
    overrides: tuple[Override, ...] = ()
    comments: tuple[Comment, ...] = ()
    box: str = ""
    key: str = ""
    """What opens the answers of a homework (its sealed box by hash); "" where they stay closed."""
    answers: int = 1
    """The version of the answers that these marks were made with; 1 is the one in the lesson's file."""
    changed: NewAnswers | None = None
    lesson_file: str = ""
    """The lesson as far as its student may see it (`work.carried_lesson`); "" in marks of before, and if too large."""


@dataclass(frozen=True, slots=True)
class Head:
    """In the clear: nobody can tell whose marks they are but who has the key. `salt` makes it of that one's words."""

    id: str
    reader: str
    salt: str


def person_keys(words: str, salt: bytes) -> Keys:
    """What somebody opens their marks with, made of their words."""
    return Keys(bytes(KEY_BYTES), key_from_words(words, salt))


def salt_of(person: str) -> bytes:
    """16 bytes that belong to a person's id, so that the same words make another key for somebody else."""
    return bytes.fromhex(sha256_hex(b"claimlight person\0" + person.encode()))[:_SALT_BYTES]


def write_feedback(feedback: Feedback, reader: bytes, teacher: Keys) -> bytes:
    """The file for the owner of the public key `reader`."""
    head = _head_for(feedback, reader)
    return closed_file(head, signed(feedback, Purpose.MARKS, teacher), Purpose.MARKS, (reader,))


def is_for(raw: bytes, reader: bytes, file: str = SUFFIX) -> bool:
    """Whether the marks in `raw` say they are for the owner of `reader`. Raises WorkError."""
    head = _head(raw, file)
    return head.reader == _reader(head.id, reader)


def salt_in(raw: bytes, file: str = SUFFIX) -> bytes:
    """What makes the key of the words of whom these marks are for. Raises WorkError."""
    try:
        salt = bytes.fromhex(_head(raw, file).salt)
    except ValueError:
        salt = b""
    if len(salt) != _SALT_BYTES:
        raise WorkError("travel-not-ours", file=file)
    return salt


def read_feedback(raw: bytes, keys: Keys, signers: tuple[bytes, ...] | None, file: str = SUFFIX) -> Feedback:
    """Open marks. Raises WorkError where they are for another, or signed by none of `signers` (None: by anybody)."""
    one, _packed = opened(read_closed_file(raw, Purpose.MARKS, file), Purpose.MARKS, keys, file)
    if signers is not None and one.key not in signers:
        raise WorkError("marks-forged", file=file)
    found = read_body(one.said, Feedback, file)
    if _head(raw, file) != _head_for(found, public(keys).seal):
        raise WorkError("travel-changed", file=file)
    return found


def _head_for(feedback: Feedback, reader: bytes) -> Head:
    return Head(feedback.id, _reader(feedback.id, reader), salt_of(feedback.person).hex())


def _head(raw: bytes, file: str) -> Head:
    import msgspec

    try:
        return msgspec.convert(read_closed_file(raw, Purpose.MARKS, file).head, Head)
    except msgspec.ValidationError:
        raise WorkError("travel-not-ours", file=file) from None


def _reader(id: str, reader: bytes) -> str:
    return sha256_hex(f"claimlight reader\0{id}\0".encode() + reader)
