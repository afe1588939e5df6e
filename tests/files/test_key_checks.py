"""Each fault of a key is said once: a label that is none fits no link, and that is no second fault."""

import pytest

from claimlight.core.lesson import ItemLink
from claimlight.files.key_checks import key_faults
from claimlight.files.lesson_folder import read_lesson
from claimlight.files.places import lessons
from grading.builders import CLAIM, DENIAL, Page, lesson_of, text_of

CODEBOOK = read_lesson(lessons() / "storm-damage").codebook
PAGE = Page(text_of("The bridge fell | It never did | They went home"))


@pytest.mark.parametrize(
    ("from_label", "to_label", "codes"),
    [
        (DENIAL, CLAIM, []),
        (CLAIM, CLAIM, ["bad-link-ends"]),
        ("nonsense", CLAIM, []),
        (DENIAL, "nonsense", []),
    ],
)
def test_a_link_between_labels_that_are_none_is_not_told_twice(from_label, to_label, codes):
    claim = PAGE.item("c1", PAGE.target(to_label, "The bridge fell"))
    denial = PAGE.item("d1", PAGE.target(from_label, "It never did"), links=(ItemLink("denies", "c1"),))
    lesson = lesson_of(PAGE.text, (claim, denial))
    found = key_faults(lesson.texts[0].key, CODEBOOK, (CLAIM, DENIAL), "article.key.json")
    assert [fault.code for fault in found] == codes
