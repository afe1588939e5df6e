"""The digests are those that every other tool would give."""

import hashlib
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.digest import sha256_hex


def test_the_digest_of_nothing_is_the_well_known_one() -> None:
    assert sha256_hex(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@given(st.binary(max_size=300))
def test_it_is_the_same_as_by_openssl(raw: bytes) -> None:
    assert sha256_hex(raw) == hashlib.sha256(raw).hexdigest()


def test_the_module_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    class Looking:
        """Stands before all finders of modules, and finds none."""

        def __init__(self) -> None:
            self.for_: list[str] = []

        def find_spec(self, name: str, path: object = None, target: object = None) -> None:
            self.for_.append(name)

    sha256_hex(b"")
    looking = Looking()
    monkeypatch.setattr(sys, "meta_path", [looking, *sys.meta_path])
    sha256_hex(b"")
    assert looking.for_ == []
