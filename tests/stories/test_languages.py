"""The interface in another language: chosen in a menu, at once, kept for each person."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from account_robot import Account
from claimlight.store.classbook import Classbook
from claimlight.ui.people import People
from claimlight.ui.progress_page import ProgressPage
from classroom import class_with, stick
from robots import Student, menu_commands
from shots.scenes import arabic_lesson


def languages(student: Student) -> dict[str, QAction]:
    names = ("العربية", "Español", "Français", "Українська", "English")
    return {action.text(): action for action in menu_commands(student.window) if action.text() in names}


def speaks(student: Student, name: str) -> None:
    languages(student)[name].trigger()
    student.presses()


def test_each_language_stands_there_by_its_own_name(student: Student) -> None:
    assert set(languages(student)) == {"English", "العربية", "Español", "Français", "Українська"}


def test_an_open_lesson_stays_open_with_its_place_and_marks(student: Student) -> None:
    student.opens("storm-damage")
    student.highlights("up to 900 homes", as_="unverified-figure")
    student.page.verticalScrollBar().setValue(300)
    on_top = student.page.top_position()
    speaks(student, "Español")
    assert student.marked() == [("unverified-figure", "up to 900 homes")]
    assert student.page.top_position() == on_top
    assert student.can_press("Comprobar mi trabajo")
    assert student.sees("Quién dice qué")
    assert student.sees("Cifra sin confirmar")
    assert student.command("undo").isEnabled()
    speaks(student, "English")
    assert student.can_press("Check my work")
    assert student.sees("Unverified figure")


def test_the_bar_of_the_stick_is_said_in_the_language_that_is_spoken_now(account: Account, book: Classbook) -> None:
    account.puts_in(stick(account.folder.parent / "stick", class_with(book)).path.parent)
    assert account.can_press("Put this away")
    speaks(account, "Español")
    assert account.bar_says(), "it stays"
    assert account.can_press("Quitar esto")
    assert not account.sees("Put this away")


def test_arabic_is_laid_out_from_right_to_left(student: Student) -> None:
    student.opens("storm-damage")
    back = student.room.bar.back
    assert back.mapTo(student.window, back.rect().center()).x() < student.window.width() / 2
    speaks(student, "العربية")
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    back = student.room.bar.back
    assert back.mapTo(student.window, back.rect().center()).x() > student.window.width() / 2
    tags = [button.label.letter for button in student.room.bar.labels.buttons]
    assert tags == ["ع", "ن", "#"]
    speaks(student, "English")
    assert QApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_it_is_kept_for_each_person_and_for_the_next_start(student: Student) -> None:
    student.presses("Ctrl+Shift+N")
    student.types("Ada")
    student.presses("Return")
    speaks(student, "Español")
    student.presses("Ctrl+Shift+N")
    assert student.sees("¿Quién trabaja?")
    student.types("Ben")
    student.presses("Return")
    speaks(student, "English")
    student.presses("Ctrl+Shift+N")
    student.types("Ada")
    student.presses("Return")
    assert student.sees("Más lecciones") or student.sees("lecciones en este portátil")
    ticked = [name for name, action in languages(student).items() if action.isChecked()]
    assert ticked == ["Español"]


def test_the_computer_starts_in_the_language_it_spoke_last(student: Student) -> None:
    speaks(student, "Español")
    student.restarts()
    assert student.sees("Más lecciones")
    assert student.command("quit").text().replace("&", "") == "Salir"


def test_every_page_is_said_anew(student: Student) -> None:
    student.command("progress").trigger()
    speaks(student, "Español")
    assert student.all(ProgressPage)
    student.command("next-person").trigger()
    speaks(student, "English")
    assert student.all(People)
    assert student.sees("Who is working?")


def test_the_grade_is_the_same_in_every_language(student: Student) -> None:
    student.opens("canteen-survey")
    key = student.session.key
    assert key is not None
    for item in key.items[:3]:
        student.session.highlight(item.main.span, item.label)
    speaks(student, "العربية")
    while not student.session.closed:
        student.session.check(confirmed_few=True)
    arabic = student.session.grade()
    assert student.sees("كيف جُمعت نقاطك")
    speaks(student, "English")
    english = student.session.grade()
    assert arabic == english
    assert student.sees("How your points add up")


def test_arrows_move_as_the_eye_sees_it(student: Student, tmp_path: Path) -> None:
    """In an Arabic article the left arrow goes on, whatever the interface speaks."""
    speaks(student, "العربية")
    student.start.desk.open_file(arabic_lesson(tmp_path))
    student.presses("Ctrl+Home")
    student.presses("Left", "Left")
    assert student.page.caret == 2
    student.presses("Right")
    assert student.page.caret == 1
    student.presses("Ctrl+Left")
    assert student.page.caret > 2
    first, last = student.places(student.span("الجسر القديم لم يعد"))
    assert last.x() < first.x(), "a sweep goes to the left"
    student.highlights("الجسر القديم لم يعد", as_="claim")
