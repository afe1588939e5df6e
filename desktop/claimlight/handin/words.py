"""Words in place of numbers: the mark of a computer, and secrets that a person can say aloud."""

import re
from collections.abc import Callable

from claimlight.core.digest import sha256_hex
from claimlight.files.places import assets

BITS = 10
"""What one word says."""

MARK_WORDS = 6
FEWEST_SECRET_WORDS = 5

Below = Callable[[int], int]
"""Gives a number from 0 up to its argument, which nobody can foretell."""


def word_list() -> tuple[str, ...]:
    """The 1,024 words, in the order that never changes."""
    return tuple((assets() / "words" / "en.txt").read_text(encoding="utf-8").split())


def mark(key: bytes) -> str:
    """Six words that name a public key: the first 60 bits of its SHA-256."""
    number = int(sha256_hex(b"claimlight mark\0" + key), 16) >> (256 - BITS * MARK_WORDS)
    words = word_list()
    places = (number >> (BITS * place) for place in reversed(range(MARK_WORDS)))
    return " ".join(words[place % (1 << BITS)] for place in places)


def secret_words(count: int = FEWEST_SECRET_WORDS, below: Below | None = None) -> str:
    """So many words (at least five, 50 bits) that nobody can guess."""
    if count < FEWEST_SECRET_WORDS:
        raise ValueError(f"{count} words can be guessed")
    from secrets import randbelow

    number, words = below or randbelow, word_list()
    return " ".join(words[number(len(words))] for _ in range(count))


def as_said(words: str) -> str:
    """`words` as they were made, whatever was typed between them and however large."""
    return " ".join(re.findall(r"[a-z]+", words.casefold()))
