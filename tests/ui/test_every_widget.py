"""What holds for every widget: named, with a role, large enough, nothing cut at 200 %, mirrored, in every theme."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from claimlight.ui.controls import Caption, KeyButton, Paragraph
from claimlight.ui.faces import Face, Faces
from claimlight.ui.focus import GAP, LINE, FocusRing
from claimlight.ui.label_button import LabelButton
from claimlight.ui.look import Look
from claimlight.ui.palette import Palette
from claimlight.ui.stylesheet import dress
from claimlight.ui.theme import CONTRAST_LIGHT, PAPER
from shots.forms import FORMS
from shots.gallery import SCENES
from ui_stage import FONTS, focusable, keep

Scene = Callable[[QWidget, Look], None]
EVERY_SCENE = pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES.keys())


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Callable[[Scene, str], QWidget]]:
    Faces(FONTS).load(*Face)
    application = QApplication.instance()
    assert isinstance(application, QApplication)

    def show(scene: Scene, form: str) -> QWidget:
        shown = FORMS[form]
        if shown.mirrored:
            application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        window = QWidget()
        keep(qtbot, window)
        window.resize(shown.width, shown.height)
        dress(window, shown.look)
        scene(window, shown.look)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        getattr(window, "after", lambda: None)()
        QApplication.processEvents()
        return window

    yield show
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@EVERY_SCENE
def test_every_focusable_widget_has_a_name_and_a_role(stage: Callable[[Scene, str], QWidget], scene: Scene) -> None:
    window = stage(scene, "light")
    found = list(focusable(window))
    assert found
    for widget in found:
        told = QAccessible.queryAccessibleInterface(widget)
        assert told.text(QAccessible.Text.Name).strip(), widget
        assert told.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client), (widget, told.role())


@EVERY_SCENE
@pytest.mark.parametrize("form", ["light", "small", "large"])
def test_everything_to_press_is_large_enough(stage: Callable[[Scene, str], QWidget], scene: Scene, form: str) -> None:
    least = 28 if form != "large" else 56
    for widget in focusable(stage(scene, form)):
        if isinstance(widget, QAbstractButton | QComboBox | QLineEdit):
            assert widget.height() >= least, widget
            assert widget.width() >= least, widget


@pytest.mark.parametrize(
    ("scene", "form"),
    [
        pytest.param(scene, form, id=f"{form}-{name}")
        for form in FORMS
        for name, scene in SCENES.items()
        if (form, name) != ("tight", "reading")  # in the gallery, its message and strips stand in the smallest window
    ],
)
def test_no_text_is_cut(stage: Callable[[Scene, str], QWidget], scene: Scene, form: str) -> None:
    window = stage(scene, form)
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert_whole(label)
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and not isinstance(button, KeyButton):
            assert button.width() >= min(button.sizeHint().width(), button.minimumSizeHint().width()), button.text()
            assert button.height() >= min(button.sizeHint().height(), button.minimumSizeHint().height()), button.text()


def assert_whole(label: QLabel) -> None:
    text = label.text()
    if isinstance(label, Paragraph):
        assert label.height() >= label.heightForWidth(label.width()) - 2, text
    elif isinstance(label, Caption):
        assert label.width() >= QFontMetricsF(label.font()).horizontalAdvance(text) - 1, text
        assert label.height() >= QFontMetricsF(label.font()).height() * 0.9, text
    window, parent = label.window(), label.parentWidget()
    assert window is not None
    assert parent is not None
    box = QRect(label.mapTo(window, label.rect().topLeft()), label.size())
    assert box.left() >= -1, text
    assert box.right() <= window.width() + 1, text


@EVERY_SCENE
def test_right_to_left_mirrors(stage: Callable[[Scene, str], QWidget], scene: Scene) -> None:
    def places(form: str) -> dict[str, float]:
        window = stage(scene, form)
        return {
            button.accessibleName(): button.mapTo(window, button.rect().center()).x() / window.width()
            for button in window.findChildren(QAbstractButton)
            if button.isVisible() and button.accessibleName() and not isinstance(button.parent(), Palette)
        }

    left, right = places("light"), places("rtl")
    assert left.keys() == right.keys()
    for name, place in left.items():
        assert right[name] == pytest.approx(1 - place, abs=0.05), name


def test_no_widget_names_a_colour_itself() -> None:
    from pathlib import Path

    import claimlight.ui.theme as theme

    folder = Path(theme.__file__).parent
    for path in folder.glob("*.py"):
        if path.name != "theme.py":
            assert not re.search(r"#[0-9A-Fa-f]{6}\b", path.read_text("utf-8")), path.name


class TestFocusRing:
    def test_the_keyboard_brings_it_and_the_mouse_does_not(self, qtbot: QtBot) -> None:
        window = QWidget()
        keep(qtbot, window)
        look = Look(PAPER)
        dress(window, look)
        ring = FocusRing(window, look)
        from claimlight.ui.controls import Button

        first, second = Button("One", look), Button("Two", look)
        for n, button in enumerate((first, second)):
            button.setParent(window)
            button.move(40, 40 + n * 80)
        window.resize(300, 200)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        first.setFocus(Qt.FocusReason.TabFocusReason)
        assert ring.widget() is first
        assert ring.isVisible()
        room = GAP + LINE
        assert ring.geometry() == first.geometry().adjusted(-room, -room, room, room)
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
        assert second.hasFocus()
        assert ring.widget() is not first
        assert ring.widget() is not second
        ring.set_look(Look(CONTRAST_LIGHT))
        first.setFocus(Qt.FocusReason.TabFocusReason)
        window.grab()


def test_a_label_button_stays_itself_when_its_action_changes(qtbot: QtBot) -> None:
    from ui_samples import CLAIM

    owner = QWidget()
    keep(qtbot, owner)
    action = QAction("Claim", owner)
    button = LabelButton(CLAIM, action, Look())
    keep(qtbot, button)
    action.setEnabled(False)
    button.grab()
    assert not button.isEnabled()
    assert button.accessibleName() == "Claim"
