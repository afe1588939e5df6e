"""Bytes as text in files that travel, and back: what is no such text is None, never an error."""

import base64
import binascii


def hex_bytes(value: object, size: int) -> bytes | None:
    """The `size` bytes that the lower-case hexadecimal text `value` stands for."""
    if not isinstance(value, str) or len(value) != 2 * size or not set(value) <= set("0123456789abcdef"):
        return None
    return bytes.fromhex(value)


def base64_text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def base64_bytes(value: object) -> bytes | None:
    """The bytes that `value` stands for, and only where it is written as `base64_text` writes it."""
    if not isinstance(value, str):
        return None
    try:
        raw = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if base64_text(raw) == value else None
