"""Work that is handed in (`.claimwork`): in the clear which class and lesson, closed for the teacher all the rest."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from claimlight.core.annotation import Annotation
from claimlight.core.attempt import Attempt, Challenge, Check, Person
from claimlight.core.digest import sha256_hex
from claimlight.core.errors import WorkError
from claimlight.handin.class_file import ClassFile
from claimlight.handin.encoding import hex_bytes
from claimlight.handin.identity import KEY_BYTES, Keys, Purpose
from claimlight.handin.travel_file import (
    Signed,
    closed_file,
    opened,
    read_body,
    read_closed_file,
    signed,
)

SUFFIX = ".claimwork"
ID_BYTES = 16
MOST_HIGHLIGHTS = 5_000


@dataclass(frozen=True, slots=True)
class Head:
    """What everybody sees. `id` is 128 random bits."""

    id: str
    class_id: str
    lesson: str
    lesson_hash: str


@dataclass(frozen=True, slots=True)
class HandingIn:
    """Who hands in, and what came before it: the number of this version, from 1, and the hash of the one before."""

    person: Person
    seal: str
    """The person's public key: marks for them are closed with it."""
    number: int = 1
    previous: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """All that is handed in of one attempt. Times are there, and how sure somebody was, only where the class asks."""

    head: Head
    by: HandingIn
    attempt: str
    attempt_number: int
    mode: str
    text: str
    text_hash: str
    checks: tuple[Check, ...]
    challenges: tuple[Challenge, ...] = ()
    made: str = ""

    @property
    def work(self) -> tuple[Annotation, ...]:
        """What counts: the last check before the answers were shown."""
        return self.checks[-1].annotations


def submission_of(
    attempt: Attempt,
    checks: Iterable[Check],
    challenges: Iterable[Challenge],
    *,
    to: ClassFile,
    by: HandingIn,
    id: str,
    text_hash: str,
    made: str,
) -> Submission:
    """What `by` hands in to a class. Raises WorkError where the attempt was never checked or closed."""
    kept = tuple(check if to.asks_sure else _unsaid(check) for check in checks)
    if not kept:
        raise WorkError("not-finished")
    return Submission(
        head=Head(id, to.id, attempt.lesson_id, attempt.lesson_hash),
        by=by,
        attempt=attempt.id,
        attempt_number=attempt.number,
        mode=attempt.mode.value,
        text=attempt.text_name,
        text_hash=text_hash,
        checks=kept,
        challenges=tuple(each if to.asks_time else replace(each, made="") for each in challenges),
        made=made if to.asks_time else "",
    )


def write_submission(submission: Submission, to: ClassFile, device: Keys) -> bytes:
    """The file, closed for everybody who may collect in the class, signed by this computer."""
    one = signed(submission, Purpose.WORK, device)
    return closed_file(submission.head, one, Purpose.WORK, to.readers)


def head_of(raw: bytes, file: str = SUFFIX) -> Head:
    """What everybody sees, not proved. Raises WorkError."""
    return _head(read_closed_file(raw, Purpose.WORK, file).head, file)


@dataclass(frozen=True, slots=True)
class Opened:
    """A submission that was opened and proved; `hash` is that of its file.

    `device` is the public key of the computer that signed it, `packed` what to keep: the work with its signature.
    """

    submission: Submission
    device: bytes
    packed: bytes
    hash: str


def read_submission(raw: bytes, keys: Keys, file: str = SUFFIX) -> Opened:
    """Open and prove what was handed in. Raises WorkError with the reason."""
    closed = read_closed_file(raw, Purpose.WORK, file)
    head = _head(closed.head, file)
    one, packed = opened(closed, Purpose.WORK, keys, file)
    found = submission_from(one, file)
    if found.head != head:
        raise WorkError("travel-changed", file=file)
    return Opened(found, one.key, packed, sha256_hex(raw))


def submission_from(one: Signed, file: str = SUFFIX) -> Submission:
    """The submission in what was proved. Raises WorkError."""
    found = read_body(one.said, Submission, file)
    amount = max((len(check.annotations) for check in found.checks), default=0)
    usable = found.checks and found.by.person.id and amount <= MOST_HIGHLIGHTS and found.by.number >= 1
    if not usable or hex_bytes(found.by.seal, KEY_BYTES) is None:
        raise WorkError("travel-not-ours", file=file)
    return found


def _head(values: object, file: str) -> Head:
    import msgspec

    try:
        head = msgspec.convert(values, Head)
    except msgspec.ValidationError:
        raise WorkError("travel-not-ours", file=file) from None
    if hex_bytes(head.id, ID_BYTES) is None or asdict(head) != values:
        raise WorkError("travel-not-ours", file=file)
    return head


def _unsaid(check: Check) -> Check:
    return replace(check, annotations=tuple(replace(one, sure=None) for one in check.annotations))
