"""SHA-256 of bytes: what names texts, keys, lesson versions and kept files."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any


def sha256_hex(raw: bytes) -> str:
    """The digest in 64 hexadecimal digits.

    By Python's own module (named so until 3.11, otherwise since): `hashlib` loads OpenSSL for the same, 4 MB and 3 ms
    in every start.
    """
    return str(_module().sha256(raw).hexdigest())


@cache
def _module() -> Any:
    """Looked up once: each look goes along all folders of modules."""
    return import_module(next(name for name in ("_sha2", "_sha256", "hashlib") if find_spec(name) is not None))
