"""A teacher who shares a computer: asked once, locked, unlocked once a start, and back from paper."""

from pathlib import Path

import pytest

from claimlight.core.errors import WorkError
from claimlight.handin.identity import Keys, public
from claimlight.handin.locked_keys import Effort
from claimlight.handin.words import mark
from claimlight.ui.teacher.class_list import ClassList
from claimlight.ui.teacher.keys_desk import KeysDesk
from claimlight.ui.teacher.keys_gate import KeysGate
from claimlight.ui.teacher.passphrase_card import Asking, WordsCard
from claimlight.ui.teacher.recovery_page import RecoveryPage, numbered
from claimlight.work.teacher_keys import Safety, page_words, safety, set_passphrase, teacher_keys, unlock
from robot_hands import settle, wait_until
from teacher_robot import Teacher

QUICK = Effort(1, 1 << 20)
"""What a try costs where only the way is looked at."""


class AtTheGate:
    """What is behind the gate, and before it."""

    def __init__(self, teacher: Teacher) -> None:
        self.teacher = teacher
        self.went = ""
        teacher.clicks("I teach")
        self.book = teacher.desk._teaching.classbook
        self.gate = KeysGate(teacher.window, self.book, lambda: self.go("through"), lambda: self.go("back"))
        self.gate.open()
        settle()

    def go(self, where: str) -> None:
        self.went = where

    def waits(self) -> None:
        wait_until(lambda: not self.gate.busy, "the passphrase")
        settle()


def test_who_is_alone_is_asked_once(teacher: Teacher) -> None:
    before = AtTheGate(teacher)
    assert teacher.sees("Does anyone else use this computer?")
    assert teacher.focused() is teacher.button("No, only I do")
    teacher.clicks("No, only I do")
    assert (before.went, safety(before.book)) == ("through", Safety.OPEN)
    before.went = ""
    before.gate.open()
    assert before.went == "through"


def test_who_turns_back_is_asked_again(teacher: Teacher) -> None:
    before = AtTheGate(teacher)
    teacher.presses("Esc")
    assert (before.went, safety(before.book)) == ("back", Safety.ASK)


def test_who_shares_the_computer_locks_prints_and_unlocks_once_a_start(teacher: Teacher, tmp_path: Path) -> None:
    before = AtTheGate(teacher)
    teacher.clicks("Yes, others do, too")
    teacher.types("tern street at noon")
    teacher.presses("Tab")
    teacher.types("tern street at nine")
    teacher.presses("Return")
    assert teacher.sees("These two are not the same.")
    teacher.types("short")
    teacher.presses("Tab")
    teacher.types("short")
    teacher.presses("Return")
    before.waits()
    assert teacher.sees("at least 8 letters")
    teacher.types("tern street at noon")
    teacher.presses("Tab", "Ctrl+A")
    teacher.types("tern street at noon")
    teacher.clicks("Lock")
    before.waits()
    assert safety(before.book) is Safety.OPEN
    keys, words = teacher_keys(before.book), page_words(before.book)
    (page,) = teacher.all(RecoveryPage)
    assert [word for word in page.words.text().split() if not word.isdigit()] == [
        f"{place}\u00a0{word}".split()[-1] for place, word in enumerate(words.split(), 1)
    ]
    before.gate.ask_where = lambda _parent, name, _kinds: tmp_path / name
    teacher.clicks("Save for printing (PDF)…")
    assert teacher.sees("Print it, then delete the file.")
    assert (tmp_path / "claimlight-recovery-page.pdf").read_bytes().startswith(b"%PDF")
    teacher.clicks("Save as a web page…")
    html = (tmp_path / "claimlight-recovery-page.html").read_text(encoding="utf-8")
    assert all(f"<li>{word}</li>" in html for word in words.split())
    before.gate.ask_where = lambda _parent, _name, _kinds: tmp_path / "not there" / "page.pdf"
    teacher.clicks("Save for printing (PDF)…")
    assert teacher.sees("could not be written")
    before.gate.ask_where = lambda _parent, _name, _kinds: None
    teacher.clicks("Save as a web page…")
    teacher.clicks("I have it on paper")
    assert before.went == "through"

    teacher.restarts()
    later = AtTheGate(teacher)
    assert teacher.sees("Your classes are locked")
    teacher.types("tern street at nine")
    teacher.presses("Return")
    later.waits()
    assert teacher.sees("This is not the passphrase.")
    assert (later.went, safety(later.book)) == ("", Safety.LOCKED)
    teacher.types("tern street at noon")
    teacher.presses("Return")
    later.waits()
    assert (later.went, teacher_keys(later.book)) == ("through", keys)

    teacher.restarts()
    forgetful = AtTheGate(teacher)
    teacher.clicks("I have a recovery page")
    (card,) = teacher.all(WordsCard)
    teacher.types(words.rpartition(" ")[0])
    teacher.clicks("Use these words")
    assert teacher.sees("These are 13 words")
    card.text.setPlainText(words.title())
    teacher.clicks("Use these words")
    assert teacher.sees("Does anyone else use this computer?")
    assert teacher_keys(forgetful.book) == keys


def test_another_page_that_was_opened_meanwhile_stays(teacher: Teacher) -> None:
    before = AtTheGate(teacher)
    teacher.clicks("Yes, others do, too")
    teacher.types("tern street at noon")
    teacher.presses("Tab")
    teacher.types("tern street at noon")
    teacher.presses("Return")
    assert before.gate.busy
    teacher.presses("Esc")
    assert before.went == "", "what is being locked is waited for"
    teacher.desk.show_lessons()
    before.waits()
    assert teacher.sees("My lessons")
    assert safety(before.book) is Safety.ASK, "nothing was kept that nobody saw the page of"


def test_who_was_alone_and_is_no_longer_chooses_a_passphrase_later(teacher: Teacher) -> None:
    teacher.clicks("I teach")
    teacher.clicks("My classes")
    desk = comes_to_the_keys(teacher)
    assert teacher.sees("Does anyone else use this computer?"), "what was never asked is asked first"
    teacher.clicks("No, only I do")
    keys = teacher_keys(desk.book)
    assert teacher.sees("They lie open on this computer")
    assert teacher.sees(mark(public(keys).verify))
    teacher.clicks("Others use it now: choose a passphrase…")
    fills(teacher, "tern street at noon", "tern street at noon")
    teacher.clicks("Lock")
    desk.waits()
    assert teacher.all(RecoveryPage), "the paper comes with the first passphrase"
    teacher.clicks("I have it on paper")
    assert teacher.sees("A passphrase locks them")
    assert teacher_keys(desk.book) == keys


@pytest.fixture
def locked(teacher: Teacher) -> Keys:
    """At *My classes* after a start; the passphrase is "tern street at noon". The keys of before."""
    teacher.clicks("I teach")
    book = teacher.desk._teaching.classbook
    keys = teacher_keys(book)
    set_passphrase(book, "tern street at noon", effort=QUICK)
    teacher.restarts()
    teacher.clicks("I teach")
    teacher.clicks("My classes")
    return keys


def test_a_passphrase_is_changed_and_the_recovery_page_stays_right(teacher: Teacher, locked: Keys) -> None:
    desk = comes_to_the_keys(teacher)
    teacher.clicks("Change the passphrase…")
    fills(teacher, "tern street at noon", "a quite different one", "a quite different two")
    teacher.clicks("Change it")
    assert teacher.sees("The two new ones are not the same.")
    fills(teacher, "a wrong passphrase", "a quite different one", "a quite different one")
    teacher.clicks("Change it")
    desk.waits()
    assert teacher.sees("This is not the passphrase.")
    fills(teacher, "tern street at noon", "short", "short")
    teacher.clicks("Change it")
    desk.waits()
    assert teacher.sees("at least 8 letters")
    fills(teacher, "tern street at noon", "a quite different one", "a quite different one")
    teacher.clicks("Change it")
    desk.waits()
    assert teacher.sees("Your passphrase is changed.")
    assert teacher_keys(desk.book) == locked
    with pytest.raises(WorkError, match="passphrase-wrong"):
        unlock(desk.book, "tern street at noon")
    assert unlock(desk.book, "a quite different one") == locked
    teacher.clicks("Show the recovery page…")
    assert teacher.all(RecoveryPage)[0].words.text() == numbered(page_words(desk.book))


def test_the_recovery_page_is_shown_to_who_knows_the_passphrase(teacher: Teacher, locked: Keys) -> None:
    desk = comes_to_the_keys(teacher)
    teacher.clicks("Show the recovery page…")
    assert not teacher.all(RecoveryPage)
    fills(teacher, "tern street at noon")
    teacher.presses("Return")
    wait_until(lambda: teacher.all(RecoveryPage), "the recovery page")
    assert teacher.all(RecoveryPage)[0].words.text() == numbered(page_words(desk.book))
    teacher.clicks("I have it on paper")
    assert teacher.sees("A passphrase locks them")


def test_once_nobody_else_uses_the_computer_the_passphrase_is_taken_away(teacher: Teacher, locked: Keys) -> None:
    desk = comes_to_the_keys(teacher)
    teacher.clicks("Nobody else uses this computer any more…")
    assert teacher.sees("whoever uses this computer can give marks in your name")
    teacher.presses("Escape")
    assert teacher.sees("A passphrase locks them")
    teacher.clicks("Nobody else uses this computer any more…")
    fills(teacher, "a wrong passphrase")
    teacher.presses("Return")
    desk.waits()
    assert teacher.sees("This is not the passphrase.")
    fills(teacher, "tern street at noon")
    teacher.presses("Return")
    desk.waits()
    assert teacher.sees("You are not asked for a passphrase any more.")
    assert teacher.sees("They lie open on this computer")
    teacher.presses("Escape")
    assert teacher.all(ClassList)
    teacher.restarts()
    teacher.clicks("I teach")
    book = teacher.desk._teaching.classbook
    assert (safety(book), teacher_keys(book)) == (Safety.OPEN, locked)


class AtTheKeys:
    def __init__(self, teacher: Teacher) -> None:
        teacher.clicks("Your keys…")
        self.book = teacher.desk._teaching.classbook
        self._desk = teacher.window.findChildren(KeysDesk)[-1]

    def waits(self) -> None:
        wait_until(lambda: not self._desk.busy, "the passphrase")
        settle()


def comes_to_the_keys(teacher: Teacher) -> AtTheKeys:
    return AtTheKeys(teacher)


def fills(teacher: Teacher, *said: str) -> None:
    """The fields of the page that is open, in their order; the last has the keyboard."""
    (page,) = teacher.all(Asking)
    for field, words in zip(page.fields, said, strict=True):
        field.setFocus()
        settle()
        field.clear()
        teacher.types(words)
