"""What leaves a class and comes into it as files, as its teacher sees it."""

from collections.abc import Callable
from pathlib import Path

from claimlight.files.places import lessons
from claimlight.files.rosters.table import table_of
from claimlight.ui.teacher.class_desk import ClassDesk
from claimlight.ui.teacher.end_of_term_page import EndOfTermPage
from claimlight.ui.teacher.export_page import ExportPage
from claimlight.work.class_changes import set_end
from claimlight.work.exports import Form
from claimlight.work.teacher_keys import nobody_else
from claimlight.work.teaching import make_class
from claimlight.work.term_end import end_class
from class_of_works import a_class, hands_in
from shots import teacher_scenes
from shots.stage import Stage

LIST = """Last name;First name;Student number;Form
Okoro;Adaeze;2041;7b
Costa;Bruno;2042;7b
Neri;Chiara;2043;7b
Kaya;Dilan;2044;7b
Kaya;Dilan;2051;7b
Novak;Mila;;7b
Haddad;Noor;2046;7b
Lind;Oskar;2046;7b
Fonua;Tevita;2048;7b
"""
CANVAS = """Student,ID,SIS User ID,Section,Storm damage (7)
    Points Possible,,,,10
"Okoro, Adaeze",1,,8B,
"Costa, Bruno",2,,8B,4
"""


def class_list(stage: Stage, folder: Path) -> None:
    """A table that was read, with all that can be odd."""
    desk = teacher_scenes.desk(stage).classes
    desk.show_roster_preview([table_of(LIST, "list.csv")], lambda _roster: None, lambda: None)


def desk_of_class(stage: Stage, folder: Path) -> tuple[ClassDesk, str]:
    """A class of six, four of whom handed in; files are asked for by nobody."""
    desk = teacher_scenes.desk(stage)
    book = desk._teaching.classbook
    to = a_class(book, folder / "stick", lessons() / "storm-damage", 0, name="8B", listed=6)
    hands_in(book, to, folder / "stick", lessons() / "storm-damage", 4)
    set_end(book, to.students.id, "2026-07-31")
    (folder / "canvas.csv").write_text(CANVAS)
    desk.classes.asking.old_file = lambda _parent, _title: folder / "canvas.csv"
    desk.classes.asking.new_file = lambda _parent, name: folder / name
    return desk.classes, to.students.id


def bring_back(stage: Stage, folder: Path) -> None:
    """A copy of two classes, of which one is here no more."""
    desk, id = desk_of_class(stage, folder)
    book = desk.asking.book
    make_class(book, "7c", ("Ada", "Ben"))
    copy = folder / "Claimlight 2026-07-31.db"
    end_class(book, id, copy, sure=True)
    desk.asking.copy_file = lambda _parent, _title: copy
    desk.ends.bring_back()


def export(stage: Stage, folder: Path) -> None:
    desk, id = desk_of_class(stage, folder)
    desk.show_export(id)


def export_columns(stage: Stage, folder: Path) -> None:
    """A file of Canvas that has no column of the lesson's name."""
    export(stage, folder)
    page = stage.first(ExportPage)
    page.forms[Form.CANVAS].click()
    page.fill.click()
    stage.settle()


def export_told(stage: Stage, folder: Path) -> None:
    """It was filled, and two students are not in it."""
    export_columns(stage, folder)
    stage.first(ExportPage).fill_in.click()
    stage.settle()


def export_pages(stage: Stage, folder: Path) -> None:
    """A page for each student was written."""
    desk, id = desk_of_class(stage, folder)
    (folder / "pages").mkdir()
    desk.travel.ask_for_folder = lambda _parent: folder / "pages"
    desk.show_export(id)
    page = stage.first(ExportPage)
    page.pages.click()
    page.save_pages.click()
    stage.until(lambda: bool(page.told.words))
    stage.settle()


def over(stage: Stage, folder: Path) -> None:
    """A class whose last day has passed."""
    desk, id = desk_of_class(stage, folder)
    nobody_else(desk._teaching.classbook)
    desk.show_class(id)


def end(stage: Stage, folder: Path) -> None:
    desk, id = desk_of_class(stage, folder)
    desk.show_end(id)


def end_sure(stage: Stage, folder: Path) -> None:
    """A copy was made and tried; the last question."""
    end(stage, folder)
    page = stage.first(EndOfTermPage)
    page.copy.click()
    page.delete.click()
    stage.settle()


SCENES: dict[str, Callable[[Stage, Path], None]] = {
    "class-list": class_list,
    "export": export,
    "export-columns": export_columns,
    "export-told": export_told,
    "export-pages": export_pages,
    "class-over": over,
    "bring-back": bring_back,
    "end-of-term": end,
    "end-of-term-sure": end_sure,
}
