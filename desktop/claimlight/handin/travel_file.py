"""The form of every file that travels: one JSON object, its kind in the clear, and what it says signed.

What all may read (a class, a slip, a released key) is only signed. What one person is to read is signed first, then
packed and closed in a SecretBox under a key of its own, of which each who may open it has a sealed copy. The signed
part repeats the clear head, so nothing of that can be changed either.
"""

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from claimlight.core.errors import WorkError
from claimlight.handin.encoding import base64_bytes, base64_text, hex_bytes
from claimlight.handin.identity import (
    KEY_BYTES,
    SIGNATURE_BYTES,
    Keys,
    Purpose,
    is_signed,
    public,
    seal_for,
    sign,
    unsealed,
)

FORMAT = 1
MOST_BYTES = 8_000_000
"""No file of ours is larger, packed or unpacked."""
MOST_READERS = 20

Body = TypeVar("Body")
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Signed:
    """What a file says, as it was signed, and the public key of who signed it."""

    said: bytes
    key: bytes
    signature: bytes

    def packed(self) -> bytes:
        """All of it, with the proof, as small as it gets."""
        page = {"said": self.said.decode(), "key": self.key.hex(), "signature": self.signature.hex()}
        return zlib.compress(json.dumps(page, ensure_ascii=False).encode(), 6)


def signed(body: object, purpose: Purpose, keys: Keys) -> Signed:
    """`body` (a dataclass) as its author signs it."""
    import msgspec

    said = msgspec.json.encode(body)
    return Signed(said, public(keys).verify, sign(keys, purpose, said))


def open_file(body: object, purpose: Purpose, keys: Keys) -> bytes:
    """A file that all may read."""
    one = signed(body, purpose, keys)
    page = {"said": one.said.decode(), "key": one.key.hex(), "signature": one.signature.hex()}
    return _written({**_kind(purpose), **page})


def read_open_file(raw: bytes, purpose: Purpose, file: str) -> Signed:
    """Raises WorkError where `raw` is no such file, or was changed after it was signed."""
    return _proved(_page(raw, purpose, file), purpose, file)


def closed_file(head: object, one: Signed, purpose: Purpose, readers: Iterable[bytes]) -> bytes:
    """A file that the owners of the public keys `readers` can open; everybody sees `head` (a dataclass)."""
    from nacl.secret import SecretBox
    from nacl.utils import random

    key = random(KEY_BYTES)
    return _written(
        {
            **_kind(purpose),
            "head": asdict(head),  # type: ignore[call-overload]
            "readers": [base64_text(seal_for(reader, key)) for reader in readers],
            "box": base64_text(bytes(SecretBox(key).encrypt(one.packed()))),
        }
    )


@dataclass(frozen=True, slots=True)
class Closed:
    """A file that is still closed: `head` is not proved before it was opened."""

    head: Json
    readers: tuple[bytes, ...]
    box: bytes


def read_closed_file(raw: bytes, purpose: Purpose, file: str) -> Closed:
    """Raises WorkError where `raw` is no such file."""
    page = _page(raw, purpose, file)
    head, readers, box = page.get("head"), page.get("readers"), base64_bytes(page.get("box"))
    if not isinstance(head, dict) or not isinstance(readers, list) or len(readers) > MOST_READERS or not box:
        raise WorkError("travel-not-ours", file=file)
    copies = [base64_bytes(each) for each in readers]
    return Closed(head, tuple(filter(None, copies)), box)


def opened(closed: Closed, purpose: Purpose, keys: Keys, file: str) -> tuple[Signed, bytes]:
    """What is in it, proved, and the same packed, to keep.

    Raises WorkError where it was closed for others, or was changed.
    """
    from nacl.exceptions import CryptoError
    from nacl.secret import SecretBox

    found = (unsealed(keys, each) for each in closed.readers)
    key = next((each for each in found if each is not None and len(each) == KEY_BYTES), None)
    if key is None:
        raise WorkError("travel-not-for-you", file=file)
    try:
        packed = SecretBox(key).decrypt(closed.box)
    except (CryptoError, ValueError):
        raise WorkError("travel-changed", file=file) from None
    return unpacked(packed, purpose, file), packed


def unpacked(packed: bytes, purpose: Purpose, file: str) -> Signed:
    """What `Signed.packed` wrote, proved anew. Raises WorkError."""
    try:
        unzip = zlib.decompressobj()
        raw = unzip.decompress(packed, MOST_BYTES)
    except zlib.error:
        raise WorkError("travel-changed", file=file) from None
    if unzip.unconsumed_tail or not unzip.eof:
        raise WorkError("travel-too-big", file=file)
    return _proved(_object(raw, file), purpose, file)


def read_body(said: bytes, kind: type[Body], file: str) -> Body:
    """The values that were signed. Raises WorkError where they are not of this kind."""
    import msgspec

    try:
        return msgspec.json.decode(said, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise WorkError("travel-not-ours", file=file) from None


def _proved(page: Json, purpose: Purpose, file: str) -> Signed:
    said = page.get("said")
    key, signature = hex_bytes(page.get("key"), KEY_BYTES), hex_bytes(page.get("signature"), SIGNATURE_BYTES)
    if not isinstance(said, str) or key is None or signature is None:
        raise WorkError("travel-not-ours", file=file)
    try:
        one = Signed(said.encode(), key, signature)
    except UnicodeEncodeError:  # a lone surrogate
        raise WorkError("travel-not-ours", file=file) from None
    if not is_signed(key, purpose, one.said, signature):
        raise WorkError("travel-changed", file=file)
    return one


def _page(raw: bytes, purpose: Purpose, file: str) -> Json:
    page = _object(raw, file)
    if page.get("kind") != _kind(purpose)["kind"]:
        raise WorkError("travel-not-ours", file=file)
    if page.get("format") != FORMAT:
        raise WorkError("travel-newer", file=file)
    return page


def _object(raw: bytes, file: str) -> Json:
    import msgspec

    if len(raw) > MOST_BYTES:
        raise WorkError("travel-too-big", file=file)
    try:
        return msgspec.json.decode(raw, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise WorkError("travel-not-ours", file=file) from None


def _kind(purpose: Purpose) -> dict[str, object]:
    return {"kind": f"claimlight {purpose.value}", "format": FORMAT}


def _written(page: Json) -> bytes:
    return json.dumps(page, ensure_ascii=False).encode() + b"\n"
