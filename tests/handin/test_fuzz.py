"""Every reader of what travels, given anything: it reads what was written, or says why not (see fuzz_readers.py)."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlight.files.lesson_bundle import bundle_members, read_bundle
from claimlight.handin.lesson_author import author_of, with_signature
from claimlight.handin.locked_keys import Effort, lock, read_locked
from claimlight.handin.school_key import read_school_key, write_school_key
from claimlight.handin.sealing import read_sealed
from claimlight.work.publish import lesson_members
from handin.test_attacks import SAMPLES, TEACHER, outcome
from lesson_maker import built_lesson

SEALED = json.dumps({"format": 1, "box": "AAAA", "teachers": ["AAAA"], "words": {"salt": "00" * 16, "key": "AAAA"}})


def a_lesson() -> bytes:
    """A small lesson as its author signs and packs it."""
    with TemporaryDirectory() as folder:
        members = lesson_members(built_lesson(Path(folder, "fares")))
    return bundle_members(with_signature(members, TEACHER))


def read_lesson_file(raw: bytes):
    """Who made it, and all that is in it."""
    return author_of(raw, "fares"), read_bundle(raw)


READERS = {
    **SAMPLES,
    "school": (write_school_key("Tern Street", TEACHER), read_school_key),
    "keys": (lock(bytes(16), "four words are enough", Effort(1, 8192)), read_locked),
    "sealed": (SEALED.encode(), read_sealed),
    "lesson": (a_lesson(), read_lesson_file),
}
HOW = ("flip", "cut", "drop", "twice", "insert")
EDITS = st.tuples(st.integers(0, 1 << 16), st.sampled_from(HOW), st.binary(max_size=6))


@pytest.mark.parametrize("kind", READERS)
@settings(max_examples=300)
@given(edits=st.lists(EDITS, min_size=1, max_size=5))
def test_a_file_that_was_bent_in_several_places_is_refused_in_words_or_is_as_it_was(kind, edits):
    raw, read = READERS[kind]
    bent = raw
    for at, how, more in edits:
        bent = edited(bent, at % (len(bent) + 1), how, more)
    found = outcome(read, bent)
    assert isinstance(found, str) or bent == raw or kind in ("sealed", "keys") or found == read(raw)


def edited(raw: bytes, at: int, how: str, more: bytes) -> bytes:
    if how == "cut":
        return raw[:at]
    if how == "drop":
        return raw[:at] + raw[at + 1 + len(more) :]
    if how == "twice":
        return raw[:at] + raw[at:] + raw[at:]
    if how == "insert":
        return raw[:at] + more + raw[at:]
    return raw[:at] + bytes(byte ^ 255 for byte in raw[at : at + 1]) + raw[at + 1 :]
