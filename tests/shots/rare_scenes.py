"""Screens that are seldom seen: a teacher's keys, versions, copies of colleagues, and what a start has to say."""

from collections.abc import Callable
from pathlib import Path

from claimlight.app.wiped_home import KeepingOffer, WipedHome
from claimlight.app.work_place import ask_where
from claimlight.core.errors import StoreError, WorkError
from claimlight.files.exchange.markings import Form
from claimlight.files.places import lessons
from claimlight.ui.key_files import about_key
from claimlight.ui.more import MoreBody
from claimlight.ui.teacher.annotations_page import AnnotationsPage
from claimlight.ui.teacher.keys_gate import KeysGate
from claimlight.ui.teacher.passphrase_card import Asking, KeysQuestion
from claimlight.ui.teacher.recovery_page import RecoveryPage
from claimlight.work.collect import Collected
from claimlight.work.pack import pack
from claimlight.work.teacher_keys import keep_locked, page_words
from claimlight.work.teaching import make_class
from shots import class_scenes, teacher_scenes
from shots.stage import Stage


def gate(stage: Stage) -> KeysGate:
    """What stands before *My classes* until it is said who else uses this computer."""
    book = teacher_scenes.desk(stage)._teaching.classbook
    gate = KeysGate(stage.window, book, lambda: None, lambda: None)
    gate.open()
    stage.settle()
    return gate


def keys_question(stage: Stage, _folder: Path) -> None:
    gate(stage)


def new_passphrase(stage: Stage, _folder: Path) -> None:
    """Two that differ."""
    gate(stage)
    stage.first(KeysQuestion).yes.click()
    stage.settle()
    card = stage.first(Asking)
    for field, words in zip(card.fields, ("tern street at noon", "tern street at nine"), strict=True):
        field.setText(words)
    card.go.click()
    stage.settle()


def unlock(stage: Stage, _folder: Path) -> None:
    asked = gate(stage)
    keep_locked(asked._classbook, b"secret", b"locked")
    asked._ask_passphrase()
    stage.settle()


def recovery_words(stage: Stage, _folder: Path) -> None:
    """The words from paper are typed, and wrong."""
    gate(stage)
    stage.first(KeysQuestion).words.click()
    stage.settle()
    card = stage.first(Asking)
    card.pressed.emit()
    stage.settle()


def recovery(stage: Stage, _folder: Path) -> None:
    """The page that is to be printed, on the window."""
    asked = gate(stage)
    make_class(asked._classbook, "8B", ("Ada", "Ben"))
    page = RecoveryPage(page_words(asked._classbook), stage.window.look)
    asked._show(page, stage.window.windowTitle())
    stage.settle()


def versions(stage: Stage, _folder: Path) -> None:
    room = teacher_scenes.marked(teacher_scenes.room(stage))
    room.session.keep_version("given")
    room.session.set_optional(room.session.in_order()[0].id, True)
    room.session.keep_version("kept")
    room.show_versions()
    stage.settle()


def export_answers(stage: Stage, folder: Path) -> None:
    """The answers were written for doccano, which has no place for all of them."""
    teacher_scenes.answers(stage, folder)
    desk = stage.desk.teacher
    assert desk is not None, "a lesson is open"
    desk.ask_where = lambda _window, name: folder / name
    desk._export_answers()
    page = stage.first(AnnotationsPage)
    page.forms[Form.DOCCANO].setChecked(True)
    page.save.click()
    stage.settle()


def from_colleague(stage: Stage, folder: Path) -> None:
    """A copy that holds the answers is opened."""
    file = folder / "storm-damage.claimlesson"
    pack(lessons() / "storm-damage", file, colleague=True)
    stage.works_as("Mila")
    stage.desk.open_file(file)
    stage.settle()


def aside(stage: Stage, folder: Path) -> None:
    """What was set aside, each file with its reason."""
    id = class_scenes.collected(stage, folder)
    desk = class_scenes.classes(stage)
    left = [("3f2a.claimwork", WorkError("travel-changed", file="3f2a.claimwork"))]
    desk.travel._tell_collected(id, Collected(new=1, known=2, aside=left))
    desk.show_aside(id)
    stage.settle()


def tour(stage: Stage, _folder: Path) -> None:
    """The first lesson begins with a tour."""
    stage.works_as("Mila")
    stage.opens("canteen-survey")
    if stage.room.tour is None:
        stage.room.show_tour()
    stage.settle()


def contradictions(stage: Stage, folder: Path) -> None:
    """Who contradicts whom, as a table."""
    from shots.scenes import SCENES

    SCENES["more"](stage, folder)
    stage.first(MoreBody).as_table.setChecked(True)
    stage.settle()


def newer_work(stage: Stage, _folder: Path) -> None:
    """The work was saved by a newer Claimlight."""
    stage.start._tell(StoreError("workbook-newer", file=Path("workbook.db")))
    stage.settle()


def damaged_work(stage: Stage, _folder: Path) -> None:
    said: dict[str, object] = {
        "set_aside": Path("workbook.damaged.db"),
        "latest_backup": Path("a"),
        "date": "2026-11-20",
    }
    stage.start._tell(StoreError("workbook-damaged", **said))
    stage.settle()


def which_place(stage: Stage, folder: Path) -> None:
    """A program that was unpacked asks where the work is to be kept."""
    ask_where(folder, stage.window, stage.start.settings, lambda: None)
    stage.settle()


def wiped(stage: Stage, _folder: Path) -> None:
    """This computer forgets everything at logout."""
    stage.works_as("Mila")
    workbook = stage.desk._study._workbook
    KeepingOffer(WipedHome(), stage.window, workbook, stage.start.settings).show()
    stage.settle()


def school_key(stage: Stage, _folder: Path) -> None:
    """A key was clicked twice."""
    stage.window.tell(about_key(Path("school.claimkey")))
    stage.settle()


SCENES: dict[str, Callable[[Stage, Path], None]] = {
    "keys-question": keys_question,
    "new-passphrase": new_passphrase,
    "unlock": unlock,
    "recovery-words": recovery_words,
    "recovery": recovery,
    "versions": versions,
    "export-answers": export_answers,
    "from-colleague": from_colleague,
    "set-aside": aside,
    "tour": tour,
    "contradictions": contradictions,
    "newer-work": newer_work,
    "damaged-work": damaged_work,
    "which-place": which_place,
    "wiped": wiped,
    "school-key": school_key,
}
