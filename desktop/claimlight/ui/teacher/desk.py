"""The teacher's desk: lessons of one's own, from the article to the file that is given out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from claimlight.core.draft import Parts
from claimlight.core.errors import ClaimlightError
from claimlight.core.lesson import Mode
from claimlight.files.article_import.reader import SUFFIXES
from claimlight.session.authoring import AuthoringSession
from claimlight.session.teaching import Teaching
from claimlight.ui.menus import Menus
from claimlight.ui.window import Window
from claimlight.wording import _
from claimlight.work.draft_versions import changed_between

if TYPE_CHECKING:
    from claimlight.files.article_import.source import Source
    from claimlight.store.classbook import Classbook
    from claimlight.ui.shelf_card import ShelfCard
    from claimlight.ui.teacher.authoring_room import AuthoringRoom
    from claimlight.ui.teacher.class_desk import ClassDesk
    from claimlight.ui.teacher.reading_job import ReadingJob
    from claimlight.work.draft import Draft

Shipped = Callable[[], Sequence[tuple[str, Path]]]
"""Title and folder of each."""
AskForArticle = Callable[[QWidget], Path | None]
AskWhere = Callable[[QWidget, str], Path | None]
_ARTICLES = tuple(f"*{suffix}" for suffix in SUFFIXES)


def ask_for_article(parent: QWidget) -> Path | None:
    """Ask for an article file with the system's own dialog."""
    name, _filter = QFileDialog.getOpenFileName(
        parent, _("Choose an article"), "", _("Articles ({kinds})").format(kinds=" ".join(_ARTICLES))
    )
    return Path(name) if name else None


def ask_where(parent: QWidget, name: str) -> Path | None:
    """Ask where to save a lesson file with the system's own dialog."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, _("Save the lesson file"), name)
    return Path(chosen) if chosen else None


class TeacherDesk(QObject):
    """Pages of the window for whoever writes lessons. What it asks of the student's desk it signals."""

    shelf_wanted = Signal()
    look_wanted = Signal(QWidget)

    def __init__(self, window: Window, teaching: Teaching, menus: Menus, shipped: Shipped) -> None:
        """`shipped` tells the lessons that came along, which can be copied and are never changed."""
        super().__init__(window)
        self._window = window
        self._teaching = teaching
        self._menus = menus
        self._shipped = shipped
        self.ask_for_article: AskForArticle = ask_for_article
        self.ask_where: AskWhere = ask_where
        self.room: AuthoringRoom | None = None
        self._job: ReadingJob | None = None
        self._classes: ClassDesk | None = None
        self.on_desk = False
        """Whether a page of the teacher's is in the window."""

    # Pages

    def show_lessons(self) -> None:
        """*My lessons*."""
        from claimlight.ui.teacher.lesson_list import LessonList

        try:
            lessons = self._teaching.lessons()
        except ClaimlightError as error:
            self._window.tell_error(error)
            return
        self._end_room()
        self._enter()
        page = LessonList(self._window.look)
        page.set_lessons(lessons)
        page.set_shipped(self._shipped())
        page.copy_wanted.connect(lambda folder: self.begin_with_copy(Path(folder)))
        page.opened.connect(self.open)
        page.new_wanted.connect(self.show_new)
        page.renamed.connect(lambda id, title: self._change(lambda: self._teaching.rename(id, title)))
        page.duplicated.connect(self._duplicate)
        page.removed.connect(self._remove)
        page.left.connect(self.shelf_wanted)
        page.classes_wanted.connect(self.show_classes)
        self._window.show_page(page, _("My lessons"))
        page.begin()

    @property
    def classes(self) -> ClassDesk:
        """The pages about classes; there from the first question on."""
        if self._classes is None:
            from claimlight.ui.teacher.class_desk import ClassDesk

            self._classes = ClassDesk(self._window, self._teaching, self._make_way, self._shipped)
            self._classes.lessons_wanted.connect(self.show_lessons)
            self._classes.lesson_wanted.connect(self.open)
            self._classes.shelf_wanted.connect(self.shelf_wanted)
        return self._classes

    def show_classes(self) -> None:
        """*My classes*."""
        self.classes.show_classes()

    def _make_way(self) -> None:
        self._stop_reading()
        self._end_room()
        self._enter()

    def own_cards(self, now: datetime) -> list[ShelfCard]:
        """The lessons of one's own, for the shelf; none where the classbook cannot be read, which is told."""
        from claimlight.ui.teacher.own_cards import own_cards

        try:
            return own_cards(self._teaching, now)
        except ClaimlightError as error:
            self._window.tell_error(error)
            return []

    def show_new(self) -> None:
        """*New lesson*."""
        from claimlight.ui.teacher.new_lesson import NewLesson

        self._end_room()
        self._enter()
        page = NewLesson(self._window.look)
        page.pasted.connect(self.begin_with_paste)
        page.file_wanted.connect(self._choose_article)
        page.left.connect(self.show_lessons)
        self._window.show_page(page, _("New lesson"))
        page.begin()

    def open(self, id: str) -> None:
        """One lesson, with its answers to mark."""
        from claimlight.ui.teacher.authoring_room import AuthoringRoom

        try:
            session = self._teaching.open(id)
        except ClaimlightError as error:
            self._window.tell_error(error)
            return
        self._end_room()
        self._enter()
        self._window.hush()
        window = self._window
        window.faces.load_for(session.article.language)
        room = AuthoringRoom(session, self._teaching.new_id, window.commands, window.look, window.announce)
        room.lessons_wanted.connect(self.show_lessons)
        room.look_wanted.connect(self.look_wanted)
        room.question.connect(window.ask)
        room.failed.connect(window.tell_error)
        room.labels_changed.connect(self._menus.set_labels)
        room.students_file_wanted.connect(self._save_for_students)
        room.colleagues_file_wanted.connect(self._save_for_colleague)
        room.export_wanted.connect(self._export_answers)
        self.room = room
        window.show_page(room, session.lesson.title)
        room.begin()

    # Begin

    def begin_with_paste(self, pasted: str) -> None:
        """A lesson with the pasted text; what could be cleaned in it is shown first."""
        from claimlight.work.new_lesson import pasted_source

        self._look_over(pasted_source(pasted), "")

    def begin_with_file(self, file: Path) -> None:
        """Read `file` beside the window, then go on as with a paste."""
        from claimlight.ui.teacher.new_lesson import NewLesson
        from claimlight.ui.teacher.reading_job import ReadingJob

        if not isinstance(self._window.pages.currentWidget(), NewLesson):
            self.show_new()
        self._stop_reading()
        page = self._window.pages.currentWidget()
        assert isinstance(page, NewLesson), "just shown"
        job = self._job = ReadingJob(file)
        job.progressed.connect(page.show_progress)
        job.read.connect(self._hear_read)
        job.failed.connect(self._hear_unreadable)
        page.show_reading(file.name)
        page.stopped.connect(self._stop_reading)
        job.start()

    def _hear_read(self, source: Source) -> None:
        self._look_over(source, self._job.file.stem if self._job is not None else "")

    def _hear_unreadable(self, error: ClaimlightError) -> None:
        self._stop_reading()
        self._window.tell_error(error)

    def _stop_reading(self) -> None:
        """Whatever is being read is given up; nothing of it is left."""
        from claimlight.ui.teacher.new_lesson import NewLesson

        job, self._job = self._job, None
        if job is not None:
            job.stop()
        page = self._window.pages.currentWidget()
        if isinstance(page, NewLesson):
            page.show_reading("")

    def _look_over(self, source: Source, name: str) -> None:
        """The cleaning review, where there is anything to clean or to know; else the lesson at once."""
        from claimlight.ui.teacher.cleaning_notes import worth_a_look
        from claimlight.work.cleaning import look_over
        from claimlight.work.new_lesson import parts_of_cleaned

        self._stop_reading()
        new_id = self._teaching.new_id
        words = " ".join(re.sub(r"[_-]+", " ", name).split())
        try:
            cleaning = look_over(source)
        except ClaimlightError as error:
            self._window.tell_error(error)
            return
        if not worth_a_look(cleaning):
            self._begin(lambda: parts_of_cleaned(cleaning, (), new_id, name=words))
            return
        from claimlight.ui.teacher.cleaning_page import CleaningPage

        self._window.faces.load_for(cleaning.text.blocks[0].language)
        page = CleaningPage(cleaning, self._window.look)
        page.left.connect(self.show_new)
        page.made.connect(
            lambda accepted, sharing: self._begin(
                lambda: parts_of_cleaned(cleaning, accepted, new_id, name=words, sharing=sharing)
            )
        )
        self._window.hush()
        self._window.show_page(page, _("New lesson"))
        page.begin()

    def begin_with_copy(self, lesson: Path) -> None:
        """A lesson of one's own from another one, a folder or a file."""
        from claimlight.work.new_lesson import parts_of_copy

        self._begin(lambda: parts_of_copy(lesson, self._teaching.new_id))

    def takes(self, file: Path) -> bool:
        """Whether `file`, dropped on the window, is an article for a new lesson."""
        return self.on_desk and any(file.match(kind) for kind in _ARTICLES)

    def _begin(self, bring: Callable[[], Parts]) -> None:
        try:
            id = self._teaching.begin(bring())
        except ClaimlightError as error:
            self._window.tell_error(error)
            return
        self.open(id)

    def _choose_article(self) -> None:
        file = self.ask_for_article(self._window)
        if file is not None:
            self.begin_with_file(file)

    # The list

    def _duplicate(self, id: str) -> None:
        title = next((lesson.title for lesson in self._teaching.lessons() if lesson.id == id), "")
        self._change(lambda: self._teaching.duplicate(id, _("{lesson} (copy)").format(lesson=title)))

    def _remove(self, id: str) -> None:
        title = next((lesson.title for lesson in self._teaching.lessons() if lesson.id == id), "")
        if self._change(lambda: self._teaching.remove(id)):
            back = (_("Undo"), lambda: self._change(lambda: self._teaching.bring_back(id)))
            self._window.tell(_("“{lesson}” is deleted.").format(lesson=title), answers=(back,))

    def _change(self, change: Callable[[], object]) -> bool:
        try:
            change()
        except ClaimlightError as error:
            self._window.tell_error(error)
            return False
        self.show_lessons()
        return True

    # Giving out

    def _save_for_students(self, mode: Mode) -> None:
        from claimlight.work.give_draft import give_draft
        from claimlight.work.give_out import students_name

        def save() -> None:
            made = partial(_given, self._teaching, give_draft, mode)
            self._save(students_name, made, _("Saved: {file}. Give it to your students."), "given")

        if mode is Mode.PRACTICE or self.room is None:
            save()
            return
        id = self.room.session.id

        def go_on() -> None:
            """The keys are open: the lesson takes its place again, where something had to be asked."""
            if self.room is None:
                self.open(id)
            save()

        self.classes.with_keys(go_on, lambda: self.open(id))

    def _save_for_colleague(self) -> None:
        if self.room is not None and self.room.session.draft.values.get("sharing") == "no":
            again = (_("Share it anyway"), self._save_shared)
            words = _("You said that this text may not be shared outside the class.")
            self._window.ask(words, ((_("Leave it"), lambda: None), again))
            return
        self._save_shared()

    def _save_shared(self) -> None:
        from claimlight.work.give_out import colleagues_file, colleagues_name

        self._save(colleagues_name, colleagues_file, _("Saved: {file}. It holds the answers and your notes."), "shared")

    def _export_answers(self) -> None:
        from claimlight.ui.teacher.answers_export import answers_export

        if self.room is not None:
            self.room.show_export(answers_export(self.room.session, self._window.look, self._window, self.ask_where))

    def _save(self, name: Callable[..., str], made: Callable[..., bytes], words: str, reason: str) -> None:
        from claimlight.work.give_out import write_file

        room = self.room
        if room is None:
            return
        session = room.session
        path = self.ask_where(self._window, name(session.draft))
        if path is None:
            return
        _raise_version(session)
        try:
            write_file(path, made(session.draft))
        except ClaimlightError as error:
            self._window.tell_error(error)
            return
        session.keep_version(reason)
        self._window.tell(words.format(file=path.name))

    # Coming and going

    def back(self) -> bool:
        """One step back: from a lesson, or a page of a class, to its list. False where a list was open already."""
        if self.on_desk and self.room is not None:
            self.show_lessons()
            return True
        return self.on_desk and self._classes is not None and self._classes.back()

    def leave(self) -> None:
        """Another page takes the window; everything is on disk."""
        self._stop_reading()
        self._end_room()
        self.on_desk = False
        self._window.commands["shelf"].setEnabled(False)

    def close(self) -> None:
        """The window closes: let go of the classbook."""
        self.leave()
        self._teaching.close()

    def _enter(self) -> None:
        self.on_desk = True
        self._window.commands["shelf"].setEnabled(True)

    def _end_room(self) -> None:
        if self.room is not None:
            self.room.end()
            self.room = None


def _given(teaching: Teaching, give: Callable[[Classbook, Draft, Mode], bytes], mode: Mode, draft: Draft) -> bytes:
    return give(teaching.classbook, draft, mode)


def _raise_version(session: AuthoringSession) -> None:
    """What goes out with other words or answers than the version before is another version."""
    kept = session.versions()
    if kept and changed_between(kept[-1].parts, session.draft.parts):
        session.set_sheet(version=session.draft.sheet.version + 1)
