"""The student's desk: which page of the window is open, and how one leads to the next.

Each page is loaded when it is first shown, so that a start waits only for the page that it leads to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from claimlight.core.errors import ClaimlightError
from claimlight.core.identity import new_id
from claimlight.session.study import Study
from claimlight.store.data_folder import DataFolder
from claimlight.store.settings_file import SettingsFile
from claimlight.ui.home import card_of, first_lessons, more_lessons
from claimlight.ui.languages import Languages
from claimlight.ui.menus import Menus
from claimlight.ui.open_lesson import OpenLesson
from claimlight.ui.own_work import OwnWork
from claimlight.ui.reach import Reach
from claimlight.ui.recent_files import RecentFiles
from claimlight.ui.wardrobe import Wardrobe
from claimlight.ui.window import KEY_FILES, TRAVELLING, Window
from claimlight.wording import _, ngettext
from claimlight.wording.errors import say
from claimlight.work.shelf import ShelfEntry

if TYPE_CHECKING:
    from claimlight.ui.hand_in import HandIn
    from claimlight.ui.key_card import KeyCard
    from claimlight.ui.leave_class import LeaveClass
    from claimlight.ui.people import Name
    from claimlight.ui.reading_room import ReadingRoom
    from claimlight.ui.shelf import Shelf
    from claimlight.ui.shelf_card import ShelfCard
    from claimlight.ui.teacher.desk import TeacherDesk


LISTED = "listed:"
"""Begins the id of somebody who is on the list of a class and has not worked here."""


class StudentDesk(QObject):
    """Fills a window for the people who read and mark."""

    def __init__(
        self, window: Window, study: Study, settings: SettingsFile, scheme: Qt.ColorScheme, folder: DataFolder
    ) -> None:
        super().__init__(window)
        self._window = window
        self._study = study
        self._settings = settings
        self._folder = folder
        self._keys: KeyCard | None = None
        self.teacher: TeacherDesk | None = None
        """There from the first *I teach* on."""
        self._waiting: Path | None = None
        window.fit_out()
        self.menus = Menus(window, settings.recent_files())
        self._recent = RecentFiles(window, self.menus, settings)
        self.wardrobe = Wardrobe(window, study, settings, scheme)
        self.languages = Languages(study, settings, lambda: not self.wardrobe.for_nobody, self)
        self.reach = Reach(window, study, somebody=lambda: not self.wardrobe.for_nobody)
        self.lesson = OpenLesson(window, study, self.menus)
        self._hand_in: HandIn | None = None
        self._own_work = OwnWork(window, study, self.lesson, lambda: self.wardrobe.for_nobody)
        self._connect()

    @property
    def room(self) -> ReadingRoom | None:
        """The reading room, while a lesson is open."""
        return self.lesson.room

    # Pages

    def begin(self, path: Path | None = None) -> None:
        """Where a start leads: a lesson that was asked for, *Who is working?*, the first minute or the shelf."""
        self.wardrobe.wear_settings()
        self.languages.wear_settings()
        self.reach.wear_settings()
        if self._study.asks_who:
            self.show_people()
            if path is not None:
                self.open_file(path)
        else:
            self._open_or_show_home(path)

    def _open_or_show_home(self, path: Path | None) -> None:
        if path is None or not self.open_file(path):
            self.show_home()

    def entries(self) -> tuple[ShelfEntry, ...]:
        """What stands on the shelf of the person at work."""
        return self._study.entries()

    def show_home(self) -> None:
        """The shelf, or the first window for somebody who has not begun anything."""
        entries = self._study.entries()
        if any(entry.progress is not None for entry in entries) or not entries:
            self._show_shelf(entries)
        else:
            self._show_first_minute(entries)
        self._tell_of_broken()

    def show_shelf(self) -> None:
        self._show_shelf(self._study.entries())
        self._tell_of_broken()

    def _show_first_minute(self, entries: tuple[ShelfEntry, ...]) -> None:
        from claimlight.ui.first_minute import FirstMinute
        from claimlight.ui.person_button import PersonButton

        shown = first_lessons(entries) or entries[:3]
        more = more_lessons(entries, shown)
        now = self._study.clock()
        commands = self._window.commands
        cards = [card_of(entry, now) for entry in shown]
        look = self._window.look
        person = PersonButton(commands["next-person"], look, show_name=True) if self._study.asks_who else None
        if person is not None:
            person.set_person(self._study.person.name)
        page = FirstMinute(cards, look, commands["open"], commands["teach"], more=more, person=person)
        page.chosen.connect(self.open_key)
        page.more_wanted.connect(self.show_shelf)
        self._window.show_page(page)
        page.focus_cards()

    def _show_shelf(self, entries: tuple[ShelfEntry, ...]) -> None:
        from claimlight.ui.shelf import Shelf

        commands = self._window.commands
        page = Shelf(
            self._window.look, commands["open"], commands["next-person"], commands["progress"], commands["teach"]
        )
        page.set_person(self._study.person.name)
        now = self._study.clock()
        page.set_cards([*self._cards(entries, now), *self._own_cards(now)])
        page.opened.connect(self.open_key)
        self._offer_review(page)
        self._window.show_page(page)
        page.focus_cards()

    def _cards(self, entries: tuple[ShelfEntry, ...], now: datetime) -> Iterator[ShelfCard]:
        """The cards; of what is for a class here, with how far it has come on its way to the teacher."""
        standings = self._study.standings()
        for entry in entries:
            standing = standings.get(entry.progress.attempt.id) if entry.progress is not None else None
            if standing is None:
                yield card_of(entry, now)
            else:
                from claimlight.ui.handed_cards import told

                yield told(card_of(entry, now), standing)

    def _offer_review(self, page: Shelf) -> None:
        passages = self.lesson.review.waiting()
        if passages:
            from claimlight.ui.review_banner import ReviewBanner

            banner = ReviewBanner(passages, self._window.look)
            banner.wanted.connect(self.lesson.review.begin)
            page.show_review(banner)

    def _begin_anew(self) -> None:
        """Somebody's work is gone: whose turn is it? Nobody is shown another's shelf unasked."""
        if self._study.known_people():
            self.show_people()
        else:
            self.wardrobe.wear_settings()
            self.show_home()

    def show_people(self) -> None:
        """*Who is working?*"""
        from claimlight.ui.people import People

        self.wardrobe.for_nobody = True
        names = [self._name(person.id, person.name) for person in self._study.known_people()]
        page = People(names, self._names_of_classes(), self._window.look)
        page.chosen.connect(self._work_as)
        page.named.connect(self._work_as_named)
        self._window.show_page(page, _("Who is working?"))
        page.field.setFocus()

    def _names_of_classes(self) -> list[tuple[str, list[Name]]]:
        """The lists of the classes here, without who has worked here before."""
        from claimlight.ui.people import Name

        known = {person.name for person in self._study.known_people()}
        return [
            (one.name, [Name(f"{LISTED}{name}", name) for name in one.roster if name not in known])
            for one in self._study.classes()
            if one.roster
        ]

    # Handing in

    def hand_in(self) -> HandIn:
        """Loaded when there may be something to hand in: after the window is usable."""
        if self._hand_in is None:
            from claimlight.ui.hand_in import HandIn

            self._hand_in = HandIn(self._window, self._study, self._settings, lambda: self.wardrobe.for_nobody)
            self._hand_in.gone_on.connect(self._show_shelf_again)
            self._hand_in.home_wanted.connect(self._become_who_is_here)
            self._hand_in.people_wanted.connect(self.show_people)
            self._hand_in.released.connect(self.lesson.show_what_came)
            self._hand_in.marks_opened.connect(self.lesson.show_marked)
        return self._hand_in

    def _leave_class(self) -> None:
        """*Remove a class's work*: asks whoever is at work, and then the shelf is another."""
        if self.wardrobe.for_nobody:
            self._window.tell(_("Say first who is working."))
        else:
            self._leaving_class().ask()

    def _leaving_class(self) -> LeaveClass:
        from claimlight.ui.leave_class import LeaveClass

        asking = LeaveClass(self._window, self._study, self._settings)
        asking.gone.connect(self.lesson.leave)
        asking.gone.connect(self.show_home)
        return asking

    def look_for_sticks(self) -> None:
        """From now on, unless nothing could be kept of it."""
        if not self._folder.read_only:
            self.hand_in().begin()
            if self._study.knows_class:
                self._leaving_class().offer_once()

    def _show_shelf_again(self) -> None:
        """The shelf as it is now: a card with news in sight, else at the same place. The bar's keyboard stays there."""
        page, held = self._window.pages.currentWidget(), self._window.focusWidget()
        if type(page).__name__ == "FirstMinute":
            self.show_home()
        elif type(page).__name__ == "Shelf":
            before, place = cast("Shelf", page).said, cast("Shelf", page).place
            self.show_shelf()
            shelf = cast("Shelf", self._window.pages.currentWidget())
            if not shelf.focus_news(before):
                shelf.go_to(place)
        if held is not None and self.hand_in().bar.isAncestorOf(held):
            held.setFocus()

    def _become_who_is_here(self) -> None:
        """A card asked for a name, and was answered or left."""
        self._become(lambda: None)

    def open_key(self, key: str) -> None:
        """Open a lesson of the shelf; a hard one says first what it is about."""
        if key.startswith("own:"):
            self._window.hush()
            self.lesson.leave()
            self._teachers_desk().open(key.removeprefix("own:"))
            return
        self.lesson.open(lambda: self._study.lesson(key), key)

    def open_file(self, path: Path) -> bool:
        """Open a lesson from outside the shelf; while nobody has said who is working, it waits for that.

        False where nothing came of it, which has been told.
        """
        if path.suffix.casefold() in TRAVELLING:
            return self.hand_in().opens(path)
        if path.suffix.casefold() in KEY_FILES:
            from claimlight.ui.key_files import about_key

            self._window.tell(about_key(path))
            return False
        if self.wardrobe.for_nobody:
            self._waiting = path
            self._window.tell(_("Say first who is working, then “{file}” opens.").format(file=path.name))
            return False
        if self.teacher is not None and self.teacher.takes(path):
            self.teacher.begin_with_file(path)
            return True
        opened = self.lesson.open(lambda: self._study.lesson_of_file(path), str(path))
        if opened:
            self._recent.add(path)
        return opened

    def close_page(self) -> None:
        """Back to the shelf, from a lesson or from *My progress*; at the teacher's desk one step back."""
        self._window.hush()
        if self.teacher is not None and self.teacher.back():
            return
        self.lesson.leave()
        self.show_shelf()

    def next_person(self) -> None:
        """Close everything that is open and ask who comes now."""
        self._window.hush()
        self.lesson.leave()
        self.show_people()

    def teach(self) -> None:
        """*I teach*: the lessons of one's own."""
        self._window.hush()
        self.lesson.leave()
        self._teachers_desk().show_lessons()

    def _teachers_desk(self) -> TeacherDesk:
        if self.teacher is None:
            from claimlight.session.teaching import Teaching
            from claimlight.ui.teacher.desk import TeacherDesk

            teaching = Teaching(self._folder, new_id, self._study.clock)
            self.teacher = TeacherDesk(self._window, teaching, self.menus, self._shipped)
            self.teacher.shelf_wanted.connect(self._leave_teaching)
            self.teacher.look_wanted.connect(self._open_text_menu)
            self.lesson.making_way.connect(self.teacher.leave)
        return self.teacher

    def _own_cards(self, now: datetime) -> list[ShelfCard]:
        """The lessons that were made here; where nobody teaches, nothing of theirs is loaded."""
        if not (self._folder.path / "classbook.db").exists():
            return []
        return self._teachers_desk().own_cards(now)

    def _shipped(self) -> list[tuple[str, Path]]:
        found = ((entry.lesson.title, Path(entry.key)) for entry in self._study.entries())
        return [(title, folder) for title, folder in found if folder.is_dir()]

    def _take_copy(self, file: str) -> None:
        self._teachers_desk().begin_with_copy(Path(file))

    def _leave_teaching(self) -> None:
        self._window.hush()
        self.lesson.leave()
        self.show_home()

    def leave(self) -> None:
        """The window closes: nothing is to be saved but the place on the page and the window's own."""
        from claimlight.session.beside import Beside

        for owner in (self._window, self._study):
            for job in owner.findChildren(Beside):
                job.leave()
        self.lesson.leave()
        if self.teacher is not None:
            self.teacher.close()
        try:
            self._settings.put("window", "geometry", self._window.remembered())
        except ClaimlightError as error:
            # Where windows stand is no work that could be lost; the log has it.
            self._window.announce(say(error))

    # People

    def _work_as(self, id: str) -> None:
        if id.startswith(LISTED):
            self._work_as_named(id.removeprefix(LISTED))
            return
        self._become(lambda: self._study.work_as(id))

    def _work_as_named(self, name: str) -> None:
        self._become(lambda: self._study.work_as_named(name))

    def _become(self, change: Callable[[], None]) -> None:
        try:
            change()
        except ClaimlightError as error:
            self._window.tell_error(error)
            return
        self._window.hush()
        self.wardrobe.for_nobody = False
        waiting, self._waiting = self._waiting, None
        self.wardrobe.wear_settings()
        self.languages.wear_settings()
        self.reach.wear_settings()
        self._open_or_show_home(waiting)

    def _name(self, id: str, name: str) -> Name:
        from claimlight.ui.people import Name

        begun, done = self._study.counts(id)
        parts = []
        if begun:
            parts.append(ngettext("{n} lesson begun", "{n} lessons begun", begun).format(n=begun))
        if done:
            parts.append(ngettext("{n} finished", "{n} finished", done).format(n=done))
        return Name(id, name or _("No name yet"), ", ".join(parts))

    # Commands and menus

    def _connect(self) -> None:
        commands, window = self._window.commands, self._window
        for id, slot in (
            ("shelf", self.close_page),
            ("progress", self._own_work.show_progress),
            ("next-person", self.next_person),
            ("teach", self.teach),
            ("remove-work", self._own_work.ask_to_remove),
            ("hand-in", lambda: self.hand_in().choose_folder()),
            ("leave-class", self._leave_class),
            ("quit", window.close),
            ("larger", lambda: self.wardrobe.resize_text(1)),
            ("smaller", lambda: self.wardrobe.resize_text(-1)),
            ("usual-size", self.wardrobe.take_usual_size),
            ("keys", self._show_keys),
            ("about", self._about),
            ("guide", lambda: self._show_document("STUDENTS.md")),
            ("teachers-guide", lambda: self._show_document("TEACHERS.md")),
        ):
            commands[id].triggered.connect(slot)
        window.answer_drops(self.open_file)
        window.answer_close(self.leave)
        self._recent.chosen.connect(self.open_file)
        self.menus.theme_chosen.connect(self.wardrobe.change_theme)
        self.menus.language_chosen.connect(self._change_language)
        self.languages.changed.connect(self._speak_anew)
        self.menus.show_language(self.languages.chosen)
        self.lesson.shelf_wanted.connect(self.close_page)
        self._own_work.shelf_wanted.connect(self.close_page)
        self._own_work.gone.connect(self._begin_anew)
        self._own_work.kept.connect(self.show_home)
        self.lesson.declined.connect(self.show_home)
        self.lesson.copy_wanted.connect(self._take_copy)
        self.lesson.look_wanted.connect(self._open_text_menu)
        self.lesson.review.shelf_wanted.connect(self.close_page)
        self.lesson.review.look_wanted.connect(self._open_text_menu)

    # Languages

    def _change_language(self, id: str) -> None:
        """Speak another language, on the page that is open."""
        before = self.languages.chosen
        unkept = self.languages.choose(id)
        self.menus.show_language(id)
        if id != before:
            self._show_page_anew()
        if unkept:
            self._window.tell(unkept, warns=True)

    def _show_page_anew(self) -> None:
        """A lesson with its place; from a review back to the shelf, for it begins again in a minute."""
        page = self._window.pages.currentWidget()
        if self.room is not None:
            self.lesson.show_again()
        elif self.wardrobe.for_nobody:
            self.show_people()
        elif type(page).__name__ == "ProgressPage":
            self._own_work.show_progress()
        else:
            self.lesson.leave()
            self.show_home()

    def _speak_anew(self) -> None:
        self._window.speak_anew()
        self.menus.speak_anew(self._settings.recent_files())
        if self._hand_in is not None:
            self._hand_in.speak_anew()
        self.menus.show_language(self.languages.chosen)

    def _open_text_menu(self, button: QWidget) -> None:
        language = self.room.session.article.language if self.room is not None else "en"
        self.wardrobe.open_text_menu(button, language)

    def _show_keys(self) -> None:
        from claimlight.ui.key_card import KeyCard
        from claimlight.ui.keys import key_sections, notes_on_keys

        if self._keys is not None:
            self._keys.deleteLater()
        before = self._window.focusWidget()
        labels = self.room.session.labels if self.room is not None else self.lesson.review.labels
        proposals: tuple[str, ...] = ()
        if self.teacher is not None and self.teacher.on_desk and self.teacher.room is not None:
            labels, proposals = self.teacher.room.on_key_card()
        self._keys = KeyCard(
            key_sections(self._window.commands, labels, proposals),
            self._window.look,
            self._window,
            notes=notes_on_keys(),
            closing=self._window.commands["keys"].shortcuts(),
        )
        self._keys.keys_wanted.connect(self.reach.change_keys)
        if before is not None:
            self._keys.closed.connect(before.setFocus)
        self._keys.open()

    def _about(self) -> None:
        from claimlight.files.licences import parts, text_of
        from claimlight.files.places import licences
        from claimlight.ui.about import AboutPage
        from claimlight.ui.about_words import sections

        before = self._window.focusWidget()
        said, folder = sections(self._folder.path, licences()), licences()
        listed = parts(folder)
        page = AboutPage(said, listed, self._window.look, self._window, lambda part: text_of(part, folder))
        page.closed.connect(page.deleteLater)
        if before is not None:
            page.closed.connect(before.setFocus)
        page.document_wanted.connect(self._show_document)
        page.open()

    def _show_document(self, name: str) -> None:
        from claimlight.ui.document_page import show_document

        self.lesson.leave()
        if self.teacher is not None:
            self.teacher.leave()
        self._window.commands["shelf"].setEnabled(True)
        show_document(self._window, name, self.close_page)

    # Helpers

    def _tell_of_broken(self) -> None:
        broken = self._study.broken
        if broken:
            details = "\n".join(f"{one.key}: {one.error}" for one in broken)
            first, reason = broken[0], say(broken[0].error)
            named = _("The lesson “{lesson}” cannot be shown. {reason}").format(lesson=first.name, reason=reason)
            self._window.tell(named if first.name else reason, details=details, warns=True)
