"""What goes to a class and comes from it: collected, put on a stick, given back. One button leads to each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from claimlight.core.errors import ClaimlightError
from claimlight.session.class_errands import Aside, ClassErrands
from claimlight.session.teaching import Teaching
from claimlight.ui.window import Window
from claimlight.wording import _, ngettext
from claimlight.wording.class_table import collected_text
from claimlight.wording.errors import say

if TYPE_CHECKING:
    from claimlight.handin.drop_folder import DropFolder
    from claimlight.ui.teacher.class_page import ClassPage
    from claimlight.ui.teacher.place_page import PlacePage
    from claimlight.work.class_folder import Prepared
    from claimlight.work.collect import Collected

AskForFolder = Callable[[QWidget], Path | None]


def ask_for_folder(parent: QWidget) -> Path | None:
    """Ask for a folder with the system's own dialog."""
    name = QFileDialog.getExistingDirectory(parent, _("Choose a folder"))
    return Path(name) if name else None


class ClassTravel(QObject):
    """The page of the class says how it goes; where it is not open, the window does at the end."""

    page_made = Signal(object, str)
    """A page that asks for a place, and the class it belongs to."""
    class_wanted = Signal(str)
    aside_wanted = Signal(str)
    changed = Signal(str)
    """What is known of this class has changed."""

    def __init__(self, window: Window, teaching: Teaching, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._teaching = teaching
        self.errands = ClassErrands(teaching, self)
        self.errands.progressed.connect(self._tell_progress)
        self.ask_for_folder: AskForFolder = ask_for_folder
        self.aside: dict[str, Aside] = {}
        """By class, what was set aside, as it is to be shown."""
        self._page: ClassPage | None = None
        self._class_id = ""
        self._press: Callable[[], object] = lambda: None
        """What the button of the card does."""
        self._title = ""
        self._words = ""

    def attach(self, page: ClassPage) -> None:
        """The page of a class is open now; while something is done for it, it says so."""
        self._page = page
        page.job.stopped.connect(self.errands.stop)
        page.job.button_pressed.connect(lambda: self._press())
        page.destroyed.connect(lambda: self._let_go_of(page))
        if self.errands.working and page.class_id == self._class_id and self._title:
            page.job.begin(self._title)
        elif not self.errands.working:
            self._offer_again(page)

    def _offer_again(self, page: ClassPage) -> None:
        """Students who have their marks should have what was changed since, too."""
        changed = page.table.changed
        if not changed:
            return
        words = ngettext(
            "{n} mark has changed since you gave it back.", "{n} marks have changed since you gave them back.", changed
        )
        self._press = partial(self.give_back, page.class_id)
        page.job.end(words.format(n=changed), button=_("Give back what has changed"))

    # Collect

    def collect(self, class_id: str) -> None:
        """From the class's own folder, where it can be reached; else it is asked for."""

        def found(drop: DropFolder | None) -> None:
            if drop is not None:
                self.collect_from(class_id, (drop.path,))
            else:
                self.ask_where_to_collect(class_id)

        self.errands.find(class_id, found, self._window.tell_error)

    def ask_where_to_collect(self, class_id: str) -> None:
        title, words = _("Where is the work?"), _("The stick or the folder that your students handed in to.")
        self._ask_place(class_id, title, words, lambda place: self.collect_from(class_id, (place,)))

    def collect_from(self, class_id: str, sources: Sequence[Path]) -> None:
        """`sources` are folders and single files."""
        self._begin(class_id, _("Collecting"), _("{n} of {all} looked at"))
        self.errands.collect(class_id, sources, lambda came: self._tell_collected(class_id, came), self._fail)

    def _tell_collected(self, class_id: str, came: Collected) -> None:
        self.aside[class_id] = tuple((name, say(error)) for name, error in came.aside)
        words = collected_text(came.new, came.known, came.others, len(came.aside), came.openly)
        if came.cancelled:
            words = _("Stopped. {words}").format(words=words)
        reason = say(came.aside[0][1]) if came.aside else ""
        button = _("See what was set aside") if came.aside else ""
        self._press = partial(self.aside_wanted.emit, class_id)
        self.changed.emit(class_id)
        self._end(class_id, words, reason, button)

    def see_aside(self, class_id: str) -> None:
        """What was ever set aside, as it lies in the class's folder with its reason; and what this collecting said."""

        def found(there: Aside | None) -> None:
            if there is None:
                words = _("The class’s folder cannot be reached now. What was set aside lies in it, with the reason.")
                self._window.tell(words)
                return
            names = {name for name, _reason in there}
            only_said = (each for each in self.aside.get(class_id, ()) if each[0] not in names)
            self.aside[class_id] = (*there, *only_said)
            if self.aside[class_id]:
                self.aside_wanted.emit(class_id)
            else:
                self._window.tell(_("Nothing was set aside."))

        self.errands.aside(class_id, found, self._window.tell_error)

    # Prepare a stick

    def prepare(self, class_id: str) -> None:
        title = _("Which stick?")
        words = _("A folder for the class is made on it, with the class file and the lessons that are set.")
        self._ask_place(class_id, title, words, lambda place: self._prepare(class_id, place, self._tell_prepared))

    def _prepare(self, class_id: str, place: Path, then: Callable[[str, Prepared], object]) -> None:
        self._begin(class_id, _("Preparing the stick"), "")
        self.errands.prepare(class_id, place, lambda prepared: then(class_id, prepared), self._fail)

    def _tell_prepared(self, class_id: str, prepared: Prepared) -> None:
        words = ngettext(
            "Ready: the class and {n} lesson are on it.",
            "Ready: the class and {n} lessons are on it.",
            prepared.lessons,
        ).format(n=prepared.lessons)
        from claimlight.handin.marker import MARKER
        from claimlight.session.stick_watch import drives

        folder = prepared.drop.path
        if folder.parent in set((self._window.drives or drives)()):
            how = _("Students’ computers find “{folder}” by themselves.")
        else:
            how = _(
                "On each computer, a student opens “{file}” in “{folder}” once. From then on the folder is found by "
                "itself."
            )
        self._end(class_id, words, how.format(folder=folder, file=MARKER))

    # Give back, let the answers go

    def give_back(self, class_id: str, lesson: str | None = None, *, again: bool = False) -> None:
        """What was not given back yet, or has changed since, or, `again`, all: of the class, or of one lesson."""

        def given(count: int) -> None:
            self._tell_given_back(class_id, count, lambda: self.give_back(class_id, lesson, again=True))

        def give(drop: DropFolder) -> None:
            self._begin(class_id, _("Giving back"), _("{n} of {all} written"))
            self.errands.give_back(class_id, drop, lesson, only_due=not again, done=given, failed=self._fail)

        self._with_folder(class_id, _("Where shall the marks go?"), give)

    def _tell_given_back(self, class_id: str, count: int, again: Callable[[], object]) -> None:
        words = ngettext("{n} is given back.", "{n} are given back.", count).format(n=count)
        about = _("The marks are in the class’s folder. Each computer takes only its own people’s.")
        self.changed.emit(class_id)
        if count:
            self._end(class_id, words, about)
        else:
            self._press = again
            self._end(class_id, _("Everything was given back already."), button=_("Give all back again"))

    def let_go(self, class_id: str, lesson: str) -> None:
        """Let the class see the answers to a homework."""
        from claimlight.work.class_folder import let_go_in_class

        def go(drop: DropFolder) -> None:
            try:
                let_go_in_class(self._teaching.classbook, class_id, lesson, drop)
            except ClaimlightError as error:
                self._window.tell_error(error)
                return
            self.class_wanted.emit(class_id)
            self._end(class_id, _("They may see the answers."), _("What opens them is in the class’s folder."))

        self._with_folder(class_id, _("Where shall the answers go?"), go)

    # Helpers

    def _with_folder(self, class_id: str, title: str, then: Callable[[DropFolder], object]) -> None:
        """The class's folder, where it can be reached; else one is asked for and prepared."""

        def found(drop: DropFolder | None) -> None:
            if drop is not None:
                then(drop)
            else:
                words = _("The stick or the folder that your students hand in to.")
                self._ask_place(
                    class_id,
                    title,
                    words,
                    lambda place: self._prepare(class_id, place, lambda _id, prepared: then(prepared.drop)),
                )

        self.errands.find(class_id, found, self._window.tell_error)

    def _ask_place(self, class_id: str, title: str, words: str, then: Callable[[Path], object]) -> None:
        from claimlight.ui.teacher.place_page import PlacePage, drives_here

        page = PlacePage(title, words, drives_here(), self._window.look)

        def go(place: Path) -> None:
            self.class_wanted.emit(class_id)
            then(place)

        page.chosen.connect(lambda path: go(Path(path)))
        page.folder_wanted.connect(lambda: self._choose_folder(page, go))
        self.page_made.emit(page, class_id)

    def _choose_folder(self, page: PlacePage, then: Callable[[Path], object]) -> None:
        folder = self.ask_for_folder(page)
        if folder is not None:
            then(folder)

    def _begin(self, class_id: str, title: str, words: str) -> None:
        self._class_id, self._title, self._words = class_id, title, words
        if self._page is not None and self._page.class_id == class_id:
            self._page.job.begin(title)

    def _tell_progress(self, done: int, everything: int) -> None:
        if self._page is not None and self._page.class_id == self._class_id and self._words:
            share = done / everything if everything else 1.0
            self._page.job.progress(self._words.format(n=done, all=everything), share)

    def _end(self, class_id: str, words: str, about: str = "", button: str = "") -> None:
        if self._page is not None and self._page.class_id == class_id:
            self._page.job.end(words, about, button=button)
            self._window.announce(f"{words} {about}".strip())
        else:
            self._window.tell(words)

    def _fail(self, error: ClaimlightError) -> None:
        self.changed.emit(self._class_id)
        self._end(self._class_id, say(error))

    def _let_go_of(self, page: ClassPage) -> None:
        if self._page is page:
            self._page = None
