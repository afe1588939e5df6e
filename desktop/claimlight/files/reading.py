"""Read a file that somebody else wrote: how much, in which encoding, as what; every failure with its reason."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from claimlight.core.errors import LessonError

MOST_BYTES = 32_000_000
"""More than this in one file is refused before it is read."""

MOST_ARTICLE_BYTES = 8_000_000
"""The same for an article's source: some twelve hundred thousand words."""


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of `path`. Raises LessonError when it is missing, unreadable or larger than `most` bytes."""
    try:
        if path.stat().st_size > most:
            raise LessonError("file-too-big", file=path.name, limit=most // 1_000_000)
        return path.read_bytes()
    except FileNotFoundError:
        raise LessonError("file-missing", file=path.name, folder=str(path.absolute().parent)) from None
    except OSError as error:
        raise LessonError("file-unreadable", file=path.name, reason=error.strerror or str(error)) from None


def decode(raw: bytes, file: str) -> str:
    """`raw` as UTF-8, without newline translation and with its byte order mark. Raises LessonError."""
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise LessonError("not-utf8", file=file, line=line) from None


def parse_json(raw: bytes, file: str) -> Mapping[str, object]:
    """The JSON object in `raw`. Raises LessonError; a float is refused, for it is not exact."""
    text = decode(raw, file).removeprefix("\ufeff")

    def refuse(number: str) -> NoReturn:
        raise LessonError("float-number", file=file, number=number)

    try:
        value = json.loads(text, parse_float=refuse, parse_constant=refuse)
    except json.JSONDecodeError as error:
        raise LessonError("broken-json", file=file, line=error.lineno, column=error.colno) from None
    except (ValueError, RecursionError):
        raise LessonError("broken-json", file=file, line=1, column=1) from None
    if not isinstance(value, dict):
        raise LessonError("not-an-object", file=file)
    return value


def parse_toml(raw: bytes, file: str) -> Mapping[str, object]:
    """The TOML table in `raw`. Raises LessonError; a float is refused, for it is not exact."""
    text = decode(raw, file).removeprefix("\ufeff")

    def refuse(number: str) -> NoReturn:
        raise LessonError("float-number", file=file, number=number)

    try:
        return tomllib.loads(text, parse_float=refuse)
    except (ValueError, RecursionError) as error:
        raise LessonError("broken-toml", file=file, reason=str(error)) from None
