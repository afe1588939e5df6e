"""Show on any machine, screen or not, that the program works: open, mark with the mouse, check, print the grade, and
hand the work in to a folder, where a teacher must find the same grade."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from claimlight.app.start import Start, make_application
from claimlight.core.article import Span
from claimlight.core.errors import ClaimlightError
from claimlight.core.lesson import Lesson
from claimlight.grading.receipt import Grade
from claimlight.store.data_folder import open_data_folder
from claimlight.ui.home import first_lessons
from claimlight.ui.reading_room import ReadingRoom
from claimlight.wording import _
from claimlight.wording.errors import say
from claimlight.wording.points import band_text, total_text
from claimlight.wording.verdicts import reason_text

PATIENCE_MS = 20_000


def self_test(screenshot: Path | None = None) -> int:
    """Work through the first lesson in a data folder of its own. Gives 0 where every step did what it should."""
    with tempfile.TemporaryDirectory(prefix="claimlight-self-test-") as folder:
        try:
            done = _work_through(Path(folder, "student"), screenshot)
            return 1 if done is None else _hand_in(Path(folder), *done)
        except ClaimlightError as error:
            _print(say(error), error=True)
            return 2


def _work_through(folder: Path, screenshot: Path | None) -> tuple[Path, Grade] | None:
    """Where the lesson is and the grade of the work; None where something did not do what it should."""
    application = make_application()
    start = Start(application, folder, open_data_folder(folder))
    start.window.resize(1280, 800)  # the screen that Qt makes up is smaller than the ones people have
    try:
        if not _wait(start.usable):
            _print(_("The window did not open."), error=True)
            return None
        room = _open_first_lesson(start)
        spans = _answers_of(room.session.lesson)
        for span, label in spans:
            _mark(room, span, label)
        made = len(room.session.annotations)
        grade = _check(room)
        if screenshot is not None:
            QApplication.processEvents()
            start.window.grab().save(str(screenshot))
        if grade is None or made != len(spans):
            _print(_("The highlights did not reach the page."), error=True)
            return None
        _print_grade(room.session.lesson, grade)
        return (Path(first_lessons(start.desk.entries())[0].key), grade) if grade.score == 100 else None
    finally:
        start.window.close()
        start.end()


def _hand_in(folder: Path, lesson: Path, grade: Grade) -> int:
    from claimlight.app.self_test_travel import points_that_arrive

    points = points_that_arrive(folder / "student", lesson, folder)
    if points != grade.points:
        _print(_("The work that was handed in did not arrive as it is."), error=True)
        return 1
    _print(_("Handed in to a folder and collected: the same points."))
    return 0


def _open_first_lesson(start: Start) -> ReadingRoom:
    entry = first_lessons(start.desk.entries())[0]
    start.desk.open_key(entry.key)
    QApplication.processEvents()
    start.window.activateWindow()
    QTest.qWaitForWindowActive(start.window, PATIENCE_MS)
    room = start.desk.room
    assert room is not None, "an opened lesson has a room"
    if room.tour is not None:
        _click(room.tour.skip)
    return room


def _answers_of(lesson: Lesson) -> list[tuple[Span, str]]:
    """What there is to be marked: the main target of every item that counts."""
    key = lesson.texts[0].key
    items = key.items if key is not None else ()
    return [(item.main.span, item.label) for item in items if not item.optional and item.id not in lesson.example]


def _mark(room: ReadingRoom, span: Span, label: str) -> None:
    """Sweep over the words with the mouse, and press the label's key."""
    page = room.page
    page.move_caret(span.start)
    QApplication.processEvents()
    viewport = page.viewport()
    first, last = page.point_at(span.start) + QPoint(1, 0), page.point_at(span.end - 1) + QPoint(3, 0)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(viewport, left, none, first)
    QTest.mouseMove(viewport, (first + last) / 2)
    QTest.mouseMove(viewport, last)
    QTest.mouseRelease(viewport, left, none, last)
    number = [each.id for each in room.session.labels].index(label)
    QTest.keyClick(page, Qt.Key(Qt.Key.Key_1 + number))


def _check(room: ReadingRoom) -> Grade | None:
    """Press *Check my work* until the answers are out."""
    found: list[Grade] = []
    room.session.checked.connect(found.append)
    while not room.session.closed:
        left = room.session.checks_left
        _click(room.strip.primary)
        QApplication.processEvents()
        if not room.session.closed and room.session.checks_left == left:
            break
    return found[0] if found else None


def _click(button: QAbstractButton) -> None:
    """Press the button through the window, so that whatever lies above it would have the click."""
    window = button.window()
    place = button.mapTo(window, button.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def _wait(signal: object) -> bool:
    """Whether `signal` comes before our patience ends."""
    loop = QEventLoop()
    came: list[bool] = []

    def come() -> None:
        came.append(True)
        loop.quit()

    connect: Callable[[Callable[[], None]], object] = signal.connect  # type: ignore[attr-defined]
    connect(come)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    loop.exec()
    return bool(came)


def _print_grade(lesson: Lesson, grade: Grade) -> None:
    _print(lesson.title)
    for line in grade.lines:
        _print(f"  {line.id or '–'}: {reason_text(line.reason, lesson.codebook)}")
    _print(f"{total_text(grade.points, grade.possible)}. {band_text(grade.score)}.")


def _print(sentence: str, *, error: bool = False) -> None:
    (sys.stderr if error else sys.stdout).write(f"{sentence}\n")
