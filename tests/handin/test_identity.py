"""Keys sign and open for their owner alone, and a computer is named by words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.handin.identity import Purpose, is_signed, new_keys, public, seal_for, sign, unsealed
from claimlight.handin.words import as_said, mark, secret_words, word_list

ME, OTHER = new_keys(), new_keys()


def test_the_word_list_is_a_thousand_short_words_that_never_change():
    words = word_list()
    assert len(words) == len(set(words)) == 1024
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 7 for word in words)


def test_a_mark_is_six_words_and_another_computer_has_another():
    assert mark(bytes(32)) == mark(bytes(32))
    assert len(mark(bytes(32)).split()) == 6
    assert mark(public(ME).verify) != mark(public(OTHER).verify)


def test_secret_words_are_at_least_five_and_are_understood_however_they_are_typed():
    words = secret_words(below=lambda most: most - 1)
    assert words == " ".join([word_list()[-1]] * 5)
    assert as_said(f"  {words.upper().replace(' ', ' - ')}.\n") == words
    assert secret_words() != secret_words()
    with pytest.raises(ValueError, match="guessed"):
        secret_words(4)


@given(st.binary(max_size=60), st.integers(0, 511))
def test_a_signature_holds_for_these_bytes_this_purpose_this_signer(raw, bit):
    signature = sign(ME, Purpose.WORK, raw)
    verify = public(ME).verify
    assert is_signed(verify, Purpose.WORK, raw, signature)
    assert not is_signed(verify, Purpose.SLIP, raw, signature)
    assert not is_signed(public(OTHER).verify, Purpose.WORK, raw, signature)
    assert not is_signed(verify, Purpose.WORK, raw + b"x", signature)
    bent = bytearray(signature)
    bent[bit // 8] ^= 1 << bit % 8
    assert not is_signed(verify, Purpose.WORK, raw, bytes(bent))
    assert not is_signed(verify[:-1], Purpose.WORK, raw, signature)
    assert not is_signed(verify, Purpose.WORK, raw, signature[:-1])


@given(st.binary(max_size=60))
def test_a_box_opens_for_its_reader_alone(raw):
    box = seal_for(public(ME).seal, raw)
    assert unsealed(ME, box) == raw
    assert unsealed(OTHER, box) is None
    assert unsealed(ME, box[:-1]) is None
    assert unsealed(ME, b"") is None


def test_keys_do_not_show_themselves_in_a_log():
    assert repr(ME) == "Keys(…)"
