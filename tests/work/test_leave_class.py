"""A student takes a class's work off the computer when the class is over: theirs, and nobody else's."""

from datetime import date
from pathlib import Path

import pytest

from claimlight.core.lesson import Mode
from claimlight.work.leave_class import ended, leave, leaving
from claimlight.work.standing import classes
from claimlight.work.teaching import make_class
from classroom import everything_in, given, laptop, stick, teacher
from lesson_maker import built_lesson

OLD = Path(__file__).parents[1] / "data" / "workbooks" / "v1.db"
PHRASE = "Fares will double by spring"


@pytest.fixture
def place(tmp_path):
    """A laptop on which Ada and Ben handed in to a class, and Ada to a second one as well, with another attempt."""
    folder = built_lesson(tmp_path / "fares")
    with teacher(tmp_path / "teacher") as book:
        one = stick(tmp_path / "one", make_class(book, "Siebenbürgen 7b", ("Ada", "Ben"), ends="2026-07-31"))
        two = stick(tmp_path / "two", make_class(book, "8a", ("Ada",), ends="some day"))
        file = given(book, folder, Mode.PRACTICE, tmp_path)
    with laptop(tmp_path / "laptop") as ours:
        for name, drop, words in (("Ada", two, "for 8a"), ("Ada", one, "from Ada"), ("Ben", one, "from Ben")):
            ours.workbook.challenge(ours.does(name, file, [(PHRASE, "claim")]), words, item="c1")
            ours.workbook.use_person(ours.person(name))
            ours.hands_in(drop)
        ours.workbook.back_up()
    backups = tmp_path / "laptop" / "backups"
    (backups / "workbook 2026-01-01.db").write_bytes(OLD.read_bytes())
    return tmp_path / "laptop"


def class_named(ours, name):
    return next(each for each in classes(ours.workbook) if each.name == name)


def test_a_class_is_over_after_its_last_day(place):
    with laptop(place) as ours:
        first, second = class_named(ours, "Siebenbürgen 7b"), class_named(ours, "8a")
        days = (date(2026, 7, 31), date(2026, 8, 1))
        assert [ended(first, day) for day in days] == [False, True]
        assert not ended(second, days[1]), "“some day” is no day"


def test_only_what_was_done_for_the_class_goes(place):
    assert b"from Ada" in everything_in(place)
    with laptop(place) as ours:
        ada, ben = ours.person("Ada"), ours.person("Ben")
        first, second = class_named(ours, "Siebenbürgen 7b"), class_named(ours, "8a")
        theirs = ours.workbook.travel.handed_in(ben)
        what = leaving(ours.workbook, first, ada)
        assert what.not_handed_in == ()
        assert leave(ours.workbook, what) == ()
        assert {one.class_id for one in ours.workbook.travel.handed_in(ada)} == {second.id}
        assert ours.workbook.travel.handed_in(ben) == theirs
        assert [one.id for one in ours.workbook.travel.classes()] == [second.id, first.id]
    everything = everything_in(place)
    assert (b"from Ada" in everything, b"from Ben" in everything, b"for 8a" in everything) == (False, True, True)
    with laptop(place) as ours:
        leave(ours.workbook, leaving(ours.workbook, first, ours.person("Ben")))
        assert [one.name for one in ours.workbook.travel.classes()] == ["8a"]
    everything = everything_in(place)
    assert (b"from Ben" in everything, "Siebenbürgen 7b".encode() in everything) == (False, False)
