"""The digests are those that every other tool would give."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.digest import sha256_hex


def test_the_digest_of_nothing_is_the_well_known_one() -> None:
    assert sha256_hex(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@given(st.binary(max_size=300))
def test_it_is_the_same_as_by_openssl(raw: bytes) -> None:
    assert sha256_hex(raw) == hashlib.sha256(raw).hexdigest()
