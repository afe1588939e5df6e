"""The keys of a computer or a teacher: Ed25519 to sign, X25519 to open what was sealed for them.

PyNaCl is loaded when the first of them is needed, never at a start.
"""

from dataclasses import dataclass
from enum import StrEnum

KEY_BYTES = 32
SIGNATURE_BYTES = 64


class Purpose(StrEnum):
    """What a signature is for; one made for something else never counts."""

    LESSON = "lesson"
    CLASS = "class"
    WORK = "work"
    SLIP = "slip"
    MARKS = "marks"
    RELEASE = "release"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Keys:
    """What somebody keeps for themselves: 32 bytes to sign with and 32 to open with. Never written into a file that is
    given away."""

    signing: bytes
    sealing: bytes

    def __repr__(self) -> str:
        return "Keys(…)"


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """What others know of `Keys`: with `verify` they see who signed, with `seal` they close something for them."""

    verify: bytes
    seal: bytes


def new_keys() -> Keys:
    """Keys that nobody else has."""
    from nacl.utils import random

    return Keys(random(KEY_BYTES), random(KEY_BYTES))


def public(keys: Keys) -> PublicKeys:
    from nacl.public import PrivateKey
    from nacl.signing import SigningKey

    return PublicKeys(bytes(SigningKey(keys.signing).verify_key), bytes(PrivateKey(keys.sealing).public_key))


def sign(keys: Keys, purpose: Purpose, raw: bytes) -> bytes:
    """64 bytes that only the owner of `keys` can make for `raw`."""
    from nacl.signing import SigningKey

    return SigningKey(keys.signing).sign(_said(purpose, raw)).signature


def is_signed(verify: bytes, purpose: Purpose, raw: bytes, signature: bytes) -> bool:
    """Whether the owner of the public key `verify` signed `raw` for this purpose. Rubbish is not signed."""
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    if len(verify) != KEY_BYTES or len(signature) != SIGNATURE_BYTES:
        return False
    try:
        VerifyKey(verify).verify(_said(purpose, raw), signature)
    except CryptoError:
        return False
    return True


def seal_for(seal: bytes, raw: bytes) -> bytes:
    """`raw` in a box that only the owner of the public key `seal` can open; nobody sees who made it."""
    from nacl.public import PublicKey, SealedBox

    return SealedBox(PublicKey(seal)).encrypt(raw)


def unsealed(keys: Keys, box: bytes) -> bytes | None:
    """What is in `box`; None where it was closed for somebody else, or is damaged."""
    from nacl.exceptions import CryptoError
    from nacl.public import PrivateKey, SealedBox

    try:
        return SealedBox(PrivateKey(keys.sealing)).decrypt(box)
    except (CryptoError, ValueError, TypeError):
        return None


def _said(purpose: Purpose, raw: bytes) -> bytes:
    return f"claimlight:1:{purpose.value}\0".encode() + raw
