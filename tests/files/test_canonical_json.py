"""One value has one canonical form, and a float has none."""

import pytest

from claimlight.files.canonical_json import canonical, hash_of


def test_order_and_spelling_do_not_matter():
    assert canonical({"b": (1, "é"), "a": None}) == '{"a":null,"b":[1,"é"]}'
    assert hash_of({"a": 1, "b": [2]}) == hash_of({"b": (2,), "a": 1})


def test_a_float_is_refused_wherever_it_hides():
    with pytest.raises(TypeError, match=r"0\.5"):
        canonical({"a": [{"b": (1, 0.5)}]})
