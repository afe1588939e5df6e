"""How far a finished work has come: only what the teacher signed is believed."""

from fractions import Fraction

from claimlight.core.lesson import Mode
from claimlight.handin.feedback import Comment, Override
from claimlight.ui.handed_cards import standing_text
from claimlight.work.collect import collect
from claimlight.work.give_back import give_back
from claimlight.work.hand_in import take_class
from claimlight.work.standing import Way, standings
from classroom import class_with, given, stick
from lesson_maker import built_lesson

ADAS = [("Fares will double by spring", "claim")]


def test_a_work_on_its_way_there_and_back(tmp_path, book, ours):
    folder = built_lesson(tmp_path / "fares")
    drop = stick(tmp_path / "stick", class_with(book))
    attempt = ours.does("Ada", given(book, folder, Mode.PRACTICE, tmp_path), ADAS)

    def now():
        return standings(ours.workbook, ours.person("Ada")).get(attempt.id)

    assert now() is None, "nobody is known to hand in to"
    take_class(drop.marker, ours.workbook)
    assert (now().way, standing_text(now())) == (Way.NOT_YET, "Not handed in yet")
    ours.hands_in(drop)
    assert (now().way, standing_text(now())) == (Way.SENT, "Handed in. Your teacher has not opened it yet.")
    ours.takes_in(drop)
    assert now().way is Way.SENT
    collect(book, drop.path, "7b")
    ours.takes_in(drop)
    assert (now().way, standing_text(now())) == (Way.ARRIVED, "Your teacher has it.")
    said = (Override("f1", "1", "You said it."),), (Comment("Well seen."),)
    give_back(book, drop, "7b", said=lambda _work: said)
    ours.takes_in(drop)
    assert now().way is Way.MARKED
    assert [(change.item, change.by, change.reason) for change in now().marked.changes] == [
        ("f1", Fraction(1), "You said it.")
    ]
    before = now().marked.points
    assert standing_text(now()) == f"Marked: {before} of {now().marked.possible} points"
    ours.workbook.challenge(attempt, "It is one.", item="t1")
    assert (now().way, standing_text(now())) == (Way.CHANGED, "You changed it after handing in: hand in again")
    ours.hands_in(drop)
    assert (now().way, now().marked.points) == (Way.SENT, before)


def test_work_for_another_class_has_no_standing(tmp_path, book, ours):
    folder = built_lesson(tmp_path / "fares")
    drop = stick(tmp_path / "stick", class_with(book, lessons=["another lesson"]))
    ours.does("Ada", given(book, folder, Mode.PRACTICE, tmp_path), ADAS)
    take_class(drop.marker, ours.workbook)
    assert standings(ours.workbook, ours.person("Ada")) == {}
