"""What leaves a class and comes into it as files: its list, its marks, and at the end all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QWidget

from claimlight.core.errors import LessonError
from claimlight.files.reading import read_bytes
from claimlight.store.classbook import Classbook
from claimlight.ui.look import Look
from claimlight.ui.teacher.ask_file import AskFile
from claimlight.ui.teacher.bring_back_page import BringBackPage
from claimlight.ui.teacher.end_of_term_page import EndOfTermPage, copied_text
from claimlight.ui.teacher.export_page import ExportPage
from claimlight.wording import _, ngettext
from claimlight.wording.errors import say
from claimlight.wording.exports import say_export_remark
from claimlight.work.class_table import class_table
from claimlight.work.classes import is_over
from claimlight.work.exports import SUFFIXES, Exported, Form, ToFill, canvas_columns_for, export, gradebook
from claimlight.work.older_copy import bring_back, classes_in
from claimlight.work.printable import PrintablePages
from claimlight.work.term_end import Ended, end_class, find_student, forget_student, proven_copy

Found = TypeVar("Found")


class Ask(Protocol):
    """Gives what a job gives, or tells what went wrong and gives None."""

    def __call__(self, what: Callable[[], Found], /) -> Found | None: ...


def export_page(
    classbook: Classbook,
    class_id: str,
    look: Look,
    ask: Ask,
    *,
    new_file: AskFile,
    old_file: AskFile,
    folder: Callable[[QWidget], Path | None],
) -> ExportPage | None:
    """The page on which the marks of a class are exported, ready to be shown; None where that was told to be wrong."""
    table = ask(lambda: class_table(classbook, class_id, date.today()))
    if table is None:
        return None
    arrived = [lesson for number, lesson in enumerate(table.lessons) if table.arrived(number)]
    page = ExportPage(table.file.name, [(each.id, each.title) for each in arrived], look)

    def write(lessons: Sequence[str], form: str, fill: ToFill | None = None) -> None:
        made = ask(lambda: export(gradebook(classbook, class_id, lessons), Form(form), fill))
        file = None if made is None else new_file(page, f"{table.file.name}{SUFFIXES[Form(form)]}")
        if made is None or file is None:
            return
        if ask(lambda: _written(file, made.raw)) is not None:
            _tell(page, file, made)

    asked: list[tuple[Sequence[str], ToFill]] = []

    def fill(lessons: Sequence[str], form: str) -> None:
        path = old_file(page, _("The file to fill"))
        theirs = None if path is None else ask(lambda: ToFill(read_bytes(path), path.name))
        if theirs is None:
            return
        titles = [each.title for each in arrived if each.id in lessons]
        found = ask(lambda: canvas_columns_for(theirs, titles)) if form == Form.CANVAS else ((), ())
        if found is None:
            return
        columns, matching = found
        if columns and not all(matching):
            asked[:] = [(lessons, theirs)]
            page.ask_columns(columns, matching)
        else:
            write(lessons, form, theirs)

    def fill_in(columns: tuple[str, ...]) -> None:
        lessons, theirs = asked[0]
        write(lessons, Form.CANVAS, replace(theirs, columns=columns))

    def print_pages(lessons: Sequence[str]) -> None:
        pages = ask(lambda: PrintablePages(classbook, class_id, lessons))
        chosen = None if pages is None else folder(page)
        if pages is not None and chosen is not None:
            _print(page, pages, chosen)

    page.wanted.connect(lambda lessons, form: write(lessons, form))
    page.pages_wanted.connect(print_pages)
    page.fill_wanted.connect(fill)
    page.columns_said.connect(fill_in)
    return page


def end_of_term_page(
    classbook: Classbook, class_id: str, look: Look, ask: Ask, ended: Callable[[str], object], *, new_file: AskFile
) -> EndOfTermPage | None:
    """The page on which a class ends; `ended` hears its name once nothing of it is here any more."""
    table = ask(lambda: class_table(classbook, class_id, date.today()))
    if table is None:
        return None
    to = table.file
    works = sum(cell.work is not None for row in table.rows for cell in row.cells)
    page = EndOfTermPage(
        to.name, look, ends=_day(to.ends), over=is_over(to, date.today()), students=len(table.rows), works=works
    )

    def copy() -> None:
        file = new_file(page, copy_name())
        proven = None if file is None else ask(lambda: proven_copy(classbook, file))
        if proven is not None:
            page.tell_copied(proven.file.name, proven.classes, proven.works)

    def delete() -> None:
        gone = ask(lambda: end_class(classbook, class_id, None, sure=True, no_copy=True))
        if gone is not None:
            ended(_gone(gone, _("The class “{name}” is gone, here and from every backup.")))

    page.copy_wanted.connect(copy)
    page.delete_wanted.connect(delete)
    return page


def keep_copy(classbook: Classbook, parent: QWidget, ask: Ask, *, new_file: AskFile) -> str | None:
    """A copy of all classes, tried at once; the sentence about it, None where it was left or went wrong."""
    file = new_file(parent, copy_name())
    proven = None if file is None else ask(lambda: proven_copy(classbook, file))
    return None if proven is None else copied_text(proven.file.name, proven.classes, proven.works)


def copy_name() -> str:
    return f"Claimlight {date.today():%Y-%m-%d}.db"


def bring_back_page(
    classbook: Classbook, look: Look, ask: Ask, brought: Callable[[str], object], parent: QWidget, *, old_file: AskFile
) -> BringBackPage | None:
    """The classes in a copy that somebody chooses; `brought` hears the sentence about one that came back."""
    file = old_file(parent, _("The copy"))
    found = None if file is None else ask(lambda: classes_in(classbook, file))
    if file is None or found is None:
        return None
    page = BringBackPage(file.name, found, look)

    def bring(class_id: str) -> None:
        name = ask(lambda: bring_back(classbook, file, class_id))
        if name is not None:
            brought(_("“{name}” is here again, as it was in {file}.").format(name=name, file=file.name))

    page.wanted.connect(bring)
    return page


def save_student(
    classbook: Classbook, class_id: str, name: str, ask: Ask, parent: QWidget, *, new_file: AskFile
) -> Path | None:
    """All that is kept of one student, as a zip that anybody can read; None where it was left or went wrong."""
    from claimlight.work.student_data import student_zip

    raw = ask(lambda: student_zip(classbook, find_student(classbook, class_id, name)))
    file = None if raw is None else new_file(parent, f"{name}.zip")
    return None if raw is None or file is None else ask(lambda: _written(file, raw))


def forget_student_here(classbook: Classbook, class_id: str, name: str, ask: Ask) -> str | None:
    """Delete a student with all that is kept of them; the sentence about it, None where that went wrong."""
    gone = ask(lambda: forget_student(classbook, class_id, name, sure=True))
    return None if gone is None else _gone(gone, _("{name} is gone, here and from every backup."))


def _gone(gone: Ended, said: str) -> str:
    damaged = _("{file} is damaged and may still hold some of it: delete it by hand.")
    return " ".join((said.format(name=gone.name), *(damaged.format(file=each) for each in gone.left)))


def _written(file: Path, raw: bytes) -> Path:
    try:
        file.write_bytes(raw)
    except OSError as error:
        raise LessonError("file-not-written", file=file.name, reason=error.strerror or str(error)) from None
    return file


def _tell(page: ExportPage, file: Path, made: Exported) -> None:
    done = ngettext("{file} written: {n} mark", "{file} written: {n} marks", made.marks)
    page.tell(
        done.format(file=file.name, n=made.marks), [say_export_remark(each.code, each.params) for each in made.told]
    )


def _print(page: ExportPage, pages: PrintablePages, folder: Path) -> None:
    """Write the pages, and say on the export page how far it is and what came of it."""
    from claimlight.ui.teacher.printed_pages import PrintedPages

    job = PrintedPages(pages, folder, page)
    everything = len(pages.works)

    def progress(done: int, all: int) -> None:
        page.job.progress(_("{n} of {all} written").format(n=done, all=all), done / all)

    def end(done: int) -> None:
        words = ngettext("A page for {n} work is in “{folder}”.", "Pages for {n} works are in “{folder}”.", done)
        words = words.format(n=done, folder=folder.name)
        if done < everything:
            words = _("Stopped. {words}").format(words=words)
        page.end_job(words, [say_export_remark(each.code, each.params) for each in pages.told])

    job.progressed.connect(progress)
    job.ended.connect(end)
    job.failed.connect(lambda error: page.end_job(say(error)))
    page.job.stopped.connect(job.stop)
    page.show_job(_("Writing the pages"))
    job.begin()


def _day(ends: str) -> str:
    """A date as it is read here; what is no date stays as it is."""
    day = QDate.fromString(ends, "yyyy-MM-dd")
    return QLocale().toString(day, QLocale.FormatType.LongFormat) if day.isValid() else ends
