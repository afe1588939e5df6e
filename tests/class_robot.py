"""A teacher with classes at a real window: makes one, sets lessons, prepares a stick, collects and gives back."""

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton

from claimlight.ui.teacher.class_desk import ClassDesk
from claimlight.ui.teacher.class_model import ClassModel
from claimlight.ui.teacher.class_page import ClassPage
from claimlight.ui.teacher.new_class import NewClass
from claimlight.ui.teacher.place_page import PlacePage
from claimlight.ui.teacher.set_page import SetPage
from claimlight.work.class_table import Stand
from robot_hands import click, wait_until
from teacher_robot import Teacher


class ClassTeacher(Teacher):
    """A teacher with classes; `stick` is what the system's dialog is answered with."""

    stick: Path

    @property
    def classes(self) -> ClassDesk:
        return self.desk.classes

    @property
    def class_page(self) -> ClassPage:
        return self.all(ClassPage)[0]

    @property
    def rows(self) -> ClassModel:
        rows = self.class_page.view.rows
        assert rows is not None
        return rows

    def comes_to_classes(self) -> None:
        self.clicks("I teach")
        self.clicks("My classes")
        self.classes.travel.ask_for_folder = lambda _parent: self.stick

    def makes_a_class(self, *names: str, name: str = "7b") -> None:
        """From *My classes*; the one question about the computer is answered the first time."""
        self.clicks("New class")
        if self.can_press("No, only I do"):
            self.clicks("No, only I do")
        page = self.all(NewClass)[0]
        page.name.setText(name)
        page.roster.setPlainText("\n".join(names))
        self.clicks("Make the class")

    def sets(self, *titles: str, when: str = "At once", due: str = "") -> None:
        self.chooses("Set lessons…")
        page = self.all(SetPage)[0]
        for title in titles:
            next(box for box in page.boxes.values() if box.text() == title).setChecked(True)
        next(choice for choice in page.times.choices if choice.text() == when).setChecked(True)
        page.due.set_day(due)
        self.clicks("Set the lessons")

    def prepares_the_stick(self) -> None:
        self.chooses("Prepare a stick…")
        assert self.all(PlacePage)
        self.clicks("Choose a folder…")
        self.waits()

    def collects(self) -> None:
        self.clicks("Collect")
        self.waits()

    def chooses(self, words: str) -> None:
        """Press the button of the class's page, or, where there is none, that line of its menu "…"."""
        if self.can_press(words):
            self.clicks(words)
            return
        self.clicks("More for this class")
        menu = self.class_page.menu
        line = next(each for each in menu.actions() if each.text().replace("&", "") == words)
        assert menu.isVisible()
        click(menu, menu.actionGeometry(line).center())

    def opens_work(self, name: str, column: int = 0) -> None:
        """Click into the table of the class."""
        view, rows = self.class_page.view, self.rows
        row = next(n for n in range(rows.rowCount()) if rows.name(n) == name)
        view.scrollTo(rows.index(row, column))
        click(view.viewport(), view.visualRect(rows.index(row, column)).center())

    def answers(self, words: str) -> None:
        """Press the answer above the page."""
        bar = self.window.messages
        assert bar is not None
        self.clicks(next(button for button in bar.findChildren(QAbstractButton) if words in button.text()))

    def gives_back(self) -> None:
        self.chooses("Give back")
        self.waits()

    def waits(self) -> None:
        """Until nothing is done beside the window."""
        wait_until(lambda: not self.classes.travel.errands.working, "the errand")

    def stands(self, column: int = 0) -> dict[str, Stand]:
        return {row.name: row.cells[column].stand for row in self.rows.rows}
