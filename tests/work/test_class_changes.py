"""A class changes and no work is lost: names, who is who, what it is set, its folder, what is late and given back."""

from datetime import date, timedelta

import pytest

from claimlight.core.errors import WorkError
from claimlight.core.lesson import Mode
from claimlight.handin.class_file import read_class
from claimlight.handin.drop_folder import ANSWERS, MARKS, WORK, open_drop
from claimlight.handin.identity import new_keys, public
from claimlight.work import class_changes as change
from claimlight.work.class_folder import folder_of, let_go_in_class, save_files
from claimlight.work.class_table import Stand, class_table
from claimlight.work.classes import listed_classes
from claimlight.work.collect import collect, collect_beside
from claimlight.work.give_back import give_back, give_back_beside
from claimlight.work.teaching import find_class, make_class
from classroom import asked, class_with, laptop, prepared

MARKS_OF_ADA = [("Fares will double by spring", "claim")]
TODAY = date(2026, 5, 4)


@pytest.fixture
def seven(book, lesson):
    """A class that was set one lesson."""
    id = class_with(book, ("Ada", "Ben", "Cem")).students.id
    change.set_lesson(book, id, lesson, change.Setting(Mode.PRACTICE, "2026-05-08"))
    return id


def handed_in(tmp_path, book, class_id, *names, place="stick", home="laptop"):
    """These people do the lesson at one laptop and hand it in."""
    (tmp_path / place).mkdir(exist_ok=True)
    drop = prepared(book, class_id, tmp_path / place).drop
    (file,) = (drop.path / "lessons").iterdir()
    with laptop(tmp_path / home) as ours:
        for name in names:
            ours.does(name, file, MARKS_OF_ADA)
        ours.hands_in(drop)
    return drop


def rows(book, class_id, today=TODAY):
    return {row.name: row.cells[0] for row in class_table(book, class_id, today).rows}


def test_a_set_lesson_is_on_the_stick_and_in_the_class_file(book, seven, tmp_path):
    (tmp_path / "stick").mkdir()
    ready = prepared(book, seven, tmp_path / "stick")
    assert ready.lessons == 1
    to = ready.drop.class_file
    (set_one,) = book.class_lessons.all(seven)
    assert to.lessons == (set_one.id,)
    assert [(one.name, one.students, one.lessons) for one in listed_classes(book)] == [("7b", 3, 1)]
    (tmp_path / "out").mkdir()
    assert save_files(book, seven, tmp_path / "out") == ("7b.claimclass", "fares.claimlesson")
    assert read_class((tmp_path / "out" / "7b.claimclass").read_bytes()) == to
    change.take_lesson_back(book, seven, set_one.id)
    assert find_class(book, seven).students.lessons == book.class_lessons.all(seven) == ()


def test_the_same_lesson_is_one_file_for_two_classes(book, seven, lesson):
    other = make_class(book, "8c", ()).students.id
    homework = change.Setting(Mode.HOMEWORK)
    change.set_lesson(book, seven, lesson, homework)
    change.set_lesson(book, other, lesson, homework)
    (id,) = find_class(book, seven).students.lessons
    assert book.class_lessons.given(seven, id) == book.class_lessons.given(other, id)
    school = make_class(book, "9a", (), also=[public(new_keys())]).students.id
    change.set_lesson(book, school, lesson, homework)
    assert book.class_lessons.given(school, id).given != book.class_lessons.given(seven, id).given


def test_the_table_tells_who_is_there_and_who_is_missing(tmp_path, book, seven):
    drop = handed_in(tmp_path, book, seven, "Ada", "ben")
    assert {name: cell.stand for name, cell in rows(book, seven).items()} == dict.fromkeys(
        ("Ada", "Ben", "Cem"), Stand.NOT_DUE
    )
    collect(book, drop.path, "7b")
    table = class_table(book, seven, TODAY)
    assert (table.arrived(0), table.missing(0), table.current, table.collected) == (2, ("Cem",), 0, True)
    found = rows(book, seven)
    assert [found[name].stand for name in found] == [Stand.HANDED_IN, Stand.HANDED_IN, Stand.NOT_DUE]
    assert (found["Ada"].points, found["Ada"].possible, found["Ada"].new, found["Ada"].late) == (1, 3, True, False)
    assert (found["Cem"].points, found["Cem"].possible, found["Cem"].new) == (None, None, False)
    assert rows(book, seven, date(2026, 5, 9))["Cem"].stand is Stand.MISSING
    book.class_work.see(seven, found["Ada"].work.id)
    assert not rows(book, seven)["Ada"].new


def test_late_is_what_was_not_there_when_work_was_first_collected_after_the_day(tmp_path, book, seven):
    (id,) = find_class(book, seven).students.lessons
    book.class_lessons.set_due(seven, id, (date.today() - timedelta(days=2)).isoformat())
    drop = handed_in(tmp_path, book, seven, "Ada")
    collect(book, drop.path, "7b")
    assert not rows(book, seven, date.today())["Ada"].late
    handed_in(tmp_path, book, seven, "Ben")
    later = book._clock() + timedelta(hours=1)
    book._clock = lambda: later
    collect(book, drop.path, "7b")
    found = rows(book, seven, date.today())
    assert (found["Ada"].late, found["Ben"].late, found["Cem"].stand) == (False, True, Stand.MISSING)


def test_a_stranger_is_asked_for_once(tmp_path, book, seven):
    drop = handed_in(tmp_path, book, seven, "Ada K.", "Zoe", "Dora")
    collect(book, drop.path, "7b")
    ada, dora, zoe = sorted(class_table(book, seven, TODAY).strangers, key=lambda each: each.name)
    assert [(each.name, each.like, each.lessons) for each in (ada, dora, zoe)] == [
        *(("Ada K.", "Ada", 1), ("Dora", "", 1), ("Zoe", "", 1)),
    ]
    change.say_who(book, seven, ada.person, "Ada")
    change.say_who(book, seven, zoe.person, "Zoe")
    change.say_who(book, seven, dora.person, None)
    assert class_table(book, seven, TODAY).strangers == ()
    found = rows(book, seven)
    assert list(found) == ["Ada", "Ben", "Cem", "Zoe"]
    assert found["Ada"].work is not None
    assert found["Zoe"].work is not None
    handed_in(tmp_path, book, seven, "Zoe")
    collect(book, drop.path, "7b")
    assert class_table(book, seven, TODAY).strangers == ()


def test_a_second_computer_with_the_same_name_is_asked_for(tmp_path, book, seven):
    handed_in(tmp_path, book, seven, "Ada")
    drop = handed_in(tmp_path, book, seven, "Ada", home="another")
    collect(book, drop.path, "7b")
    (again,) = class_table(book, seven, TODAY).strangers
    assert (again.name, again.like, again.doubled) == ("Ada", "Ada", True)


def test_a_student_is_renamed_and_keeps_the_work(tmp_path, book, seven):
    collect(book, handed_in(tmp_path, book, seven, "Ada").path, "7b")
    change.rename_student(book, seven, "Ada", " Ada  Kaya ")
    found = rows(book, seven)
    assert list(found) == ["Ada Kaya", "Ben", "Cem"]
    assert found["Ada Kaya"].work is not None
    change.rename_student(book, seven, "Ada Kaya", "Ada Kaya")
    with pytest.raises(WorkError, match="name-there"):
        change.rename_student(book, seven, "Ada Kaya", "Ben")


def test_who_is_removed_comes_back_with_the_work(tmp_path, book, seven):
    drop = handed_in(tmp_path, book, seven, "Ada")
    collect(book, drop.path, "7b")
    change.remove_student(book, seven, "Ada")
    table = class_table(book, seven, TODAY)
    assert ([row.name for row in table.rows], table.strangers) == (["Ben", "Cem"], ())
    assert change.add_names(book, seven, ("Ada", "Ben", " ")) == ("Ada",)
    assert rows(book, seven)["Ada"].work is not None


def test_who_is_moved_takes_along_what_is_there_and_what_is_on_its_way(tmp_path, book, seven, lesson):
    other = make_class(book, "8c", ("Dora",)).students.id
    change.set_lesson(book, other, lesson, change.Setting(Mode.PRACTICE))
    drop = handed_in(tmp_path, book, seven, "Ada")
    collect(book, drop.path, "7b")
    before = len(list((drop.path / WORK).iterdir()))
    change.move_student(book, seven, "Ada", other)
    assert "Ada" not in rows(book, seven)
    assert rows(book, other)["Ada"].work is not None
    report = collect(book, drop.path, "7b")
    assert (report.new, report.known) == (0, before)
    with laptop(tmp_path / "laptop") as ours:  # still with the old class: a sentence comes in addition
        (attempt,) = (each for each in ours.workbook.attempts(ours.person("Ada")))
        ours.workbook.challenge(attempt, "I see it differently.", item="c1")
        assert ours.hands_in(drop) == 1
    assert collect(book, drop.path, "7b").new == 1
    moved = rows(book, other)["Ada"].work
    assert (moved.number, moved.challenges) == (2, 1)
    assert class_table(book, seven, TODAY).strangers == ()
    with pytest.raises(WorkError, match="name-there"):
        change.move_student(book, other, "Ada", other)


def test_a_class_is_renamed_ends_and_has_further_readers(book, seven):
    make_class(book, "8c", ())
    with pytest.raises(WorkError, match="class-there"):
        change.rename_class(book, seven, "8c")
    change.rename_class(book, seven, " 7b  science ")
    change.set_end(book, seven, "2027-07-31")
    school = public(new_keys())
    change.set_readers(book, seven, [school, school])
    to = find_class(book, seven).students
    assert (to.name, to.ends, to.readers[1:], to.signers[1:]) == (
        *("7b science", "2027-07-31", (school.seal,), (school.verify,)),
    )


def test_a_change_that_fails_in_the_middle_changes_nothing(book, seven):
    with pytest.raises(WorkError, match="class-unknown"):
        change.move_student(book, seven, "Ada", "nowhere")

    def fails():
        with book.at_once():
            change.remove_student(book, seven, "Ada")
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="disk is full"):
        fails()
    assert list(rows(book, seven)) == ["Ada", "Ben", "Cem"]
    assert book.class_work.left(seven) == {}


def test_answers_are_let_go_for_one_class_and_are_on_its_next_stick(tmp_path, book, seven, lesson):
    change.set_lesson(book, seven, lesson, change.Setting(Mode.HOMEWORK))
    (id,) = find_class(book, seven).students.lessons
    (tmp_path / "stick").mkdir()
    drop = prepared(book, seven, tmp_path / "stick").drop
    assert not list((drop.path / ANSWERS).iterdir())
    let_go_in_class(book, seven, id, drop)
    (released,) = (drop.path / ANSWERS).iterdir()
    (tmp_path / "other").mkdir()
    later = prepared(book, seven, tmp_path / "other").drop
    assert [path.name for path in (later.path / ANSWERS).iterdir()] == [released.name]
    assert book.class_lessons.all(seven)[0].let_go
    assert folder_of(asked(book), seven, [tmp_path / "nowhere", tmp_path / "stick"]).path == drop.path
    assert folder_of(asked(book), seven, []).path == later.path
    change.set_lesson(book, seven, lesson, change.Setting(Mode.PRACTICE))
    with pytest.raises(WorkError, match="work-of-unknown-lesson"):
        let_go_in_class(book, seven, id, drop)
    assert folder_of(asked(book), make_class(book, "8c", ()).students.id, [tmp_path / "stick"]) is None


def test_marks_are_given_back_once_and_counted(tmp_path, book, seven):
    drop = handed_in(tmp_path, book, seven, "Ada", "Ben")
    collect(book, drop.path, "7b")
    told = []

    ask = asked(book)
    done = give_back_beside(ask, drop, seven, progress=lambda *now: told.append(now), only_due=True)
    assert (done, told) == (2, [(0, 2), (1, 2), (2, 2)])
    assert give_back_beside(ask, drop, seven, only_due=True) == 0
    assert give_back_beside(ask, drop, seven, cancelled=lambda: True) == 0
    assert rows(book, seven)["Ada"].stand is Stand.GIVEN_BACK
    assert give_back(book, drop, "7b") == 2
    assert {one.back for one in book.class_work.glances(seven)} == {2}
    assert len(list((drop.path / MARKS).iterdir())) == 4
    with laptop(tmp_path / "laptop") as ours:
        assert ours.takes_in(drop).marks >= 2


def test_single_files_are_collected_and_stay_where_they_are(tmp_path, book, seven):
    drop = handed_in(tmp_path, book, seven, "Ada", "Ben")
    mail = tmp_path / "mail"
    mail.mkdir()
    for path in (drop.path / WORK).iterdir():
        path.rename(mail / path.name)
    (mail / "bad.claimwork").write_bytes(b"nothing")

    ask = asked(book)
    report = collect_beside(ask, sorted(mail.iterdir()), seven)
    assert (report.new, [name for name, _error in report.aside]) == (2, ["bad.claimwork"])
    assert len(list(mail.iterdir())) == 3
    assert book.class_lessons.collectings(seven) == ()
    stop = iter((False, True))
    report = collect_beside(ask, sorted(mail.iterdir()), seven, cancelled=lambda: next(stop))
    assert (report.cancelled, report.known + len(report.aside)) == (True, 1)
    with pytest.raises(WorkError, match="no-drop-folder"):
        collect_beside(ask, [tmp_path / "gone"], seven)
    assert open_drop(drop.path).path == drop.path
