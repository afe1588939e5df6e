"""Every reason for which the grader or a work file refuses something has its sentence."""

import re
from pathlib import Path

import pytest

import claimlight
from claimlight.core.errors import ClaimlightError
from claimlight.wording.errors import say
from claimlight.wording.highlight_errors import HIGHLIGHT_ERRORS
from claimlight.wording.key_errors import KEY_ERRORS

ROOT = Path(claimlight.__file__).parent
SOURCES = [*ROOT.glob("grading/*.py"), ROOT / "files/work_file.py", ROOT / "files/work_place.py"]
CODE = re.compile(r'"((?:key|work|highlight)-[a-z-]+)"')
PARAMS = dict.fromkeys(
    ("file", "item", "other", "label", "factor", "covered", "lesson", "text", "highlight", "quote"), "x"
)


def test_the_table_holds_just_the_codes_that_are_raised():
    raised = {code for source in SOURCES for code in CODE.findall(source.read_text(encoding="utf-8"))}
    assert raised == set(KEY_ERRORS) | set(HIGHLIGHT_ERRORS)


@pytest.mark.parametrize("code", [*KEY_ERRORS, *HIGHLIGHT_ERRORS])
def test_each_is_one_line_with_a_full_stop(code):
    said = say(ClaimlightError(code, **PARAMS))
    assert "{" not in said
    assert said.endswith((".", "?", ")"))
