"""Nothing moves by itself where the person or the system says so; without being asked, only a caret blinks."""

from PySide6.QtWidgets import QApplication

from claimlight.ui.reach import _EFFECTS
from robots import Student


def test_the_caret_stands_still_and_can_be_seen(student: Student) -> None:
    usual = QApplication.styleHints().cursorFlashTime()
    assert usual > 0, "without being asked, only this"
    student.opens("storm-damage")
    page = student.page
    assert page._blink.isActive()
    student.command("keep-still").trigger()
    assert student.heard_last() == "Nothing moves by itself now."
    assert not page._blink.isActive()
    assert page._caret_shown
    student.presses("Right")
    assert not page._blink.isActive()
    assert QApplication.styleHints().cursorFlashTime() == 0, "nor does it blink in any field"
    student.restarts()
    assert QApplication.styleHints().cursorFlashTime() == 0, "it is remembered"
    student.command("keep-still").trigger()
    assert QApplication.styleHints().cursorFlashTime() == usual
    assert student.heard_last() == "The caret blinks as your system has it."
    assert student.command("keep-still").isChecked() is False


def test_a_system_whose_carets_do_not_blink_is_heard(student: Student) -> None:
    hints = QApplication.styleHints()
    hints.setCursorFlashTime(0)
    try:
        student.opens("storm-damage")
        assert not student.page._blink.isActive()
        assert student.page._caret_shown
    finally:
        hints.setCursorFlashTime(-1)
    assert student.page._blink.isActive()


def test_nothing_slides_or_fades(student: Student) -> None:
    assert [effect for effect in _EFFECTS if QApplication.isEffectEnabled(effect)] == []
