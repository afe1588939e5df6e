"""A receipt that was written down is read as the grade that it was."""

from hypothesis import given

from claimlight.grading.grade import grade
from claimlight.grading.receipt_json import receipt_json
from claimlight.grading.receipt_read import read_receipt
from grading.cases import cases


@given(cases())
def test_what_is_written_is_read_as_it_was(case):
    found = grade(case.lesson, case.works)
    assert read_receipt(receipt_json(found)) == found
