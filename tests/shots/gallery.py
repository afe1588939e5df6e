"""Pictures of every widget with sample values: `python tests/shots/gallery.py FOLDER [NAME…]`, offscreen or not."""

import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "desktop"), str(ROOT / "tests")]

from PySide6.QtCore import QRect, Qt  # noqa: E402
from PySide6.QtGui import QAction  # noqa: E402
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget  # noqa: E402

import ui_samples as sample  # noqa: E402
from claimlight.ui.content_note import ContentNote  # noqa: E402
from claimlight.ui.controls import Button, IconButton, scrolling  # noqa: E402
from claimlight.ui.faces import Face, Faces  # noqa: E402
from claimlight.ui.find_bar import FindBar  # noqa: E402
from claimlight.ui.first_minute import FirstMinute  # noqa: E402
from claimlight.ui.focus import FocusRing  # noqa: E402
from claimlight.ui.icons import Icon  # noqa: E402
from claimlight.ui.key_card import KeyCard  # noqa: E402
from claimlight.ui.label_bar import LabelBar  # noqa: E402
from claimlight.ui.ledger import Ledger, Rail  # noqa: E402
from claimlight.ui.legend import Legend  # noqa: E402
from claimlight.ui.look import Look  # noqa: E402
from claimlight.ui.messages import MessageBar  # noqa: E402
from claimlight.ui.palette import Palette  # noqa: E402
from claimlight.ui.people import People  # noqa: E402
from claimlight.ui.person_button import PersonButton  # noqa: E402
from claimlight.ui.points import PointsPanel  # noqa: E402
from claimlight.ui.progress_section import ProgressSection  # noqa: E402
from claimlight.ui.progress_words import lessons_table, style_table, sureness_table  # noqa: E402
from claimlight.ui.review_banner import ReviewBanner  # noqa: E402
from claimlight.ui.review_card import ReviewDock  # noqa: E402
from claimlight.ui.review_foot import PassageFoot, PassageVerdict  # noqa: E402
from claimlight.ui.shelf import Shelf  # noqa: E402
from claimlight.ui.style_chart import StyleChart  # noqa: E402
from claimlight.ui.stylesheet import dress  # noqa: E402
from claimlight.ui.sureness_chart import SurenessChart  # noqa: E402
from claimlight.ui.tab_strip import TabStrip  # noqa: E402
from claimlight.ui.task_strip import TaskStrip  # noqa: E402
from claimlight.ui.text_menu import TextMenu  # noqa: E402
from claimlight.ui.words_table import WordsTable  # noqa: E402
from claimlight.wording.review import Told  # noqa: E402
from progress_samples import REPORT  # noqa: E402
from shots import teacher_gallery  # noqa: E402
from shots.forms import FORMS  # noqa: E402

EMPTY = "Nothing is marked yet. Select words in the article, then press 1, 2 or 3."
FREE = ("The first mark not in the answers is free", "+½")


def page(window: QWidget, widget: QWidget) -> None:
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)


def shelf(window: QWidget, look: Look) -> None:
    widget = Shelf(
        look,
        QAction("Open a lesson file…", window),
        QAction("Next person", window),
        QAction("My progress", window),
        QAction("I teach", window),
    )
    widget.set_person("Mila")
    widget.set_cards(sample.SHELF)
    page(window, widget)
    window.after = widget.focus_cards  # type: ignore[attr-defined]


def first(window: QWidget, look: Look) -> None:
    cards = (sample.FERRY, sample.TREES, sample.HARBOUR)
    more = "11 harder ones, up to grade 12"
    widget = FirstMinute(cards, look, QAction("Open a lesson file…", window), QAction("I teach", window), more=more)
    page(window, widget)
    window.after = widget.focus_cards  # type: ignore[attr-defined]


def people(window: QWidget, look: Look) -> None:
    widget = People(sample.BEFORE, [("Class 8B", sample.CLASS)], look)
    page(window, widget)
    window.after = lambda: widget.cards[0].setFocus(Qt.FocusReason.TabFocusReason)  # type: ignore[attr-defined]


def note(window: QWidget, look: Look) -> None:
    page(window, ContentNote(sample.WAR.title, sample.WAR.content_note, look))


def keys(window: QWidget, look: Look) -> None:
    notes = ["Double-click takes a word, triple-click a sentence. Hold Alt or Ctrl to select letter by letter."]
    card = KeyCard(sample.KEYS, look, window, notes=notes)
    window.after = card.open  # type: ignore[attr-defined]


def bar(window: QWidget, look: Look, middle: QWidget) -> QFrame:
    frame = QFrame()
    frame.setObjectName("bar")
    row = QHBoxLayout(frame)
    row.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
    row.addWidget(Button("Shelf", look, kind="flat", icon=Icon.BACK))
    row.addWidget(middle, 1)
    if look.scale < 1.5:
        row.addWidget(IconButton(Icon.SEARCH, "Find", look))
        row.addWidget(IconButton(Icon.HELP, "Help", look))
    person = PersonButton(QAction("Next person", window), look)
    person.set_person("" if look.scale > 1.5 else "Mila")
    row.addWidget(person)
    return frame


def strip(look: Look) -> TaskStrip:
    result = TaskStrip(look, "Check my work")
    cost = "Marks where nothing belongs cost half a point each. The first is free."
    result.set_task("Highlight every claim, denial and unverified figure about the water.", cost)
    result.set_saved("All changes saved")
    result.set_checks_left(2)
    return result


def reading(window: QWidget, look: Look) -> None:
    labels = LabelBar(sample.LABELS, sample.label_actions(window), sample.RULES, look)
    sheet = QLabel()
    sheet.setObjectName("sheet")
    palette = Palette(sample.LABELS, sample.label_actions(sheet), look, sheet)
    rows = Rail(look) if window.width() / look.scale < 1180 else Ledger(look, EMPTY)
    rows.set_rows(sample.ROWS)
    rows.set_current("c")
    find = FindBar(look)
    message = MessageBar(look)
    actions = [QAction("Open another file", window)]
    message.say(
        "The lesson could not be read: article.key.json is missing. Nothing was changed.", actions=actions, details="x"
    )
    left = QVBoxLayout()
    left.setSpacing(0)
    left.addWidget(message)
    left.addWidget(find)
    left.addWidget(sheet, 1)
    if look.scale < 1.5:
        find.open("valve")
        find.set_found(2, 5)
    middle = QHBoxLayout()
    middle.setSpacing(0)
    middle.addLayout(left, 1)
    middle.addWidget(rows)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(bar(window, look, labels))
    column.addLayout(middle, 1)
    if look.scale >= 1.5:
        tabs = TabStrip(look)
        tabs.set_count(5)
        column.addWidget(tabs)
    column.addWidget(strip(look))

    def after() -> None:
        labels.buttons[0].defaultAction().setChecked(True)
        labels.buttons[1].setFocus(Qt.FocusReason.TabFocusReason)
        palette.place(QRect(100, 250, 300, 30), sheet.rect(), 100)

    window.after = after  # type: ignore[attr-defined]


def reveal(window: QWidget, look: Look) -> None:
    sheet = QLabel()
    sheet.setObjectName("sheet")
    dock = ReviewDock(look)
    dock.set_card(sample.REVIEW, 9, 12, objection="She did say no.", reader="Only you see this.")
    panel = PointsPanel(look)
    panel.set_points(
        sample.POINTS,
        total="6½ of 10 points",
        band="Getting there – nearly Secure",
        next_step="Next step: keep the words that say no.",
        rest=(FREE,),
        when="Last check, 14:20",
    )
    panel.set_current("9")
    left = QVBoxLayout()
    left.setSpacing(0)
    left.addWidget(sheet, 1)
    left.addWidget(dock)
    middle = QHBoxLayout()
    middle.setSpacing(0)
    middle.addLayout(left, 1)
    if look.scale < 1.5:
        middle.addWidget(panel)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(bar(window, look, Legend(look)))
    column.addLayout(middle, 1)
    window.after = lambda: dock.next.setFocus(Qt.FocusReason.TabFocusReason)  # type: ignore[attr-defined]


def text(window: QWidget, look: Look) -> None:
    sheet = QLabel()
    sheet.setObjectName("sheet")
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    button = Button("Aa", look, kind="flat")
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(button)
    column.addLayout(row)
    column.addWidget(sheet, 1)
    menu = TextMenu(look, window, language="ru")
    window.after = lambda: menu.open_under(button)  # type: ignore[attr-defined]


def progress(window: QWidget, look: Look) -> None:
    """Both pictures with their tables, and the table of lessons."""
    charts = (SurenessChart(look), StyleChart(look))
    tables = (WordsTable("How sure we can be", (3, 4, 2, 4), look), WordsTable("Too little", (4, 2, 2, 3), look))
    names = ("How sure we can be", "Too little or too much")
    content = QWidget()
    column = QVBoxLayout(content)
    for name, chart, table, rows in zip(names, charts, tables, (sureness_table, style_table), strict=True):
        section = ProgressSection(name, "What the picture shows, in one sentence.", chart, table, look)
        section.show_report(REPORT, rows(REPORT))
        column.addWidget(section)
    lessons = WordsTable("Lessons", (7, 3, 2, 2, 4, 5), look)
    lessons.show_rows(lessons_table(REPORT))
    column.addWidget(lessons)
    page(window, scrolling(content))


def review(window: QWidget, look: Look) -> None:
    """The card on the shelf; a passage's foot before and after it was answered."""
    told = Told("Denial, partly", "You caught 3 of the 6 key words.", "The words that say no are what denies it.")
    sheet = QLabel()
    sheet.setObjectName("sheet")
    column = QVBoxLayout(window)
    column.addWidget(ReviewBanner(3, look))
    column.addWidget(sheet, 1)
    column.addWidget(PassageFoot("Mark every claim and denial here. There may be none.", "Passage 1 of 3", look))
    verdict = PassageVerdict(told, "Passage 1 of 3", look, last=False)
    column.addWidget(verdict)
    window.after = lambda: verdict.setFocus(Qt.FocusReason.TabFocusReason)  # type: ignore[attr-defined]


SCENES: dict[str, Callable[[QWidget, Look], None]] = {
    "shelf": shelf,
    "first": first,
    "people": people,
    "note": note,
    "keys": keys,
    "reading": reading,
    "reveal": reveal,
    "text": text,
    "progress": progress,
    "review": review,
    "own lessons": teacher_gallery.own_lessons,
    "new lesson": teacher_gallery.new_lesson,
    "cleaning": teacher_gallery.cleaning,
    "giving": teacher_gallery.giving,
    "teacher copy": teacher_gallery.copy_note,
    "versions": teacher_gallery.versions,
    "keys question": teacher_gallery.keys_question,
    "new passphrase": teacher_gallery.new_passphrase,
    "unlock": teacher_gallery.unlock,
    "words on paper": teacher_gallery.words,
    "recovery page": teacher_gallery.recovery,
}


def take(application: QApplication, scene: str, form: str, folder: Path) -> None:
    size = FORMS[form]
    look = size.look
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if size.mirrored else Qt.LayoutDirection.LeftToRight)
    window = QWidget()
    window.resize(size.width, size.height)
    dress(window, look)
    ring = FocusRing(window, look)
    SCENES[scene](window, look)
    window.show()
    window.activateWindow()
    application.processEvents()
    getattr(window, "after", lambda: None)()
    for _turn in range(3):
        application.processEvents()
    window.grab().save(str(folder / f"{scene}-{form}.png"))
    ring.leave_page()
    window.close()


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    Faces(ROOT / "assets" / "fonts").load(*Face)
    wanted = sys.argv[2:]
    for scene in SCENES:
        for form in FORMS:
            if not wanted or scene in wanted or form in wanted or f"{scene}-{form}" in wanted:
                take(application, scene, form, folder)


if __name__ == "__main__":
    main()
