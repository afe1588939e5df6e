"""Students at a computer of the class: they join it, mark what they found, and hand in by a stick."""

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton

from claimlight.handin.drop_folder import DropFolder, open_drop
from claimlight.ui.cards import LessonCard
from claimlight.ui.roster_card import RosterCard
from claimlight.ui.stick_bar import StickBar
from robot_hands import wait_until
from robots import Student

STORM = (
    ("up to 900 homes", "unverified-figure"),
    ("about 50 boats", "claim"),
    ("people stood in their doorways", "claim"),
)
CANTEEN = (
    ("half of us throw part of our lunch away every day", "claim"),
    ("two of her cooks left last year", "claim"),
    ("The line is slow because there is only one checkout", "claim"),
)
"""Three marks each, for two of the lessons that come along."""


class Account(Student):
    """A computer that several students share: whoever is next says so."""

    def joins(self, stick: Path, name: str) -> None:
        """The class on the stick is taken in by one click, and a name chosen by keys."""
        self.puts_in(stick)
        self.clicks(next(each for each in self.all(QAbstractButton) if each.text().startswith("Join class")))
        self.is_on_the_list_as(name)

    def is_on_the_list_as(self, name: str) -> None:
        """Choose the name by keys, once the list of the class is there."""
        wait_until(lambda: self.all(RosterCard), "the list of names")
        (card,) = self.all(RosterCard)
        if card.field.isVisible():
            self.types(name)
        else:
            while str(card.names.currentIndex().data()) != name:
                self.presses("Down")
        self.presses("Return")
        self.waits_for_a_look()

    def works(self, marks: dict[str, tuple[tuple[str, str], ...]]) -> None:
        """Do these lessons, from the shelf to the shelf."""
        for title, phrases in marks.items():
            self.goes_into(title)
            self.finishes(phrases)
            self.presses("Ctrl+W")

    def goes_into(self, title: str) -> None:
        """Open the lesson of the class, which has a mode of its own, by its card."""
        self.clicks(next(card for card in self.all(LessonCard) if card.card.title == title))
        for words in ("Start reading", "Skip the tour"):
            if self.can_press(words):
                self.clicks(words)

    def hands_in(self, words: str) -> None:
        self.clicks(words)
        wait_until(lambda: "Copying" not in self.bar_says(), "an end of the copying")
        self.waits_for_a_look()

    def bar_says(self) -> str:
        return next((bar.accessibleName() for bar in self.all(StickBar)), "")

    def statuses(self) -> list[str]:
        return [card.card.status for card in self.all(LessonCard) if card.card.status]

    @property
    def drop(self) -> DropFolder:
        return open_drop(self.sticks[0])
