"""Handing in, in the window: the bar over the page, the folder that is chosen by hand, and what came back."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTime, Signal

from claimlight.core.errors import ClaimlightError
from claimlight.session.study import Study
from claimlight.session.travelling import Delivered, Offer
from claimlight.store.settings_file import SettingsFile
from claimlight.ui.stick_bar import StickBar
from claimlight.ui.window import Window
from claimlight.wording import _
from claimlight.wording import handing_in as words
from claimlight.wording.errors import say

if TYPE_CHECKING:
    from claimlight.handin.class_file import ClassFile
    from claimlight.session.stick_watch import Seen
    from claimlight.work.coming_back import TakenIn

_PAGES = {"Shelf", "FirstMinute", "ReadingRoom", "People"}
"""Where the bar stands; elsewhere nobody is at their own work."""
_FOLDER = ("hand in", "folder")


class _Says(Enum):
    """What the bar is about."""

    NOTHING = 0
    OFFER = 1
    COPYING = 2
    DELIVERED = 3
    FAILURE = 4


class HandIn(QObject):
    """At most two gestures: the button, and a name where somebody has given none."""

    gone_on = Signal()
    """Something was handed in or came back, or somebody has a name now: the shelf is another."""
    home_wanted = Signal()
    """A card was answered: the page it stood in for is wanted again."""
    released = Signal()
    """Answers or marks came back: a page that waits for them may show them."""
    marks_opened = Signal(object)
    """Marks of somebody who never worked here, by their words (Feedback)."""
    people_wanted = Signal()
    """A class was taken in while it is asked who is working."""

    def __init__(self, window: Window, study: Study, settings: SettingsFile, for_nobody: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._study = study
        self._settings = settings
        self._for_nobody = for_nobody
        self._says = _Says.NOTHING
        self._offer: Offer | None = None
        self._announced: Path | None = None
        self._put_away: Path | None = None
        self.travelling = study.travelling(window.drives)
        self.bar = StickBar(window.look)
        window.put_over_page(self.bar)
        window.installEventFilter(self)
        self._connect()

    def begin(self) -> None:
        """Look for folders from now on, as long as the window has the keyboard."""
        folder = self._settings.get(*_FOLDER)
        self.travelling.watch.watch_folder(Path(folder) if folder else None)
        if self._window.isActiveWindow():
            self.travelling.watch.go_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.ActivationChange:
            if self._window.isActiveWindow():
                self.travelling.watch.go_on()
            else:
                self.travelling.watch.pause()
        return False

    def _connect(self) -> None:
        travelling = self.travelling
        self.bar.button.clicked.connect(self.press)
        self.bar.put_away.connect(self._hide)
        self._window.pages.currentChanged.connect(self._hear_page)
        travelling.changed.connect(self.show_offer)
        travelling.went_on.connect(lambda done, count: self.bar.say(words.copying_text(done, count)))
        travelling.handed_in.connect(self._hear_handed_in)
        travelling.taken_in.connect(self._hear_taken_in)
        travelling.joined.connect(self._hear_joined)
        travelling.folder_met.connect(self._remember)
        travelling.failed.connect(self._hear_failed)
        travelling.refused.connect(self._window.tell_error)
        travelling.words_wanted.connect(self._ask_words)

    # The bar

    def show_offer(self) -> None:
        """What is there now, and what can be done with it; while something is copied, the bar says how far that is."""
        if self._says is _Says.COPYING:
            return
        before, self._offer = self._offer, self.travelling.offer(self._study.person)
        offer = self._offer
        gone = before is not None and (offer is None or offer.seen.drop.path != before.seen.drop.path)
        if gone:
            self._put_away = self._announced = None
        if offer is not None and (offer.todo or not offer.known):
            self._say_offer(offer)
        elif self._says is _Says.OFFER or (self._says is _Says.DELIVERED and gone):
            self._says = _Says.NOTHING
        self._fit()

    def speak_anew(self) -> None:
        """Say it in the language that is spoken now; what is over is not said again."""
        self.bar.speak_anew()
        self._says = _Says.NOTHING if self._says is not _Says.COPYING else self._says
        self.show_offer()

    def _hear_page(self) -> None:
        if self._says in (_Says.NOTHING, _Says.OFFER, _Says.DELIVERED):
            self.show_offer()
        self._fit()

    def _say_offer(self, offer: Offer) -> None:
        from claimlight.work.parcels import by_person

        self._says = _Says.OFFER
        here = words.folder_here_text(stick=offer.seen.on_drive)
        if offer.todo:
            people = by_person(offer.todo)
            who = words.waiting_text({person.name: count for person, count in people.items()})
            self.bar.say(here, who, button=words.hand_in_text(len(people), len(offer.todo)))
        else:
            self.bar.say(here, words.joining_about_text(), button=words.joining_text(offer.to.name))
        if self._announced != offer.seen.drop.path:
            self._announced = offer.seen.drop.path
            self._window.announce(f"{here}. {self.bar.button.text()}")

    def _fit(self) -> None:
        here = type(self._window.pages.currentWidget()).__name__ in _PAGES
        away = self._offer is not None and self._offer.seen.drop.path == self._put_away
        self.bar.setVisible(here and not away and self._says is not _Says.NOTHING)

    def _hide(self) -> None:
        """Put the bar away until another folder comes."""
        if self._says is _Says.COPYING:
            return
        self._put_away = self._offer.seen.drop.path if self._offer is not None else None
        self._says = _Says.NOTHING
        self._fit()

    # Handing in

    def press(self) -> None:
        """The one button."""
        offer = self._offer
        if offer is None or self._says is _Says.COPYING:
            return
        if not offer.todo:
            from claimlight.handin.marker import MARKER

            self.travelling.take_class_file(offer.seen.drop.path / MARKER)
        elif any(not each.person.name for each in offer.todo):
            from claimlight.ui.asking_name import ask_name_to_hand_in

            ask_name_to_hand_in(self._window, self._study, offer.to, self.bar.button, self._go_on_named)
        elif self.travelling.hand_in(offer):
            self._says = _Says.COPYING
            self.bar.say(words.copying_text(0, len(offer.todo)))
            self._fit()

    def choose_folder(self) -> None:
        """*Hand in…*: to a folder that somebody names; it is remembered."""
        chosen = self._window.ask_for_folder(self._window, self._settings.get(*_FOLDER))
        if chosen is not None:
            self.travelling.use_folder(chosen, self._use)

    def _use(self, seen: Seen) -> None:
        self._remember(seen)
        self._put_away = None
        self._offer = self.travelling.offer_of(seen, self._study.person)
        if self._offer is None or self._offer.todo or not self._offer.known:
            self.press()
        else:
            self._window.tell(words.nothing_waits_text())
            self.travelling.look_back(seen)

    def _remember(self, seen: Seen) -> None:
        try:
            self._settings.put(*_FOLDER, str(seen.drop.path))
        except ClaimlightError as error:
            self._window.tell_error(error)

    def _go_on_named(self) -> None:
        """Whoever had no name has one now, or has said that they are not on the list."""
        self.home_wanted.emit()
        self.show_offer()
        if self._offer is None or any(not each.person.name for each in self._offer.todo):
            if self._offer is not None:
                from claimlight.ui.asking_name import ask_name_beside

                ask_name_beside(self._window, self._study, self.bar.button, self._go_on_named)
            return
        self.press()

    def _hear_handed_in(self, delivered: Delivered) -> None:
        people = len({each.person.id for each in delivered.todo})
        sentence = words.delivered_text(stick=delivered.seen.on_drive)
        time = QTime.currentTime().toString("HH:mm")
        self._says = _Says.DELIVERED
        self.bar.say(
            sentence,
            words.not_opened_yet_text(),
            end=words.delivered_about_text(people, len(delivered.todo), time),
        )
        self._fit()
        self._window.announce(f"{sentence} {words.not_opened_yet_text()}")
        self.gone_on.emit()

    def _hear_failed(self, error: ClaimlightError) -> None:
        """The sentence says that the work is safe; a folder that comes is offered anew."""
        self._says = _Says.FAILURE
        self.bar.say(say(error), button=_("Try again"))
        self._fit()
        self._window.announce(say(error))
        self._offer = self.travelling.offer(self._study.person) or self._offer
        self.gone_on.emit()

    # Coming back

    def _hear_taken_in(self, taken: TakenIn) -> None:
        said = [words.came_back_text(taken.arrived, taken.marks, taken.answers)]
        if taken.lessons:
            said.insert(0, words.new_lessons_text(taken.lessons))
        said += [say(error) for error in taken.refused[:2]]
        details = "\n".join(str(error) for error in taken.refused)
        self.gone_on.emit()
        if taken.answers or taken.marks:
            self.released.emit()
        sentence = " ".join(filter(None, said)) or words.nothing_new_text()
        self._window.tell(sentence, details=details, warns=bool(taken.refused))

    # Files that somebody opens

    def opens(self, path: Path) -> bool:
        """Take a file of a class, whatever page is open; False for any other file."""
        from claimlight.work.travel_files import Travels, kind_of

        kind = kind_of(path)
        if kind is Travels.CLASS:
            self.travelling.take_class_file(path)
        elif kind is not None:
            self.travelling.take_file(path)
        return kind is not None

    def _ask_words(self, name: str, raw: bytes) -> None:
        from claimlight.ui.marks_shown import MarksByWords

        asking = MarksByWords(self._window)
        asking.opened.connect(self.marks_opened)
        asking.ask(name, raw)

    def _hear_joined(self, to: ClassFile, new: bool | None) -> None:
        sentence = words.in_class_text(to.name, new=new)
        if self._for_nobody():
            self.people_wanted.emit()
        elif to.roster and self._study.person.name not in to.roster:
            from claimlight.ui.asking_name import ask_roster

            ask_roster(self._window, self._study, to, sentence, self.home_wanted.emit)
            self._window.announce(sentence)
            return
        self.gone_on.emit()
        self._window.tell(sentence)
