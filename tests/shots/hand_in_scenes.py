"""The student's screens of handing in, each brought about as a student would come to it, with real files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from claimlight.core.lesson import Mode
from claimlight.files.places import lessons
from claimlight.handin.drop_folder import DropFolder
from claimlight.handin.feedback import Comment, Override
from claimlight.handin.marker import MARKER
from claimlight.store.classbook import Classbook
from claimlight.work.class_changes import Setting, set_lesson
from claimlight.work.collect import collect
from claimlight.work.give_back import give_back
from claimlight.work.teaching import OneClass, make_class
from classroom import given, prepared, stick, teacher
from robot_hands import looks
from shots.stage import Marks, Stage

STORM: Marks = (
    ("up to 900 homes", "unverified-figure"),
    ("people on the quay were telling each other that about 50 boats had sunk", "claim"),
    ("186 people on the list", "unverified-figure"),
    ("the company had not cut back the trees for three years", "claim"),
)
CANTEEN: Marks = (
    ("half of us throw part of our lunch away every day", "claim"),
    ("two of her cooks left last year", "claim"),
    ("The line is slow because there is only one checkout", "claim"),
)
NAMES = ("Ada Moss", "Ben Hale", "Cem Aydın", "Jonas", "Lena Fox", "Mila", "Noor Haddad", "Otis Bell")


def _class(folder: Path, then: Callable[[Classbook, OneClass, DropFolder], None]) -> Path:
    """A teacher's laptop and a prepared stick; the stick."""
    with teacher(folder / "teacher") as book:
        known = book.classes.all()
        to = make_class(book, "7b", NAMES) if not known else None
        if to is None:
            from claimlight.work.teaching import find_class

            to = find_class(book, "7b")
        drop = stick(folder / "stick", to)
        then(book, to, drop)
    return folder / "stick"


def _done(stage: Stage, folder: Path) -> Path:
    """Mila and Jonas have finished three lessons between them."""
    files: list[Path] = []

    def give(book: Classbook, to: OneClass, _drop: DropFolder) -> None:
        files.append(given(book, lessons() / "storm-damage", Mode.HOMEWORK, folder, to=to))
        files.append(given(book, lessons() / "canteen-survey", Mode.PRACTICE, folder, to=to))

    place = _class(folder, give)
    storm, canteen = files
    stage.works_as("Jonas")
    _works(stage, storm, STORM)
    stage.works_as("Mila")
    _works(stage, canteen, CANTEEN)
    _works(stage, storm, STORM)
    return place


def _works(stage: Stage, file: Path, marks: Marks) -> None:
    stage.desk.open_file(file)
    stage.settle()
    if stage.room.tour is not None:
        stage.room.tour.skip.click()
    stage.marks(marks)
    session = stage.room.session
    if session.hands_in:
        session.finish()
    while not session.closed:
        session.check(confirmed_few=True)
    stage.desk.close_page()
    stage.settle()


def _puts_in(stage: Stage, place: Path) -> None:
    travelling = stage.desk.hand_in().travelling
    stage.sticks[:] = [place]
    stage.until(lambda: not looks(travelling.watch))
    travelling.watch.look()
    stage.until(lambda: not looks(travelling.watch) and not travelling.working)
    stage.settle()


def _takes_out(stage: Stage, place: Path) -> None:
    _puts_in(stage, place.parent / "no stick")


def stick_in(stage: Stage, folder: Path) -> None:
    """The stick is in: one button."""
    _puts_in(stage, _done(stage, folder))


def stick_room(stage: Stage, folder: Path) -> None:
    """The same in the reading room."""
    place = _done(stage, folder)
    stage.opens("significant-losses")
    _puts_in(stage, place)


def handed(stage: Stage, folder: Path) -> None:
    """Copied and checked."""
    _puts_in(stage, _done(stage, folder))
    hand_in = stage.desk.hand_in()
    hand_in.bar.button.click()
    stage.until(lambda: "✓" in hand_in.bar.sentence)
    stage.settle()


def pulled(stage: Stage, folder: Path) -> None:
    """The stick was pulled while it was written to."""
    import shutil

    place = _done(stage, folder)
    _puts_in(stage, place)
    shutil.rmtree(place / "Claimlight" / "work")
    (place / "Claimlight" / "work").write_bytes(b"in its place")
    hand_in = stage.desk.hand_in()
    hand_in.bar.button.click()
    stage.until(lambda: not hand_in.travelling.working)
    stage.settle()


def roster(stage: Stage, folder: Path) -> None:
    """A class file was opened: which name is yours?"""
    file = folder / "7b.claimclass"

    def keep(_book: Classbook, to: OneClass, _drop: DropFolder) -> None:
        file.write_bytes(to.file)

    _class(folder, keep)
    stage.desk.open_file(file)
    stage.until(lambda: type(stage.window.pages.currentWidget()).__name__ == "RosterCard")
    stage.settle()


def came_back(stage: Stage, folder: Path) -> None:
    """Slips and marks came back with the stick; the shelf tells."""
    handed(stage, folder)
    place = folder / "stick"
    _takes_out(stage, place)
    _class(folder, _mark)
    _puts_in(stage, place)


def _mark(book: Classbook, _to: OneClass, drop: DropFolder) -> None:
    collect(book, drop.path, "7b")
    said = (
        (Override("d1", "1", "You explained it to me in class."),),
        (Comment("You found the figures quickly. Look once more at who says what.", "", ""),),
    )
    give_back(book, drop, "7b", said=lambda _work: said)


def marks_back(stage: Stage, folder: Path) -> None:
    """A marked homework in the reading room, with the answers and what the teacher says."""
    came_back(stage, folder)
    _open_marked(stage, "storm-damage")


def assessment_back(stage: Stage, folder: Path) -> None:
    """A marked assessment: the points, one's own marks, and no answers."""
    files: list[Path] = []

    def give(book: Classbook, to: OneClass, _drop: DropFolder) -> None:
        files.append(given(book, lessons() / "storm-damage", Mode.ASSESSMENT, folder, to=to))

    place = _class(folder, give)
    stage.works_as("Mila")
    _works(stage, files[0], STORM)
    _puts_in(stage, place)
    hand_in = stage.desk.hand_in()
    hand_in.bar.button.click()
    stage.until(lambda: "✓" in hand_in.bar.sentence)
    _takes_out(stage, place)
    _class(folder, _mark)
    _puts_in(stage, place)
    _open_marked(stage, "storm-damage", Mode.ASSESSMENT)


def words_asked(stage: Stage, folder: Path) -> None:
    """A homework waits; the teacher said the words that open its answers."""
    files: list[Path] = []

    def give(book: Classbook, to: OneClass, _drop: DropFolder) -> None:
        said = "acorn bridge candle dolphin echo"
        files.append(given(book, lessons() / "storm-damage", Mode.HOMEWORK, folder, to=to, words=said))

    _class(folder, give)
    stage.works_as("Mila")
    _works(stage, files[0], STORM)
    _open_marked(stage, "storm-damage")
    stage.window.commands["say-words"].trigger()
    stage.settle()


def about_lesson(stage: Stage, folder: Path) -> None:
    """Who made the lesson, and the author's mark."""
    words_asked(stage, folder)
    stage.presses(Qt.Key.Key_Escape)
    stage.window.commands["about-lesson"].trigger()
    stage.settle()


def _open_marked(stage: Stage, slug: str, mode: Mode = Mode.HOMEWORK) -> None:
    entry = next(
        entry
        for entry in stage.desk.entries()
        if entry.lesson.slug == slug and entry.lesson.mode is mode and entry.progress is not None
    )
    stage.desk.open_key(entry.key)
    stage.settle()


def _is_set(stage: Stage, folder: Path) -> None:
    """A teacher has set three lessons; Mila's computer has met the class's stick."""

    def give(book: Classbook, to: OneClass, drop: DropFolder) -> None:
        ways = {"storm-damage": Mode.ASSESSMENT, "canteen-survey": Mode.PRACTICE, "bus-strike": Mode.HOMEWORK}
        for name, mode in ways.items():
            set_lesson(book, to.students.id, lessons() / name, Setting(mode, "2026-12-04"))
        prepared(book, to.students.id, drop.path.parent)

    stage.works_as("Mila")
    place = _class(folder, give)
    stage.desk.hand_in().travelling.take_class_file(place / "Claimlight" / MARKER)
    stage.until(lambda: not stage.desk.hand_in().travelling.working)
    stage.settle()


def set_first(stage: Stage, folder: Path) -> None:
    """What is set, to somebody who has begun nothing."""
    _is_set(stage, folder)
    stage.desk.show_home()
    stage.settle()


def set_on_shelf(stage: Stage, folder: Path) -> None:
    """The same on the shelf."""
    _is_set(stage, folder)
    stage.desk.show_shelf()
    stage.settle()


SCENES = {
    "set-first": set_first,
    "set-on-shelf": set_on_shelf,
    "marks-back": marks_back,
    "assessment-back": assessment_back,
    "say-words": words_asked,
    "about-lesson": about_lesson,
    "stick": stick_in,
    "stick-room": stick_room,
    "handed": handed,
    "pulled": pulled,
    "roster": roster,
    "came-back": came_back,
}
