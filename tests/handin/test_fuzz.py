"""Every reader of what travels, given anything: it reads what was written, or says why not (see fuzz_readers.py)."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlight.handin.locked_keys import Effort, lock, read_locked
from claimlight.handin.school_key import read_school_key, write_school_key
from claimlight.handin.sealing import read_sealed
from handin.test_attacks import SAMPLES, TEACHER, outcome

SEALED = json.dumps({"format": 1, "box": "AAAA", "teachers": ["AAAA"], "words": {"salt": "00" * 16, "key": "AAAA"}})
READERS = {
    **SAMPLES,
    "school": (write_school_key("Tern Street", TEACHER), read_school_key),
    "keys": (lock(bytes(16), "four words are enough", Effort(1, 8192)), read_locked),
    "sealed": (SEALED.encode(), read_sealed),
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
