"""A teacher who shares a computer: asked once, locked, unlocked once a start, and back from paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlight.ui.teacher.keys_gate import KeysGate
from claimlight.ui.teacher.passphrase_card import WordsCard
from claimlight.ui.teacher.recovery_page import RecoveryPage
from claimlight.work.teacher_keys import Safety, page_words, safety, teacher_keys
from robot_hands import settle, wait_until
from teacher_robot import Teacher


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


@pytest.fixture
def teacher(qapp: object, tmp_path: Path, three_lessons: Path) -> Iterator[Teacher]:
    teacher = Teacher(tmp_path / "desk", shipped=three_lessons)
    yield teacher
    teacher.leaves()


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
