"""Lessons stand on the shelf in an order that a reader can climb."""

from claimlight.files.lesson_folder import build_folder
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.work.shelf import level_of, shelf
from lesson_maker import write_lesson

LEVELS = {"seven": "7-8", "adults": "12 and adults", "twelve": "12", "none": "", "five": "5-6"}


def test_the_easiest_stand_first_and_those_for_adults_behind_their_grade(tmp_path, ids, clock):
    for number, (slug, level) in enumerate(LEVELS.items()):
        id = f"4b7f54a0-4a4b-4d0d-9a37-0c1f2f6f2a1{number}"
        build_folder(write_lesson(tmp_path / "lessons" / slug, key=None, id=id, slug=slug, level=level))
    with open_data_folder(tmp_path / "data") as folder:
        workbook = open_workbook(folder, new_id=ids, clock=clock)
        entries, broken = shelf(tmp_path / "lessons", workbook, workbook.last_person())
        workbook.close()
    assert [entry.lesson.slug for entry in entries] == ["five", "seven", "twelve", "adults", "none"]
    assert broken == ()


def test_the_highest_year_counts():
    assert [level_of(level) for level in ("5-6", "Grade 7", "12 and adults", "")] == [6, 7, 12, 99]
