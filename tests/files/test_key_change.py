"""Answers that were changed are written beside their lesson, and read again as they were."""

from dataclasses import replace

import pytest

from claimlight.core.errors import LessonError
from claimlight.files.key_change import key_json, key_read, lesson_with_key, with_items
from claimlight.files.lesson_bundle import bundle_folder, read_bundle
from claimlight.files.lesson_folder import build_folder, read_lesson
from lesson_maker import CLAIM, DENIAL, FIGURE, decoy, excluded, write_lesson


@pytest.fixture
def folder(tmp_path):
    folder = write_lesson(
        tmp_path / "fares", key=[CLAIM, DENIAL, FIGURE, decoy("t1", "It rained"), excluded("Tea was served")]
    )
    build_folder(folder)
    return folder


def test_a_key_survives_with_its_traps_and_zones(folder):
    lesson = read_lesson(folder)
    key = lesson.texts[0].key
    assert key.excluded
    assert key_read(lesson, "article", key_json(lesson, "article", key)) == key


def test_what_is_no_key_is_refused(folder):
    with pytest.raises(LessonError):
        key_read(read_lesson(folder), "article", "no key")


def test_a_lesson_file_gets_other_answers_and_a_link_to_what_is_gone_goes_along(folder):
    lesson = read_lesson(folder)
    key = lesson.texts[0].key
    claim, denial, figure = (key.item(id) for id in ("c1", "d1", "f1"))
    fewer = with_items(key, (replace(figure, weight=figure.weight * 2), denial), lesson, "article")
    assert [item.id for item in fewer.items] == ["d1", "f1"]
    assert (denial.links[0].item, fewer.item("d1").links) == (claim.id, ())
    again = read_bundle(lesson_with_key(bundle_folder(folder), lesson, "article", fewer))
    assert again.texts[0].key == fewer
    assert (again.hash, fewer.rate) == (lesson.hash, key.rate)
