"""Old work graded again by the same rules gives the same receipt, byte for byte.

The files in `tests/data/receipts/N` were graded by grader version N and are kept for ever. If this test fails, either
the change is a mistake, or the grader's version goes up and a new folder is added beside the old ones.
"""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from claimlight.files.lesson_bundle import open_lesson
from claimlight.files.work_file import read_work
from claimlight.grading.grade import grade_prepared, prepare
from claimlight.grading.receipt import GRADER_VERSION
from claimlight.grading.receipt_json import receipt_json
from grading.builders import claim, graded, lesson_of, one_claim, text_of

KEPT = Path(__file__).parents[1] / "data" / "receipts" / str(GRADER_VERSION)
WORKS = sorted(path.name.removesuffix(".work.json") for path in KEPT.glob("*.work.json"))


def test_every_grader_version_has_kept_receipts():
    assert len(WORKS) >= 10


@pytest.mark.parametrize("name", WORKS)
def test_an_old_work_gets_the_same_receipt(name):
    key = prepare(open_lesson(KEPT / f"{name.partition('.')[0]}.claimlesson"))
    work = read_work(KEPT / f"{name}.work.json", key.text)
    receipt = (KEPT / f"{name}.receipt.json").read_bytes()
    assert receipt_json(grade_prepared(key, work.annotations)).encode() == receipt
    assert receipt_json(grade_prepared(key, reversed(work.annotations))).encode() == receipt


def test_a_receipt_is_json_and_says_what_the_grade_says():
    found = graded(one_claim(), claim(2, 6))
    said = json.loads(receipt_json(found))
    assert (said["score"], said["band"], said["percent"]) == ("50", "getting there", 50)
    assert said["items"][0]["hit"] == {"count": 2, "spans": [[6, 11]]}
    assert said["items"][0]["params"]["caught"] == 2
    assert sum(Fraction(line["points"]) for line in said["lines"]) == found.points


def test_a_receipt_of_nothing():
    assert json.loads(receipt_json(graded(lesson_of(text_of("Rain fell."), []))))["items"] == []
