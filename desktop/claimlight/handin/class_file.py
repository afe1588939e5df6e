"""A class as its students know it (`.claimclass`): whom they hand in to, until when, and the names on the list."""

from dataclasses import dataclass

from claimlight.core.errors import WorkError
from claimlight.handin.encoding import hex_bytes
from claimlight.handin.identity import KEY_BYTES, Keys, PublicKeys, Purpose, seal_for
from claimlight.handin.travel_file import open_file, read_body, read_open_file

SUFFIX = ".claimclass"
MOST_NAMES = 2_000
MOST_READERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassFile:
    """What the teacher signs. Keys are hexadecimal; `ends` is a date (ISO 8601) or ""."""

    id: str
    name: str
    verify: str
    """The teacher's public key: slips and marks are signed with it."""
    seal: str
    """What is handed in is closed for it."""
    also: tuple[str, ...] = ()
    """Public sealing keys of a second teacher or the school: they can open what is handed in."""
    also_sign: tuple[str, ...] = ()
    """Their public keys to prove signatures with: slips and marks of theirs are taken as the teacher's."""
    ends: str = ""
    lessons: tuple[str, ...] = ()
    """Ids of the lessons that are set."""
    due: tuple[str, ...] = ()
    """The day on which each of `lessons` is due (ISO 8601), or ""; none at all where that is not said."""
    modes: tuple[str, ...] = ()
    """How each of `lessons` is set (values of `Mode`); none at all where that is not said."""
    roster: tuple[str, ...] = ()
    asks_time: bool = False
    asks_sure: bool = False
    """Whether time and confidence are handed in, too."""
    number: int = 0
    """Counts the files of this class, from 1, so that no older one takes the place of a newer, whatever clocks say.

    Those that were made before files were counted are the oldest.
    """

    def due_of(self, lesson: str) -> str:
        """The day on which a lesson is due, "" where there is none."""
        return dict(zip(self.lessons, self.due, strict=False)).get(lesson, "")

    def mode_of(self, lesson: str) -> str:
        """How a lesson is set, "" where that is not said."""
        return dict(zip(self.lessons, self.modes, strict=False)).get(lesson, "")

    @property
    def teacher(self) -> PublicKeys:
        return PublicKeys(bytes.fromhex(self.verify), bytes.fromhex(self.seal))

    @property
    def readers(self) -> tuple[bytes, ...]:
        """The public keys for which work is closed."""
        return tuple(bytes.fromhex(key) for key in (self.seal, *self.also))

    @property
    def signers(self) -> tuple[bytes, ...]:
        """The public keys whose slips and marks count, the teacher's first."""
        return tuple(bytes.fromhex(key) for key in (self.verify, *self.also_sign))


def write_class(made: ClassFile, teacher: Keys) -> bytes:
    return open_file(made, Purpose.CLASS, teacher)


def read_class(raw: bytes, file: str = SUFFIX) -> ClassFile:
    """The class in `raw`, signed by the key that it names. Raises WorkError."""
    one = read_open_file(raw, Purpose.CLASS, file)
    found = read_body(one.said, ClassFile, file)
    keys = (found.verify, found.seal, *found.also, *found.also_sign)
    if not found.id or len(found.roster) > MOST_NAMES or max(len(found.also), len(found.also_sign)) >= MOST_READERS:
        raise WorkError("travel-not-ours", file=file)
    if any(hex_bytes(key, KEY_BYTES) is None for key in keys):
        raise WorkError("travel-not-ours", file=file)
    if one.key.hex() != found.verify:
        raise WorkError("travel-changed", file=file)
    for reader in found.readers:
        refuse_weak(reader, file)
    return found


def refuse_weak(reader: bytes, file: str) -> None:
    """Raises WorkError. Some numbers are no keys at all: what is closed with them, everybody can open."""
    from nacl.exceptions import CryptoError

    try:
        seal_for(reader, b"")
    except (CryptoError, RuntimeError, ValueError):
        raise WorkError("class-key-unusable", file=file) from None
