"""Whatever goes wrong with a store is said in whole sentences: what happened, that the work is safe, what to do."""

import re
import string
from pathlib import Path

import pytest

import claimlight
from claimlight.core.errors import StoreError
from claimlight.store.connection import _CODES
from claimlight.store.data_folder import ReadOnlyReason
from claimlight.store.whole_copies import _REFUSED
from claimlight.wording.errors import say
from claimlight.wording.store_errors import STORE_ERRORS

RAISED = re.compile(r'StoreError\(\s*"([a-z-]+)"([^)]*)')
SAFE = re.compile(r"safe|[Nn]othing was (changed|overwritten)|not touched|is saved|there is a copy")


def raised() -> dict[str, str]:
    """Every code that the program raises, with the parameters as they are written there."""
    sources = (path.read_text(encoding="utf-8") for path in Path(claimlight.__file__).parent.rglob("*.py"))
    return dict(found for source in sources for found in RAISED.findall(source))


def test_every_code_has_its_sentence_and_every_sentence_its_use() -> None:
    named = (*_CODES.values(), *_REFUSED.values(), *(reason.value for reason in ReadOnlyReason))
    assert {*raised(), *named} == set(STORE_ERRORS)


@pytest.mark.parametrize("code", sorted(raised()))
def test_a_sentence_uses_only_what_its_error_tells(code: str) -> None:
    told = set(re.findall(r"(\w+)=", raised()[code]))
    assert {name for _text, name, *_rest in string.Formatter().parse(STORE_ERRORS[code]) if name} <= told


@pytest.mark.parametrize("code", sorted(STORE_ERRORS))
def test_a_sentence_says_that_the_work_is_safe(code: str) -> None:
    sentence = say(StoreError(code, file="F", folder="F", set_aside="S", date="D"))
    assert re.search(
        r"safe|Nothing was changed|nothing was overwritten|Nothing was overwritten|saved|not touched|copy", sentence
    )
    assert sentence.endswith(".")
    assert "database" not in sentence
