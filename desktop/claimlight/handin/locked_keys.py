"""Keys that only a passphrase opens: a teacher's, where others use the computer, and a school's in its file.

Argon2id (RFC 9106) makes a key of the passphrase, a SecretBox under it holds the secret. Both as PyNaCl's documentation
has it; the cost is its "moderate": 256 MiB and three passes, about a second on an old laptop for who knows the
passphrase, and the same for each guess of who does not. The public halves stand beside the box: no secret, and what is
in the box must fit them.
"""

import json
from dataclasses import dataclass
from unicodedata import normalize

from claimlight.core.errors import WorkError
from claimlight.handin.encoding import base64_bytes, base64_text, hex_bytes
from claimlight.handin.identity import KEY_BYTES, PublicKeys, public
from claimlight.handin.secret import PAIR_BYTES, SECRET_BYTES, keys_of

SUFFIX = ".claimkey"
KIND = "claimlight locked keys"
FORMAT = 1
LEAST_LETTERS = 8
MOST_BYTES = 10_000
_SALT = 16
_MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Effort:
    """What a try costs: passes over so many bytes of memory."""

    passes: int = 3
    memory: int = 256 * _MEBIBYTE


USUAL = Effort()
MOST = Effort(10, 1024 * _MEBIBYTE)
"""A file that asks for more would only hold the computer up."""


@dataclass(frozen=True, slots=True)
class LockedKeys:
    """What `lock` writes. `owner` is known without the passphrase."""

    owner: PublicKeys
    salt: bytes
    effort: Effort
    box: bytes


def lock(secret: bytes, passphrase: str, effort: Effort = USUAL) -> bytes:
    """`secret` closed with a passphrase. Raises WorkError where that is too short."""
    from nacl.secret import SecretBox
    from nacl.utils import random

    if len(_as_typed(passphrase).strip()) < LEAST_LETTERS:
        raise WorkError("passphrase-too-short", least=LEAST_LETTERS)
    owner, salt = public(keys_of(secret)), random(_SALT)
    page = {
        "kind": KIND,
        "format": FORMAT,
        "verify": owner.verify.hex(),
        "seal": owner.seal.hex(),
        "salt": salt.hex(),
        "passes": effort.passes,
        "memory": effort.memory,
        "box": base64_text(bytes(SecretBox(_key(passphrase, salt, effort)).encrypt(secret))),
    }
    return json.dumps(page, indent=1).encode() + b"\n"


def read_locked(raw: bytes, file: str = SUFFIX) -> LockedKeys:
    """What `lock` wrote, still closed. Raises WorkError."""
    page = _page(raw, file)
    verify, seal = hex_bytes(page.get("verify"), KEY_BYTES), hex_bytes(page.get("seal"), KEY_BYTES)
    salt, box = hex_bytes(page.get("salt"), _SALT), base64_bytes(page.get("box"))
    effort = _effort(page.get("passes"), page.get("memory"))
    if verify is None or seal is None or salt is None or box is None or effort is None:
        raise WorkError("keys-unreadable", file=file)
    return LockedKeys(PublicKeys(verify, seal), salt, effort, box)


def unlock(locked: LockedKeys, passphrase: str, file: str = SUFFIX) -> bytes:
    """The secret. Takes about a second. Raises WorkError where this is not the passphrase."""
    from nacl.exceptions import CryptoError
    from nacl.secret import SecretBox

    try:
        secret = SecretBox(_key(passphrase, locked.salt, locked.effort)).decrypt(locked.box)
    except (CryptoError, ValueError):
        raise WorkError("passphrase-wrong") from None
    if len(secret) not in (SECRET_BYTES, PAIR_BYTES) or public(keys_of(secret)) != locked.owner:
        raise WorkError("keys-unreadable", file=file)
    return secret


def _key(passphrase: str, salt: bytes, effort: Effort) -> bytes:
    from nacl.exceptions import RuntimeError as NoMemory
    from nacl.pwhash import argon2id

    said = _as_typed(passphrase).encode()
    try:
        return argon2id.kdf(KEY_BYTES, said, salt, opslimit=effort.passes, memlimit=effort.memory)
    except (MemoryError, NoMemory):
        raise WorkError("passphrase-no-memory") from None


def _as_typed(passphrase: str) -> str:
    """The same letters are the same passphrase, however a keyboard puts them together."""
    return normalize("NFKC", passphrase).encode(errors="replace").decode()


def _effort(passes: object, memory: object) -> Effort | None:
    if type(passes) is not int or type(memory) is not int:
        return None
    usable = 1 <= passes <= MOST.passes and 8192 <= memory <= MOST.memory
    return Effort(passes, memory) if usable else None


def _page(raw: bytes, file: str) -> dict[str, object]:
    try:
        page = json.loads(raw) if len(raw) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        page = None
    if not isinstance(page, dict) or page.get("kind") != KIND:
        raise WorkError("keys-unreadable", file=file)
    if page.get("format") != FORMAT:
        raise WorkError("travel-newer", file=file)
    return page
