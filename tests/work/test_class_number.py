"""A class file that was left on an old stick does not take the place of a newer one, whatever the clocks say."""

from dataclasses import replace

from claimlight.core.lesson import Mode
from claimlight.handin.class_file import read_class, write_class
from claimlight.handin.drop_folder import open_drop
from claimlight.store.classes import KnownClass
from claimlight.work.class_changes import add_names, rename_class
from claimlight.work.hand_in import newest_class, take_class
from claimlight.work.substitute import take_over
from claimlight.work.teacher_keys import teacher_keys
from claimlight.work.teaching import find_class
from claimlight.work.term_end import forget_student
from classroom import class_with, given, prepared, stick, teacher
from lesson_maker import built_lesson


def test_each_change_of_a_class_has_the_next_number(book):
    first = class_with(book, ("Ada", "Ben"))
    rename_class(book, first.students.id, "7c")
    assert [first.students.number, find_class(book, "7c").students.number] == [1, 2]
    forget_student(book, "7c", "Ben", sure=True)
    assert find_class(book, "7c").students.number == 3


def test_an_older_file_changes_nothing(book, ours):
    old = class_with(book)
    rename_class(book, old.students.id, "7c")
    new = find_class(book, "7c")
    assert take_class(old.file, ours.workbook).name == "7b"
    assert take_class(new.file, ours.workbook).name == "7c"
    assert take_class(old.file, ours.workbook) == new.students, "what holds is the newest that is here"
    (kept,) = ours.workbook.travel.classes()
    assert (kept.name, kept.file) == ("7c", new.file)
    assert newest_class(ours.workbook, old.students) == new.students
    assert newest_class(ours.workbook, replace(old.students, id="another")).id == "another"


def test_a_file_from_before_there_were_numbers_is_the_oldest(book, ours):
    to = class_with(book)
    keys = teacher_keys(book)
    before, changed = (write_class(replace(to.students, number=0, name=name), keys) for name in ("7", "7a"))
    assert read_class(before).number == 0
    for raw, name in ((before, "7"), (changed, "7a"), (before, "7"), (to.file, "7b"), (changed, "7b")):
        take_class(raw, ours.workbook)
        assert [each.name for each in ours.workbook.travel.classes()] == [name]


def test_work_goes_by_the_newest_class_also_over_an_old_stick(tmp_path, book, ours):
    folder = built_lesson(tmp_path / "fares")
    to = class_with(book)
    old = stick(tmp_path / "stick", to)
    rename_class(book, to.students.id, "7c")
    take_class(find_class(book, "7c").file, ours.workbook)
    ours.does("Ada", given(book, folder, Mode.PRACTICE, tmp_path), [("It rained", "claim")])
    assert ours.hands_in(old) == 1
    assert [each.name for each in ours.workbook.travel.classes()] == ["7c"]


def test_a_book_that_was_brought_back_goes_on_behind_what_students_have(tmp_path, book, ours):
    to = class_with(book)
    copied = KnownClass(to.students.id, "7b", to.file)
    add_names(book, to.students.id, ("Cem",))
    drop = prepared(book, to.students.id, tmp_path).drop
    take_class(drop.marker, ours.workbook)
    assert drop.class_file.number == 2
    book.classes.keep(copied, to.students.roster)
    rename_class(book, to.students.id, "7c")
    again = prepared(book, to.students.id, tmp_path).drop
    assert again.class_file.number == 3, "else its two files would have the same number"
    assert take_class(again.marker, ours.workbook).name == "7c"
    assert prepared(book, to.students.id, tmp_path).drop.class_file.number == 3
    assert open_drop(tmp_path).marker == find_class(book, "7c").file


def test_a_folder_of_another_class_numbers_nothing(tmp_path, book):
    from claimlight.work.teaching import make_class

    to, other = class_with(book), make_class(book, "8a", ())
    prepared(book, to.students.id, tmp_path)
    assert prepared(book, other.students.id, tmp_path).drop.class_file == other.students


def test_who_goes_on_with_a_class_keeps_its_newest_file_and_signs_none(tmp_path, book):
    from claimlight.handin.identity import new_keys, public

    school = new_keys()
    to = class_with(book, also=(public(school),))
    old = stick(tmp_path / "old", to)
    add_names(book, to.students.id, ("Cem",))
    new = stick(tmp_path / "new", find_class(book, "7b"))
    with teacher(tmp_path / "substitute") as theirs:
        take_over(theirs, new, school)
        take_over(theirs, old, school)
        assert find_class(theirs, "7b").students.number == 2
        theirs.classes.keep(KnownClass(to.students.id, "7b", to.file), to.students.roster)
        ready = prepared(theirs, to.students.id, tmp_path / "new").drop
        assert ready.class_file == find_class(book, "7b").students
        assert find_class(theirs, "7b").file == ready.marker
