"""An arrival slip (`.claimslip`): the teacher's program has the work, whole and readable. No name is in it."""

from dataclasses import dataclass

from claimlight.core.errors import WorkError
from claimlight.handin.identity import Keys, Purpose
from claimlight.handin.travel_file import open_file, read_body, read_open_file

SUFFIX = ".claimslip"


@dataclass(frozen=True, slots=True)
class Slip:
    """`id` and `hash` are those of the work that arrived."""

    id: str
    hash: str
    class_id: str


def write_slip(slip: Slip, teacher: Keys) -> bytes:
    return open_file(slip, Purpose.SLIP, teacher)


def read_slip(raw: bytes, signers: tuple[bytes, ...], file: str = SUFFIX) -> Slip:
    """The slip in `raw`. Raises WorkError where it is none, or not signed by one of the public keys `signers`."""
    one = read_open_file(raw, Purpose.SLIP, file)
    if one.key not in signers:
        raise WorkError("slip-forged", file=file)
    return read_body(one.said, Slip, file)
