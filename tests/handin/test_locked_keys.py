"""Keys are closed with a passphrase and made again from words on paper; whatever is wrong is said."""

import json
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlight.core.errors import WorkError
from claimlight.handin.identity import public
from claimlight.handin.locked_keys import MOST, USUAL, Effort, lock, read_locked, unlock
from claimlight.handin.school_key import read_school_key, write_school_key
from claimlight.handin.secret import keys_of, new_secret, recovery_words, secret_of
from claimlight.handin.words import word_list
from claimlight.wording.errors import say
from store.processes import start_python

QUICK = Effort(1, 8192)
SECRET = bytes(range(16))
LOCKED = lock(SECRET, "four words are enough", QUICK)


def refused(call, *words, **more):
    with pytest.raises(WorkError) as found:
        call(*words, **more)
    assert say(found.value)
    return found.value.code


@given(st.binary(min_size=16, max_size=16) | st.binary(min_size=64, max_size=64))
def test_words_on_paper_are_the_secret(secret):
    words = recovery_words(secret)
    assert len(words.split()) == (14 if len(secret) == 16 else 52)
    assert secret_of(words.upper().replace(" ", ", ")) == secret
    assert keys_of(secret) == keys_of(secret_of(words))


@settings(max_examples=200)
@given(st.integers(0, 13), st.integers(1, 1023))
def test_a_word_that_was_read_wrong_is_noticed(place, other):
    listed = word_list()
    words = recovery_words(SECRET).split()
    words[place] = listed[(listed.index(words[place]) + other) % 1024]
    try:
        found = secret_of(" ".join(words))
    except WorkError as error:
        found = error.code
    # one in 4,096 passes the check, and is another teacher's
    assert found == "recovery-words-wrong" or (isinstance(found, bytes) and found != SECRET)


def test_what_is_wrong_with_the_words_is_said():
    words = recovery_words(SECRET)
    assert refused(secret_of, words.replace(words.split()[3], "perhapsnot")) == "recovery-word-unknown"
    assert refused(secret_of, words.rpartition(" ")[0]) == "recovery-words-count"
    first, second, *rest = words.split()
    assert refused(secret_of, " ".join((second, first, *rest))) == "recovery-words-wrong"
    assert refused(secret_of, "") == "recovery-words-count"


def test_different_secrets_have_different_keys_and_signing_is_not_opening():
    keys = keys_of(SECRET)
    assert keys.signing != keys.sealing
    assert keys_of(new_secret()) != keys
    assert keys_of(keys.signing + keys.sealing) == keys, "keys from before are their own secret"


def test_only_the_passphrase_opens():
    one = read_locked(LOCKED)
    assert one.owner == public(keys_of(SECRET))
    assert unlock(one, "four words are enough") == SECRET
    assert refused(unlock, one, "five words are enough") == "passphrase-wrong"
    assert refused(unlock, one, "") == "passphrase-wrong"
    assert refused(lock, SECRET, "  short ", QUICK) == "passphrase-too-short"
    assert SECRET not in LOCKED
    assert SECRET.hex().encode() not in LOCKED


def test_the_same_letters_open_however_a_keyboard_makes_them():
    one = read_locked(lock(SECRET, "Gru\u0308ße u\u0308ber alles", QUICK))
    assert unlock(one, "Grüße über alles") == SECRET
    assert unlock(read_locked(lock(SECRET, "\ud800 lone halves", QUICK)), "\ud800 lone halves") == SECRET


def test_a_try_costs_what_the_documentation_of_pynacl_calls_moderate():
    from nacl.pwhash import argon2id

    assert Effort(argon2id.OPSLIMIT_MODERATE, argon2id.MEMLIMIT_MODERATE) == USUAL
    page = json.loads(lock(SECRET, "four words are enough"))
    assert (page["passes"], page["memory"]) == (3, 256 * 1024 * 1024)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("passes", 0), ("passes", MOST.passes + 1), ("passes", True), ("passes", "3")),
        *(("memory", 1), ("memory", MOST.memory + 1), ("memory", 2.5), ("salt", "00"), ("box", "?"), ("verify", "")),
        *(("seal", None), ("kind", "claimlight work"), ("kind", None)),
    ],
)
def test_a_file_that_asks_for_too_much_or_is_damaged_is_refused(field, value):
    page = {**json.loads(LOCKED), field: value}
    assert refused(read_locked, json.dumps(page).encode()) == "keys-unreadable"


def test_a_newer_file_and_a_swapped_owner_are_refused():
    page = json.loads(LOCKED)
    assert refused(read_locked, json.dumps({**page, "format": 2}).encode()) == "travel-newer"
    other = public(keys_of(new_secret()))
    swapped = read_locked(json.dumps({**page, "verify": other.verify.hex()}).encode())
    assert refused(unlock, swapped, "four words are enough") == "keys-unreadable"
    assert refused(read_locked, b"[" * 9_000) == "keys-unreadable"
    assert refused(read_locked, b" " * 10_001) == "keys-unreadable"


def test_every_byte_of_a_key_file_that_is_bent_or_missing_is_noticed():
    noticed = 0
    for at in range(len(LOCKED)):
        for bent in (LOCKED[:at], LOCKED[:at] + bytes([LOCKED[at] ^ 1]) + LOCKED[at + 1 :]):
            try:
                found = read_locked(bent)
                quick = found if found.effort.memory <= 1 << 20 else read_locked(LOCKED)
                assert unlock(quick, "four words are enough") == SECRET
            except WorkError as error:
                noticed += bool(say(error))
    assert noticed > 1.9 * len(LOCKED)


@settings(max_examples=300)
@given(
    st.binary(max_size=200) | st.dictionaries(st.text(max_size=8), st.text(max_size=8)).map(json.dumps).map(str.encode)
)
def test_no_bytes_break_the_readers(raw):
    assert refused(read_locked, raw) == "keys-unreadable"
    assert refused(read_school_key, raw) in ("travel-not-ours", "travel-newer")


@pytest.mark.skipif(sys.platform == "win32", reason="memory is not limited there")
def test_too_little_memory_is_said():
    script = (
        "import resource; from claimlight.core.errors import WorkError; from claimlight.handin.locked_keys import *\n"
        "one = lock(bytes(16), 'four words are enough', Effort(1, 8192)); limit = 200 << 20\n"
        "resource.setrlimit(resource.RLIMIT_AS, (limit, limit))\n"
        "try: lock(bytes(16), 'four words are enough')\n"
        "except WorkError as error: print(error.code)"
    )
    said, errors = start_python(script).communicate(timeout=60)
    assert said == "passphrase-no-memory\n", errors


def test_a_schools_half_names_its_key_and_is_signed_by_it():
    school, other = keys_of(SECRET), keys_of(new_secret())
    found = read_school_key(write_school_key("Tern Street", school))
    assert (found.name, found.owner) == ("Tern Street", public(school))
    from claimlight.handin.identity import Purpose
    from claimlight.handin.travel_file import open_file

    assert refused(read_school_key, open_file(found, Purpose.SCHOOL, other)) == "travel-changed"
    assert refused(read_school_key, open_file({"name": "", "verify": "x", "seal": ""}, Purpose.SCHOOL, school)) == (
        "travel-not-ours"
    )
    from dataclasses import replace

    weak = replace(found, seal="00" * 32)
    assert refused(read_school_key, open_file(weak, Purpose.SCHOOL, school)) == "class-key-unusable"
