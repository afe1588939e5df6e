"""Every failure and finding about lessons has its sentence, and every sentence its use."""

import re
from pathlib import Path
from string import Formatter

import claimlight
from claimlight.wording.draft_findings import ROWS
from claimlight.wording.findings import FINDINGS
from claimlight.wording.key_errors import KEY_ERRORS
from claimlight.wording.lesson_errors import LESSON_ERRORS
from claimlight.wording.work_errors import WORK_ERRORS

SOURCES = [
    path.read_text(encoding="utf-8")
    for path in Path(claimlight.__file__).parent.rglob("*.py")
    if "wording" not in path.parts
]
CODE = re.compile(r'(?:(?:LessonError|TextError|finding)\(|_wrong\(|_matching\([^")]*"[a-z]+",[^")]*)\s*"([a-z0-9-]+)"')


def test_every_code_has_a_sentence():
    codes = {code for source in SOURCES for code in CODE.findall(source)}
    assert len(codes) > 60
    assert codes - set(LESSON_ERRORS) - set(WORK_ERRORS) - set(KEY_ERRORS) - set(FINDINGS) - set(ROWS) == set()


def test_no_sentence_is_left_over():
    everything = "\n".join(SOURCES)
    assert [code for code in (*LESSON_ERRORS, *FINDINGS) if f'"{code}"' not in everything] == []
    assert set(LESSON_ERRORS) & set(FINDINGS) == {"text-not-built"} & set(FINDINGS)


def test_sentences_end_and_name_their_blanks():
    for sentence in (*LESSON_ERRORS.values(), *FINDINGS.values()):
        assert sentence.endswith((".", "}."))
        assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(sentence))
