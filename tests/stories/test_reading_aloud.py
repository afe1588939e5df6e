"""The article is read aloud where this computer has a voice for it; a small program of ours stands in for the voice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlight.ui.aloud import Aloud, AloudBar
from lesson_maker import built_lesson
from robot_hands import wait_until
from robots import Student

SPEECH = Path(__file__).parents[1] / "speech"


class Voiced:
    """A student at a computer with a voice, and what that voice has said."""

    def __init__(self, student: Student, said: Path) -> None:
        self.student = student
        self.said = said
        self.hold = said.with_name(said.name + ".hold")

    @property
    def heard(self) -> list[str]:
        return self.said.read_text(encoding="utf-8").splitlines() if self.said.exists() else []

    @property
    def aloud(self) -> Aloud:
        assert self.student.room.aids.aloud is not None
        return self.student.room.aids.aloud

    @property
    def sentence(self) -> str:
        sentence = self.aloud.reader.sentence
        return self.student.text[sentence.span] if sentence is not None else ""

    def waits_for(self, words: str) -> None:
        wait_until(lambda: self.heard and words in self.heard[-1], f"“{words}” to be spoken")


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    return built_lesson(tmp_path / "lesson")


@pytest.fixture
def voiced(qapp: object, tmp_path: Path, lesson: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Voiced]:
    said = tmp_path / "said"
    monkeypatch.setenv("SPOKEN", str(said))
    student = Student(tmp_path / "data")
    student.speech_path = str(SPEECH)
    student.restarts(lesson)
    voiced = Voiced(student, said)
    wait_until(lambda: student.room.aids.aloud is not None, "a voice")
    yield voiced
    student.leaves()


def test_it_reads_to_the_end_and_falls_silent(voiced: Voiced) -> None:
    voiced.student.presses("Ctrl+Home", "R")
    wait_until(lambda: voiced.aloud.reader.sentence is None, "the end")
    sentences = [voiced.student.text[each.span] for each in voiced.student.text.sentences]
    assert voiced.heard == [f"-v en-gb: {sentence}" for sentence in sentences]
    assert not voiced.student.all(AloudBar)


def test_pause_go_on_next_before_and_stop(voiced: Voiced) -> None:
    voiced.hold.touch()
    student = voiced.student
    student.presses("Ctrl+Home")
    student.clicks("Read aloud")
    voiced.waits_for("Fares")
    student.clicks("Pause")
    assert voiced.aloud.reader.paused
    student.clicks("Go on")
    student.clicks("Next sentence")
    voiced.waits_for("Fares will double")
    student.clicks("Next sentence")
    voiced.waits_for("That is not true")
    student.clicks("Sentence before")
    voiced.waits_for("Fares will double")
    assert student.sees("Sentence 2 of")
    student.clicks("Stop")
    assert voiced.sentence == ""
    assert not student.all(AloudBar)
    assert student.focused() is student.page


def test_keys_do_the_same(voiced: Voiced) -> None:
    voiced.hold.touch()
    student = voiced.student
    student.page.setFocus()
    student.presses("Ctrl+Home", "R")
    student.presses(".", ".", ",")
    assert voiced.sentence.startswith("Fares will double")
    student.presses("R")
    assert voiced.aloud.reader.paused
    student.presses(".")
    assert voiced.sentence.startswith("“That") or voiced.sentence.startswith('"That')
    assert voiced.aloud.reader.paused
    student.presses("Shift+R")
    assert voiced.sentence == ""
    assert student.heard_last() == "Reading has stopped."


def test_it_begins_at_the_caret_and_is_followed_on_the_page(voiced: Voiced) -> None:
    voiced.hold.touch()
    student = voiced.student
    student.walks_to("Tea was served")
    student.page.verticalScrollBar().setValue(0)
    student.page.move_caret(student.span("Tea was served").start)
    before = student.page.viewport().grab().toImage()
    student.presses("R")
    assert voiced.sentence == "Tea was served."
    place = student.page.rect_of(student.span("Tea was served"))
    assert student.page.viewport().rect().contains(place.center())
    assert student.page.viewport().grab().toImage() != before


def test_words_can_be_marked_while_it_reads(voiced: Voiced) -> None:
    voiced.hold.touch()
    student = voiced.student
    student.presses("Ctrl+Home", "R")
    student.highlights("Some 400 people", as_="unverified-figure")
    assert voiced.sentence


def test_leaving_the_lesson_ends_the_voice(voiced: Voiced) -> None:
    voiced.hold.touch()
    student = voiced.student
    student.presses("Ctrl+Home", "R")
    voiced.waits_for("Fares")
    reader = voiced.aloud.reader
    student.presses("Ctrl+W")
    assert reader.sentence is None
    assert not student.command("aloud").isVisible()


def test_a_program_that_fails_is_told(voiced: Voiced) -> None:
    voiced.said.with_name(voiced.said.name + ".broken").touch()
    voiced.student.presses("Ctrl+Home", "R")
    wait_until(lambda: voiced.student.hears("could not be heard"), "the failure")
    assert voiced.sentence == ""


def test_no_voice_for_the_language_nothing_to_press(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = built_lesson(tmp_path / "other", language="uk")
    student = Student(tmp_path / "data")
    student.speech_path = str(SPEECH)
    student.restarts(lesson)
    search = student.room.aids._search
    wait_until(lambda: student.room.aids._search is not None, "the search")
    search = student.room.aids._search
    assert search is not None
    wait_until(lambda: search._asked is not None and search._asked.state() == search._asked.ProcessState.NotRunning)
    assert not student.can_press("Read aloud")
    assert not student.command("aloud").isVisible()
    student.leaves()
