"""A zip that promises to become far larger than a lesson or a document is refused before anything is unpacked."""

import io
import re
import zipfile

import pytest

from claimlight.core.errors import LessonError
from claimlight.files.archive import unzipped
from claimlight.files.article_import.packed import Packed

_ENTRY, _SIZE = b"PK\x01\x02", 24
"""A member in the zip's list, and where in it the size is that it promises."""


def promising(size: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as bundle:
        bundle.writestr("lesson.toml", "format = 1")
    raw = bytearray(made.getvalue())
    at = raw.index(_ENTRY) + _SIZE
    raw[at : at + 4] = size.to_bytes(4, "little")
    return bytes(raw)


def test_too_large_a_promise_is_refused() -> None:
    raw = promising(0xFFFF_FFF0)
    with pytest.raises(LessonError, match="bundle-too-big"):
        unzipped(raw, "x.claimlesson", re.compile(".*"))
    with pytest.raises(LessonError, match="document-too-big"):
        Packed(raw, "x.docx")
