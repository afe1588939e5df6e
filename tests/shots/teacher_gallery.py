"""Pages of the teacher's desk that need no open lesson, with sample values."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimlight.core.errors import WorkError
from claimlight.handin.secret import recovery_words
from claimlight.session.teaching import OwnLesson
from claimlight.store.classbook import DraftVersion
from claimlight.ui.look import Look
from claimlight.ui.teacher.cleaning_page import CleaningPage
from claimlight.ui.teacher.copy_note import CopyNote
from claimlight.ui.teacher.give_page import GivePage
from claimlight.ui.teacher.lesson_list import LessonList
from claimlight.ui.teacher.new_lesson import NewLesson
from claimlight.ui.teacher.passphrase_card import KeysQuestion, NewPassphrase, UnlockCard, WordsCard
from claimlight.ui.teacher.recovery_page import RecoveryPage
from claimlight.ui.teacher.versions_page import VersionsPage
from claimlight.wording.errors import say
from claimlight.work.cleaning import look_over
from claimlight.work.new_lesson import parts_of_cleaned, pasted_source

PASTED = (
    "The bridge is to close\n\nSign up for our newsletter\n\nThe old bridge will close, the mayor said. "
    "“It is safe,”she added.  Nobody asked Ann\u00a0Ruiz.\n\nRead more: Five things to know about the bridge"
)
TITLE = "The bridge is to close"


def own_lessons(window: QWidget, look: Look) -> None:
    page = LessonList(look)
    page.set_lessons((OwnLesson("1", TITLE, "7-8", "en", 9), OwnLesson("2", "The ferry", "", "en", 1)))
    _fill(window, page)
    window.after = page.begin  # type: ignore[attr-defined]


def new_lesson(window: QWidget, look: Look) -> None:
    _fill(window, NewLesson(look))


def cleaning(window: QWidget, look: Look) -> None:
    page = CleaningPage(look_over(pasted_source(PASTED)), look)
    page.rows[0].accept.click()
    _fill(window, page)
    window.after = page.begin  # type: ignore[attr-defined]


def giving(window: QWidget, look: Look) -> None:
    _fill(window, GivePage(TITLE, look, answers=9, to_look_at=2))


def copy_note(window: QWidget, look: Look) -> None:
    _fill(window, CopyNote(TITLE, "Anna Ruiz", look))


def versions(window: QWidget, look: Look) -> None:
    first = parts_of_cleaned(look_over(pasted_source(PASTED)), (), lambda: "00000000-0000-4000-8000-000000000001")
    later = {**first, "text:article": first["text:article"].replace("close", "open")}
    made = "2026-03-14T09:30:00+00:00"
    _fill(window, VersionsPage((DraftVersion(1, "given", made, first), DraftVersion(2, "shared", made, later)), look))


def keys_question(window: QWidget, look: Look) -> None:
    _fill(window, KeysQuestion(look))


def new_passphrase(window: QWidget, look: Look) -> None:
    page = NewPassphrase(look)
    page.first.setText("tern street at noon")
    page.again.setText("tern street at nine")
    _fill(window, page)
    window.after = page.pressed.emit  # type: ignore[attr-defined]


def unlock(window: QWidget, look: Look) -> None:
    page = UnlockCard(look)
    _fill(window, page)
    window.after = page.setFocus  # type: ignore[attr-defined]


def words(window: QWidget, look: Look) -> None:
    page = WordsCard(look)
    _fill(window, page)
    window.after = lambda: page.say(say(WorkError("recovery-words-wrong")))  # type: ignore[attr-defined]


def recovery(window: QWidget, look: Look) -> None:
    _fill(window, RecoveryPage(recovery_words(bytes(range(16))), look))


def _fill(window: QWidget, page: QWidget) -> None:
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
