"""The student's desk: which page of the window is open, and how one leads to the next.

Each page is loaded when it is first shown, so that a start waits only for the page that it leads to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from claimlight.core.errors import ClaimlightError
from claimlight.core.lesson import Lesson
from claimlight.session.study import Study
from claimlight.store.settings_file import SettingsFile
from claimlight.ui.announcing import Announce
from claimlight.ui.faces import Face
from claimlight.ui.home import card_of, first_lessons, more_lessons
from claimlight.ui.look import LINE_SPACINGS, SCALES, Look
from claimlight.ui.menus import Menus
from claimlight.ui.theme import SYSTEM, theme_named
from claimlight.ui.window import Window
from claimlight.wording import _, ngettext
from claimlight.wording.errors import say
from claimlight.work.shelf import ShelfEntry

if TYPE_CHECKING:
    from claimlight.session.reading import ReadingSession
    from claimlight.ui.key_card import KeyCard
    from claimlight.ui.people import Name
    from claimlight.ui.reading_room import ReadingRoom
    from claimlight.ui.text_menu import TextMenu


class StudentDesk(QObject):
    """Fills a window for the people who read and mark."""

    lesson_shown = Signal()
    """A lesson's page is on screen."""

    def __init__(
        self,
        window: Window,
        study: Study,
        settings: SettingsFile,
        announce: Announce,
        scheme: Qt.ColorScheme,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._study = study
        self._settings = settings
        self._announce = announce
        self._scheme = scheme
        self._theme = SYSTEM
        self._text_menu: TextMenu | None = None
        self._keys: KeyCard | None = None
        self._key = ""
        self._lesson: Lesson | None = None
        self._asking = False
        self._waiting: Path | None = None
        self.room: ReadingRoom | None = None
        window.fit_out()
        self.menus = Menus(window, settings.recent_files())
        self._connect()

    # Pages

    def begin(self, path: Path | None = None) -> None:
        """Where a start leads: a lesson that was asked for, *Who is working?*, the first minute or the shelf."""
        self._wear_settings()
        if self._study.asks_who:
            self.show_people()
            if path is not None:
                self.open_file(path)
        else:
            self._open_or_show_home(path)

    def _open_or_show_home(self, path: Path | None) -> None:
        from claimlight.ui.content_note import ContentNote

        if path is not None:
            self.open_file(path)
        if self.room is None and not isinstance(self._window.pages.currentWidget(), ContentNote):
            self.show_home()

    def entries(self) -> tuple[ShelfEntry, ...]:
        """What stands on the shelf of the person at work."""
        return self._study.entries()

    def show_home(self) -> None:
        """The shelf, or the first window for somebody who has not begun anything."""
        from claimlight.ui.first_minute import FirstMinute

        entries = self._study.entries()
        if any(entry.progress is not None for entry in entries) or not entries:
            self.show_shelf()
            return
        shown = first_lessons(entries) or entries[:3]
        more = more_lessons(entries, shown)
        page = FirstMinute(
            [card_of(entry) for entry in shown], self._window.look, self._window.commands["open"], more=more
        )
        page.chosen.connect(self.open_key)
        page.more_wanted.connect(self.show_shelf)
        self._show(page)
        page.focus_cards()
        self._tell_of_broken()

    def show_shelf(self) -> None:
        from claimlight.ui.shelf import Shelf

        commands = self._window.commands
        page = Shelf(self._window.look, commands["open"], commands["next-person"])
        page.set_person(self._study.person.name)
        page.set_cards([card_of(entry) for entry in self._study.entries()])
        page.opened.connect(self.open_key)
        self._show(page)
        page.focus_cards()
        self._tell_of_broken()

    def show_people(self) -> None:
        """*Who is working?*"""
        from claimlight.ui.people import People

        self._asking = True
        names = [self._name(person.id, person.name) for person in self._study.known_people()]
        page = People(names, (), self._window.look)
        page.chosen.connect(self._work_as)
        page.named.connect(self._work_as_named)
        self._show(page, _("Who is working?"))
        page.field.setFocus()

    def open_key(self, key: str) -> None:
        """Open a lesson of the shelf; a hard one says first what it is about."""
        self._open_lesson(lambda: self._study.lesson(key), key)

    def open_file(self, path: Path) -> None:
        """Open a lesson from outside the shelf; while nobody has said who is working, it waits for that."""
        if self._asking:
            self._waiting = path
            self._window.tell(_("Say first who is working, then “{file}” opens.").format(file=path.name))
            return
        self._open_lesson(lambda: self._study.lesson_of_file(path), str(path), path)

    def close_lesson(self) -> None:
        if self.room is not None:
            self._window.hush()
            self._leave_room()
            self.show_shelf()

    def next_person(self) -> None:
        """Close everything that is open and ask who comes now."""
        self._window.hush()
        self._leave_room()
        self.show_people()

    def leave(self) -> None:
        """The window closes: nothing is to be saved but the place on the page and the window's own."""
        self._leave_room()
        self._remember("window", "geometry", self._window.remembered())

    # Opening a lesson

    def _open_lesson(self, bring: Callable[[], Lesson], key: str, path: Path | None = None) -> None:
        """Open a lesson; a hard one says first what it is about, and is not begun before it may be."""
        try:
            lesson = bring()
            hard = bool(lesson.content_note) and not self._study.has_begun(lesson)
        except ClaimlightError as error:
            self._tell_error(error)
            return
        if path is not None:
            self._add_recent(path)
        if hard:
            self._warn_first(lesson, key)
        else:
            self._read(lesson, key)

    def _read(self, lesson: Lesson, key: str) -> None:
        if self._open(lambda: self._study.read(lesson), key):
            self._lesson = lesson
            self._offer_newer()

    def _open(self, begin: Callable[[], ReadingSession], key: str) -> bool:
        """Show the page of what `begin` gives; False, with the page before still there, where it fails."""
        try:
            session = begin()
        except ClaimlightError as error:
            self._tell_error(error)
            return False
        self._window.hush()
        self._key = key
        self._show_room(session)
        return True

    def _warn_first(self, lesson: Lesson, key: str) -> None:
        from claimlight.ui.content_note import ContentNote

        self._window.hush()
        page = ContentNote(lesson.title, lesson.content_note, self._window.look)
        page.accepted.connect(lambda: self._read(lesson, key))
        page.declined.connect(self.show_home)
        self._leave_room()
        self._show(page, lesson.title)
        page.start.setFocus()

    def _show_room(self, session: ReadingSession) -> None:
        from claimlight.ui.reading_room import ReadingRoom

        self._leave_room()
        window = self._window
        window.faces.load_for(session.article.language)
        room = ReadingRoom(session, window.commands, window.look, self._announce, self._study.person.name)
        room.shelf_wanted.connect(self.close_lesson)
        room.look_wanted.connect(self._open_text_menu)
        room.question.connect(window.ask)
        session.failed.connect(self._tell_error)
        self.room = room
        self.menus.set_labels(room.marking.label_actions)
        self._show(room, session.lesson.title)
        window.commands["shelf"].setEnabled(True)
        room.begin()
        self._walk_once(room)
        self.lesson_shown.emit()

    def _walk_once(self, room: ReadingRoom) -> None:
        """The tour, in the first lesson with a worked example, to each person once."""
        session = room.session
        if session.examples and not session.closed and not self._study.setting("tour", ""):
            room.tour_done.connect(self._remember_tour)
            room.show_tour()

    def _remember_tour(self) -> None:
        try:
            self._study.set_setting("tour", "walked")
        except ClaimlightError as error:
            self._tell_error(error)

    def _offer_newer(self) -> None:
        """Where the page is at an older version than the one that was found on the shelf."""
        if self.room is None or self._lesson is None or self.room.session.closed:
            return
        if self._study.newer_version(self.room.session, self._lesson) is None:
            return
        self._window.tell(
            _("There is a newer version of this lesson. Your work stays with the version you began."),
            answers=((_("Start the new version"), self._start_newer), (_("Stay with this one"), lambda: None)),
        )

    def _start_newer(self) -> None:
        self._open(lambda: self._study.open_newest(self._key), self._key)

    def _start_again(self) -> None:
        if self.room is not None:
            session = self.room.session
            if self._open(lambda: self._study.start_again(session), self._key):
                self._offer_newer()

    def _leave_room(self) -> None:
        if self.room is not None:
            self.menus.set_labels(())
            self.room.end()
            self.room = None
            self._window.commands["shelf"].setEnabled(False)

    # People

    def _work_as(self, id: str) -> None:
        self._become(lambda: self._study.work_as(id))

    def _work_as_named(self, name: str) -> None:
        self._become(lambda: self._study.work_as_named(name))

    def _become(self, change: Callable[[], None]) -> None:
        try:
            change()
        except ClaimlightError as error:
            self._tell_error(error)
            return
        self._window.hush()
        self._asking = False
        waiting, self._waiting = self._waiting, None
        self._wear_settings()
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

    # Looks

    def _wear_settings(self) -> None:
        """Put on what the person at work has chosen, or what this computer had last."""
        usual = self._settings.get("look", "theme", SYSTEM)
        study = self._study
        self._theme = study.setting("theme", usual)
        face = study.setting("face", Face.SERIF.value)
        scale, spacing = study.setting("scale", "1.0"), study.setting("spacing", "32")
        look = Look(
            theme=theme_named(self._theme, self._scheme),
            scale=_one_of(scale, SCALES, 1.0),
            face=next((known for known in Face if known.value == face), Face.SERIF),
            spacing=int(_one_of(spacing, LINE_SPACINGS, 32)),
        )
        if look != self._window.look:
            self._wear(look)

    def _wear(self, look: Look) -> None:
        self._window.faces.load(look.face)
        self._window.set_look(look)
        if self._text_menu is not None:
            self._text_menu.set_look(look)

    def change_look(self, look: Look, theme: str = "") -> None:
        """Wear `look` and remember it for the person at work."""
        self._theme = theme or self._theme
        self._wear(look)
        if not self._asking:
            self._keep_look(look)
        self._remember("look", "theme", self._theme)

    def _keep_look(self, look: Look) -> None:
        try:
            for name, value in (
                ("theme", self._theme),
                ("face", look.face.value),
                ("scale", str(look.scale)),
                ("spacing", str(look.spacing)),
            ):
                self._study.set_setting(name, value)
        except ClaimlightError as error:
            self._tell_error(error)

    def _resize_text(self, step: int) -> None:
        look = self._window.look
        at = min(range(len(SCALES)), key=lambda n: abs(SCALES[n] - look.scale))
        self.change_look(replace(look, scale=SCALES[max(0, min(len(SCALES) - 1, at + step))]))

    def _open_text_menu(self, button: QWidget) -> None:
        from claimlight.ui.text_menu import TextMenu

        if self._text_menu is not None:
            self._text_menu.deleteLater()
        language = self.room.session.article.language if self.room is not None else "en"
        self._text_menu = TextMenu(
            self._window.look, self._window, setting=self._theme, language=language, scheme=self._scheme
        )
        self._text_menu.look_changed.connect(self.change_look)
        self._text_menu.open_under(button)

    # Commands and menus

    def _connect(self) -> None:
        commands, window = self._window.commands, self._window
        for id, slot in (
            ("open", self._ask_for_file),
            ("shelf", self.close_lesson),
            ("next-person", self.next_person),
            ("quit", window.close),
            ("again", self._start_again),
            ("larger", lambda: self._resize_text(1)),
            ("smaller", lambda: self._resize_text(-1)),
            ("usual-size", lambda: self.change_look(replace(window.look, scale=1.0))),
            ("keys", self._show_keys),
            ("about", self._about),
        ):
            commands[id].triggered.connect(slot)
        commands["shelf"].setEnabled(False)
        window.answer_drops(self.open_file)
        window.answer_close(self.leave)
        self.menus.recent_chosen.connect(lambda path: self.open_file(Path(path)))
        self.menus.recent_cleared.connect(self._forget_recent)
        self.menus.theme_chosen.connect(
            lambda id: self.change_look(replace(window.look, theme=theme_named(id, self._scheme)), id)
        )

    def _ask_for_file(self) -> None:
        recent = self._settings.recent_files()
        path = self._window.ask_for_file(self._window, str(recent[0].parent) if recent else "")
        if path is not None:
            self.open_file(path)

    def _add_recent(self, path: Path) -> None:
        try:
            self._settings.add_recent_file(path.absolute())
        except ClaimlightError:
            return  # a start without the list of recent files is better than a message about it
        self.menus.set_recent(self._settings.recent_files())

    def _forget_recent(self) -> None:
        try:
            self._settings.forget_recent_files()
        except ClaimlightError as error:
            self._tell_error(error)
        self.menus.set_recent(self._settings.recent_files())

    def _show_keys(self) -> None:
        from claimlight.ui.key_card import KeyCard
        from claimlight.ui.keys import key_sections, notes_on_keys

        if self._keys is not None:
            self._keys.deleteLater()
        before = self._window.focusWidget()
        labels = self.room.session.labels if self.room is not None else ()
        self._keys = KeyCard(
            key_sections(self._window.commands, labels), self._window.look, self._window, notes=notes_on_keys()
        )
        if before is not None:
            self._keys.closed.connect(before.setFocus)
        self._keys.open()

    def _about(self) -> None:
        from claimlight import __version__

        self._window.tell(
            _(
                "Claimlight {version}. Free software under the Apache licence 2.0; made with Qt (LGPL). "
                "It works without the internet."
            ).format(version=__version__)
        )

    # Helpers

    def _show(self, page: QWidget, title: str = "") -> None:
        self._window.show_page(page, title)

    def _tell_error(self, error: ClaimlightError) -> None:
        self._window.tell(say(error), details=str(error))

    def _tell_of_broken(self) -> None:
        broken = self._study.broken
        if broken:
            self._window.tell(say(broken[0].error), details="\n".join(f"{one.key}: {one.error}" for one in broken))

    def _remember(self, section: str, name: str, value: str) -> None:
        try:
            self._settings.put(section, name, value)
        except ClaimlightError as error:
            # Where windows stand is no work that could be lost; the log has it.
            self._announce(say(error))


def _one_of(text: str, allowed: tuple[float, ...] | tuple[int, ...], usual: float) -> float:
    """The number in `text` if it is one of `allowed`."""
    try:
        value = float(text)
    except ValueError:
        return usual
    return value if value in allowed else usual
