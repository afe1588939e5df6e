"""What a teacher's keys are made of: sixteen bytes, few enough to be written down as fourteen words.

The words are the secret itself and a check: who types one wrong is told, and nothing else is needed to have the keys
again, on any computer.
"""

from claimlight.core.digest import sha256_hex
from claimlight.core.errors import WorkError
from claimlight.handin.identity import KEY_BYTES, Keys
from claimlight.handin.words import BITS, as_said, word_list

SECRET_BYTES = 16
PAIR_BYTES = 2 * KEY_BYTES
"""Keys that were made before there was a secret are their own: their page has 52 words."""

_LEAST_CHECK = 8
_SIGNING, _SEALING = b"claimlight sign", b"claimlight open"


def new_secret() -> bytes:
    """A secret that nobody else has."""
    from nacl.utils import random

    return random(SECRET_BYTES)


def keys_of(secret: bytes) -> Keys:
    """The keys that are made of `secret`, always the same (BLAKE2b, personalised); or the pair that it is."""
    if len(secret) == PAIR_BYTES:
        return Keys(secret[:KEY_BYTES], secret[KEY_BYTES:])
    return Keys(_made(secret, _SIGNING), _made(secret, _SEALING))


def recovery_words(secret: bytes) -> str:
    """`secret` as words of the list, ten bits each; what is left of the last is its check."""
    count = _count(len(secret))
    spare = BITS * count - 8 * len(secret)
    number = int.from_bytes(secret) << spare | _check(secret, spare)
    words = word_list()
    places = (number >> (BITS * place) for place in reversed(range(count)))
    return " ".join(words[place % (1 << BITS)] for place in places)


def secret_of(said: str) -> bytes:
    """The secret that somebody's recovery words are. Raises WorkError, with the first word that is none of ours."""
    places = {word: place for place, word in enumerate(word_list())}
    words = as_said(said).split()
    unknown = next((word for word in words if word not in places), None)
    if unknown is not None:
        raise WorkError("recovery-word-unknown", word=unknown)
    size = next((size for size in (SECRET_BYTES, PAIR_BYTES) if _count(size) == len(words)), None)
    if size is None:
        raise WorkError("recovery-words-count", n=len(words), expected=_count(SECRET_BYTES))
    number = 0
    for word in words:
        number = number << BITS | places[word]
    spare = BITS * len(words) - 8 * size
    secret = (number >> spare).to_bytes(size)
    if number % (1 << spare) != _check(secret, spare):
        raise WorkError("recovery-words-wrong")
    return secret


def _made(secret: bytes, person: bytes) -> bytes:
    from nacl.encoding import RawEncoder
    from nacl.hash import blake2b

    return blake2b(secret, digest_size=KEY_BYTES, person=person, encoder=RawEncoder)


def _count(size: int) -> int:
    return -(-(8 * size + _LEAST_CHECK) // BITS)


def _check(secret: bytes, bits: int) -> int:
    return int(sha256_hex(b"claimlight recovery\0" + secret), 16) >> (256 - bits)
