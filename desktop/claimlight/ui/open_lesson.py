"""The lesson that is open on the desk: how it is begun, left, begun again, and exchanged for a newer version."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from claimlight.core.errors import ClaimlightError
from claimlight.core.lesson import Lesson, Mode
from claimlight.session.study import Study
from claimlight.ui.menus import Menus
from claimlight.ui.open_review import OpenReview
from claimlight.ui.window import Window
from claimlight.wording import _

if TYPE_CHECKING:
    from claimlight.handin.feedback import Feedback
    from claimlight.session.reading import ReadingSession
    from claimlight.ui.reading_room import ReadingRoom


class OpenLesson(QObject):
    """At most one reading room in the window. What it asks of the desk it signals."""

    shown = Signal()
    """A lesson's page is on screen."""
    shelf_wanted = Signal()
    declined = Signal()
    """Somebody would rather not read what the content note says."""
    look_wanted = Signal(QWidget)
    copy_wanted = Signal(str)
    """The file of a teacher copy is to become a lesson of one's own."""
    making_way = Signal()
    """Another page comes: whoever has the window lets go of it."""

    def __init__(self, window: Window, study: Study, menus: Menus) -> None:
        super().__init__(window)
        self._window = window
        self._study = study
        self._menus = menus
        self._key = ""
        self._lesson: Lesson | None = None
        self._marks: Feedback | None = None
        """What the open page was made of, where its work was done on another computer."""
        self.room: ReadingRoom | None = None
        self.review = OpenReview(window, study, menus)
        window.commands["again"].triggered.connect(self._start_again)
        window.commands["shelf"].setEnabled(False)
        window.commands["about-lesson"].triggered.connect(self.tell_about)

    def open(self, bring: Callable[[], Lesson], key: str) -> bool:
        """Open a lesson; a hard one says first what it is about, and is not begun before it may be.

        False where it could not be brought, which has been told.
        """
        try:
            lesson = bring()
            hard = bool(lesson.content_note) and not self._study.has_begun(lesson)
        except ClaimlightError as error:
            self._window.tell_error(error)
            return False
        if lesson.audience and not self._study.has_begun(lesson):
            self._say_for_whom(lesson, key)
        elif hard:
            self._warn_first(lesson, key)
        else:
            self._read(lesson, key)
        return True

    def leave(self) -> None:
        self.making_way.emit()
        self.review.leave()
        if self.room is not None:
            self._menus.set_labels(())
            self.room.end()
            self.room = self._marks = None
        for id in ("shelf", "about-lesson", "say-words"):
            self._window.commands[id].setEnabled(False)

    def _say_for_whom(self, lesson: Lesson, key: str) -> None:
        """A copy for colleagues holds the answers; whoever opens it reads that first."""
        from claimlight.ui.teacher.copy_note import CopyNote

        page = CopyNote(lesson.title, lesson.author, self._window.look)
        page.own.clicked.connect(lambda: self.copy_wanted.emit(key))
        page.read.clicked.connect(lambda: self._read(lesson, key))
        page.left.connect(self.declined)
        self._window.hush()
        self.leave()
        self._window.show_page(page, lesson.title)
        page.own.setFocus()

    def _warn_first(self, lesson: Lesson, key: str) -> None:
        from claimlight.ui.content_note import ContentNote

        self._window.hush()
        page = ContentNote(lesson.title, lesson.content_note, self._window.look)
        page.start.clicked.connect(lambda: self._read(lesson, key))
        page.left.connect(self.declined)
        self.leave()
        self._window.show_page(page, lesson.title)
        page.start.setFocus()

    def _read(self, lesson: Lesson, key: str) -> None:
        if self._begin(lambda: self._study.read(lesson), key):
            self._lesson = lesson
            if not self._tell_of_author(lesson):
                self._offer_newer()

    def _tell_of_author(self, lesson: Lesson) -> bool:
        """One line, where the file comes from another computer than the lesson's first."""
        line = self._study.author_line(lesson)
        if line:
            self._window.tell(line)
        return bool(line)

    def tell_about(self) -> None:
        """*About this lesson*, over its page."""
        if self.room is None:
            return
        from claimlight.ui.about_lesson import AboutLesson

        lesson = self.room.session.as_written
        try:
            mark, line = self._study.author_mark(lesson), self._study.author_line(lesson)
        except ClaimlightError as error:
            self._window.tell_error(error)
            return
        card = AboutLesson(lesson, mark, line, self.room, self._window.look)
        card.closed.connect(card.deleteLater)
        card.open()

    def _begin(self, begin: Callable[[], ReadingSession], key: str) -> bool:
        """Show the page of what `begin` gives; False, with the page before still there, where it fails."""
        try:
            session = begin()
        except ClaimlightError as error:
            self._window.tell_error(error)
            return False
        self._window.hush()
        self._key = key
        self.leave()
        if not self.review.before(session, lambda: self._show_room(session)):
            self._show_room(session)
        return True

    def _show_room(self, session: ReadingSession) -> None:
        from claimlight.ui.reading_room import ReadingRoom

        self.leave()
        window = self._window
        window.faces.load_for(session.article.language)
        self._say_way(session)
        room = ReadingRoom(session, window.commands, window.look, window.announce, self._study.person.name)
        room.shelf_wanted.connect(self.shelf_wanted)
        room.look_wanted.connect(self.look_wanted)
        room.question.connect(window.ask)
        room.name_wanted.connect(self._ask_name)
        room.aids.text_wanted.connect(self._change_text)
        session.failed.connect(window.tell_error)
        self.room = room
        self._menus.set_labels(room.marking.label_actions)
        window.show_page(room, session.lesson.title)
        for id in ("shelf", "about-lesson"):
            window.commands[id].setEnabled(True)
        room.begin()
        self._walk_once(room)
        session.finished.connect(lambda: self._offer_words(room))
        self._offer_words(room)
        self._show_marks(room)
        QTimer.singleShot(0, room, lambda: room.aids.look_for_voice(window.speech_path, room.panes))
        self.shown.emit()

    def _say_way(self, session: ReadingSession) -> None:
        """How far a finished work has come on its way to the teacher, where it goes to one."""
        standing = self._study.standings().get(session.attempt.id) if session.closed else None
        if standing is not None:
            from claimlight.ui.handed_cards import standing_text

            session.way = standing_text(standing)

    def _show_marks(self, room: ReadingRoom) -> None:
        """What the teacher says, over the page of a work that came back."""
        try:
            marks = self._study.marks(room.session.attempt) if room.session.closed else None
        except ClaimlightError as error:
            self._window.tell_error(error)
            return
        if marks is not None:
            from claimlight.ui.marks_shown import show_marks

            show_marks(room, marks, self._study.words_of_marks(), self._window.announce)

    def show_marked(self, marks: Feedback) -> None:
        """A work that was done on another computer, with what its teacher says."""
        from claimlight.ui.marks_shown import show_marks

        if self._begin(lambda: self._study.page_of_marks(marks), "") and self.room is not None:
            self._marks = marks
            self._window.commands["again"].setEnabled(False)
            show_marks(self.room, marks, "", self._window.announce)
            if self.room.reveal is not None:
                self.room.reveal.panel.again.hide()

    def _offer_words(self, room: ReadingRoom) -> None:
        """Where the page waits for answers that words may open."""
        if room.session.waiting and room.session.attempt.mode is Mode.HOMEWORK:
            from claimlight.ui.answers_by_words import offer_words

            offer_words(room, self._window, self._study)

    def _ask_name(self) -> None:
        from claimlight.ui.handing_over import ask_name

        if self.room is not None:
            ask_name(self.room, self._window, self._study)

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
            self._window.tell_error(error)

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
        text = self.room.session.article.name if self.room is not None else ""
        self._begin(lambda: self._study.open_newest(self._key, text), self._key)

    def show_again(self) -> None:
        """The page that is open, made anew: with its place, its marks and, where they are out, its answers."""
        if self._marks is not None:
            self.show_marked(self._marks)
        elif self.room is not None:
            session = self.room.session
            self.room.remember_place()
            self._begin(lambda: self._study.read_text(session, session.article.name), self._key)

    def show_what_came(self) -> None:
        """The page that is open, anew, where it is finished: answers or marks may have come for it."""
        if self.room is not None and self.room.session.closed and self._marks is None:
            session = self.room.session
            self._begin(lambda: self._study.read_again(session), self._key)

    def _change_text(self, name: str) -> None:
        """Read the lesson's other version, which has its own page and marks, and say where the marks are."""
        from claimlight.wording.lesson import version_opened

        if self.room is None:
            return
        session = self.room.session
        left = len(session.annotations)
        if self._begin(lambda: self._study.read_text(session, name), self._key):
            words = version_opened(name, left)
            if left:
                self._window.tell(words)
            else:
                self._window.announce(words)

    def _start_again(self) -> None:
        if self.room is not None:
            session = self.room.session
            if self._begin(lambda: self._study.start_again(session), self._key):
                self._offer_newer()
