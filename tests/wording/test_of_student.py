"""What a student reads as “you”, a teacher reads of the student: no sentence of a verdict is left out."""

import re

from claimlight.wording import verdicts
from claimlight.wording.of_student import _OF_STUDENT, told

_YOU = re.compile(r"\byou", re.IGNORECASE)
_TEACHERS = {"You take this as right", "You changed the points"}
"""In these "you" is who reads them."""


def test_every_sentence_to_a_student_is_known_of_a_student() -> None:
    tables = (verdicts._REASONS, verdicts._VERDICTS, verdicts._OUTCOMES, verdicts._FATES)
    for sentence in (said for table in tables for said in table.values()):
        of_student = told(sentence, of_student=True)
        assert not _YOU.search(of_student) or of_student in _TEACHERS
        assert told(sentence, of_student=False) == sentence


def test_both_have_the_same_placeholders() -> None:
    for to_student, of_student in _OF_STUDENT.items():
        assert sorted(re.findall(r"{\w+}", to_student)) == sorted(re.findall(r"{\w+}", of_student))
        assert of_student in _TEACHERS or not _YOU.search(of_student)
