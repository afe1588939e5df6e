"""The pages about classes, each with a class that real works were collected of."""

from datetime import date, timedelta
from pathlib import Path

from claimlight.core.errors import WorkError
from claimlight.core.lesson import Mode
from claimlight.files.places import lessons
from claimlight.handin.identity import new_keys
from claimlight.handin.locked_keys import Effort
from claimlight.store.classbook import Classbook
from claimlight.ui.teacher.class_desk import ClassDesk
from claimlight.ui.teacher.class_page import ClassPage
from claimlight.ui.teacher.keys_card import KeysCard
from claimlight.ui.teacher.new_class import NewClass
from claimlight.ui.teacher.place_page import Drive, PlacePage
from claimlight.wording import _
from claimlight.work.class_changes import Setting, set_lesson
from claimlight.work.class_folder import folder_of
from claimlight.work.collect import Collected
from claimlight.work.give_back import give_back
from claimlight.work.teacher_keys import nobody_else, set_passphrase
from claimlight.work.teaching import make_class
from class_of_works import hands_in, names
from shots.stage import Stage

LESSONS = ("bus-strike", "storm-damage", "factory-smell")
STUDENTS = 20


def classes(stage: Stage) -> ClassDesk:
    """*My classes*; nobody else uses this computer."""
    stage.window.commands["teach"].trigger()
    assert stage.desk.teacher is not None, "just entered"
    desk = stage.desk.teacher.classes
    nobody_else(book(desk))
    return desk


def book(desk: ClassDesk) -> Classbook:
    return desk._teaching.classbook


def collected(stage: Stage, folder: Path) -> str:
    """A class of twenty: one lesson given back, one half there, with somebody nobody knows, one not due."""
    desk = classes(stage)
    classbook = book(desk)
    roster = names(STUDENTS)
    to = make_class(classbook, "8B", ["Dilan" if name == "Dilan Kaya" else name for name in roster], ends="2027-07-31")
    today = date.today()
    days = (today - timedelta(days=9), today + timedelta(days=1), today + timedelta(days=8))
    for slug, day in zip(LESSONS, days, strict=True):
        set_lesson(classbook, to.students.id, lessons() / slug, Setting(Mode.PRACTICE, day.isoformat()))
    stick, device = folder / "stick", new_keys()
    hands_in(classbook, to, stick, lessons() / LESSONS[0], STUDENTS - 3, device=device)
    drop = folder_of(lambda what: what(classbook), to.students.id, [stick])
    assert drop is not None, "just prepared"
    give_back(classbook, drop, to.students.id)
    hands_in(classbook, to, stick, lessons() / LESSONS[1], STUDENTS - 6, seed=1, device=device)
    return to.students.id


def class_list(stage: Stage, _folder: Path) -> None:
    desk = classes(stage)
    for name, count in (("8B", 24), ("7a", 19), ("Evening course", 1)):
        make_class(book(desk), name, names(count))
    desk.show_classes()
    stage.settle()


def no_classes(stage: Stage, _folder: Path) -> None:
    classes(stage).show_classes()
    stage.settle()


def new_class(stage: Stage, _folder: Path) -> None:
    classes(stage).show_new()
    page = stage.first(NewClass)
    page.name.setText("8B")
    page.roster.setPlainText("\n".join(names(9)))
    stage.settle()


def empty_class(stage: Stage, _folder: Path) -> None:
    """A class to which nothing is set yet."""
    desk = classes(stage)
    desk.show_class(make_class(book(desk), "8B", names(12)).students.id)
    stage.settle()


def strangers(stage: Stage, folder: Path) -> None:
    """Work has been collected; somebody is not on the list, and one file was set aside."""
    id = collected(stage, folder)
    desk = classes(stage)
    desk.show_class(id)
    came = Collected(new=13, known=17, aside=[("3f2a.claimwork", WorkError("travel-changed", file="3f2a.claimwork"))])
    desk.travel._tell_collected(id, came)
    stage.settle()


def table(stage: Stage, folder: Path) -> None:
    """The table, somebody unknown, and what came of collecting."""
    id = collected(stage, folder)
    desk = classes(stage)
    desk.show_class(id)
    page = stage.first(ClassPage)
    desk.travel._begin(id, _("Collecting"), _("{n} of {all} looked at"))
    if stage.form.look.scale < 2:
        desk.travel._words = "{n} of {all}"
        desk.travel._tell_progress(21, 27)
    assert page.class_id == id
    stage.settle()


def set_lessons(stage: Stage, folder: Path) -> None:
    id = collected(stage, folder)
    desk = classes(stage)
    set_lesson(book(desk), id, lessons() / LESSONS[2], Setting(Mode.HOMEWORK))
    desk.show_set(id)
    stage.settle()


def name_list(stage: Stage, _folder: Path) -> None:
    desk = classes(stage)
    id = make_class(book(desk), "8B", names(20), ends="2027-07-31").students.id
    make_class(book(desk), "7a", ())
    desk.show_names(id)
    stage.settle()


def which_stick(stage: Stage, _folder: Path) -> None:
    desk = classes(stage)
    id = make_class(book(desk), "8B", names(3)).students.id
    words = _("A folder for the class is made on it, with the class file and the lessons that are set.")
    drives = (Drive(Path("/a"), "KINGSTON"), Drive(Path("/b"), "Share"))
    page = PlacePage(_("Which stick?"), words, drives, stage.window.look)
    desk._show_place(page, id)
    stage.settle()


def your_keys(stage: Stage, _folder: Path) -> None:
    desk = classes(stage)
    set_passphrase(book(desk), "tern street at noon", effort=Effort(1, 1 << 20))
    desk.show_keys()
    stage.settle()


def change_passphrase(stage: Stage, folder: Path) -> None:
    your_keys(stage, folder)
    page = stage.window.pages.currentWidget()
    assert isinstance(page, KeysCard), "just shown"
    page.change_wanted.emit()
    stage.settle()


def remove_passphrase(stage: Stage, folder: Path) -> None:
    your_keys(stage, folder)
    page = stage.window.pages.currentWidget()
    assert isinstance(page, KeysCard), "just shown"
    page.alone_wanted.emit()
    stage.settle()


SCENES = {
    "classes": class_list,
    "no-classes": no_classes,
    "new-class": new_class,
    "class-empty": empty_class,
    "class": table,
    "who-is-this": strangers,
    "set-lessons": set_lessons,
    "names": name_list,
    "which-stick": which_stick,
    "your-keys": your_keys,
    "change-passphrase": change_passphrase,
    "remove-passphrase": remove_passphrase,
}
