"""One value, one string of JSON: what hashes are taken of."""

import json

from claimlight.core.digest import sha256_hex


def canonical(value: object) -> str:
    """Sorted keys, no spaces, no escapes that are not needed; floats are refused, for they are not exact."""
    _refuse_floats(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_of(value: object) -> str:
    return sha256_hex(canonical(value).encode())


def _refuse_floats(value: object) -> None:
    if isinstance(value, float):
        raise TypeError(f"a float is not exact: {value!r}")
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for part in value:
            _refuse_floats(part)
