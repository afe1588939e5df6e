"""Whatever a reader or a writer of other tools' files tells has its sentence."""

import re
from pathlib import Path

import claimlight
from claimlight.wording.conversion import _COUNTED, say_loss
from claimlight.wording.exchange_errors import EXCHANGE_ERRORS

ROOT = Path(claimlight.__file__).parent
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ("files/exchange", "work")
    for path in sorted((ROOT / folder).glob("*.py"))
)


def test_every_remark_can_be_said_of_one_and_of_several():
    codes = {*re.findall(r'remark\("([a-z-]+)"', SOURCES), *_COUNTED, "result-left", "task-left", "second-left"}
    assert len(codes) > 20
    for code in codes:
        for count in (1, 2):
            said = say_loss(code, {"count": count, "name": "x", "line": 3, "field": "y"})
            assert "{" not in said
            assert said.endswith(".")


def test_no_sentence_is_left_over():
    told = {f"{kind}-left" for kind in ("relation", "event", "attribute", "normalization", "note")}
    assert [code for code in (*_COUNTED, *EXCHANGE_ERRORS) if code not in told and f'"{code}"' not in SOURCES] == []
