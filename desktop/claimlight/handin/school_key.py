"""The public half of a school's key (`.claimschool`): what a class that has it hands in, the school can open."""

from dataclasses import dataclass

from claimlight.core.errors import WorkError
from claimlight.handin.class_file import refuse_weak
from claimlight.handin.encoding import hex_bytes
from claimlight.handin.identity import KEY_BYTES, Keys, PublicKeys, Purpose, public
from claimlight.handin.travel_file import open_file, read_body, read_open_file

SUFFIX = ".claimschool"


@dataclass(frozen=True, slots=True)
class SchoolKey:
    """Keys are hexadecimal, `name` is what the school calls itself."""

    name: str
    verify: str
    seal: str

    @property
    def owner(self) -> PublicKeys:
        return PublicKeys(bytes.fromhex(self.verify), bytes.fromhex(self.seal))


def write_school_key(name: str, school: Keys) -> bytes:
    owner = public(school)
    return open_file(SchoolKey(name, owner.verify.hex(), owner.seal.hex()), Purpose.SCHOOL, school)


def read_school_key(raw: bytes, file: str = SUFFIX) -> SchoolKey:
    """Raises WorkError where `raw` is none, or was not signed by the key that it names."""
    one = read_open_file(raw, Purpose.SCHOOL, file)
    found = read_body(one.said, SchoolKey, file)
    if any(hex_bytes(key, KEY_BYTES) is None for key in (found.verify, found.seal)):
        raise WorkError("travel-not-ours", file=file)
    if one.key.hex() != found.verify:
        raise WorkError("travel-changed", file=file)
    refuse_weak(found.owner.seal, file)
    return found
