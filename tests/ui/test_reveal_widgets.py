"""Points, review card, legend: every outcome by shape and in words, walked by keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from claimlight.ui.controls import Paragraph
from claimlight.ui.legend import Legend
from claimlight.ui.look import Look
from claimlight.ui.marked_text import Fate
from claimlight.ui.points import Outcome, PointsPanel, PointsView, outcome_name
from claimlight.ui.review_card import ReviewDock
from claimlight.ui.theme import CONTRAST_DARK
from ui_samples import POINTS, REVIEW
from ui_stage import on_stage


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


class TestPoints:
    @pytest.fixture
    def panel(self, qtbot: QtBot) -> PointsPanel:
        panel = PointsPanel(Look())
        panel.set_points(
            POINTS,
            total="6½ of 10 points",
            band="Getting there – nearly Secure",
            next_step="Next step: keep the words that say no.",
            rest=[("The first mark not in the answers is free", "+½")],
            when="Last check, 14:20",
        )
        on_stage(qtbot, panel, width=392, height=800)
        return panel

    def view(self, panel: PointsPanel) -> PointsView:
        view = panel.findChild(PointsView)
        assert view is not None
        return view

    def test_the_total_stands_below(self, panel: PointsPanel) -> None:
        assert {
            "6½ of 10 points",
            "Getting there – nearly Secure",
            "Next step: keep the words that say no.",
            "The first mark not in the answers is free",
            "+½",
            "Last check, 14:20",
        } <= set(words(panel))

    def test_each_line_is_spoken_with_its_outcome(self, panel: PointsPanel) -> None:
        model = self.view(panel).model()
        spoken = [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]
        assert spoken[2] == (
            "Not in the answers: Claim, told a crowded meeting in the market hall. Not in the answers. Points: −½"
        )
        assert spoken[8].startswith("Missed: Denial")
        told = QAccessible.queryAccessibleInterface(self.view(panel))
        assert told.text(QAccessible.Text.Name) == "How your points add up"

    def test_the_total_is_never_cut(self, qtbot: QtBot, panel: PointsPanel) -> None:
        panel.set_look(Look(scale=2.0))
        panel.window().resize(1280, 566)
        total = next(one for one in panel.findChildren(Paragraph) if one.text() == "6½ of 10 points")
        qtbot.waitUntil(lambda: total.width() > 800)
        assert total.height() >= total.heightForWidth(total.width())
        assert total.mapTo(panel, total.rect().bottomLeft()).y() < panel.height()

    def test_the_lines_are_walked_by_keys(self, qtbot: QtBot, panel: PointsPanel) -> None:
        panel.set_current("9")
        panel.focus_list()
        with qtbot.waitSignal(panel.current_changed) as changed:
            qtbot.keyClick(self.view(panel), Qt.Key.Key_Down)
        assert changed.args == ["10"]
        with qtbot.waitSignal(panel.activated) as activated:
            qtbot.keyClick(self.view(panel), Qt.Key.Key_Return)
        assert activated.args == ["10"]

    @pytest.mark.parametrize("outcome", Outcome)
    def test_every_outcome_has_a_shape_and_a_word(self, qtbot: QtBot, panel: PointsPanel, outcome: Outcome) -> None:
        assert outcome_name(outcome)
        panel.set_points([replace(POINTS[0], outcome=outcome)], total="", band="")
        picture = panel.grab().toImage()
        others = [other for other in Outcome if other is not outcome]
        for other in others:
            panel.set_points([replace(POINTS[0], outcome=other)], total="", band="")
            assert panel.grab().toImage() != picture

    def test_the_look_changes_in_place(self, panel: PointsPanel) -> None:
        panel.set_look(Look(CONTRAST_DARK, scale=2.0))
        QApplication.processEvents()
        panel.grab()
        assert self.view(panel).sizeHintForRow(0) == 84


class TestReviewCard:
    @pytest.fixture
    def dock(self, qtbot: QtBot) -> ReviewDock:
        dock = ReviewDock(Look())
        dock.set_card(REVIEW, 9, 12)
        on_stage(qtbot, dock, width=888, height=236)
        return dock

    def test_the_card_says_everything(self, dock: ReviewDock) -> None:
        assert {
            "Denial, partly",
            "paragraph 5 · you were sure",
            "9 of 12",
            "“No such warning ever reached my desk,”",
            "caught, 5 words",
            "missed, 2 words",
            "Ilse Varnholt",
            "½ point",
            REVIEW.explanation,
        } <= set(words(dock))
        assert dock.accessibleName() == "Denial, partly"
        assert REVIEW.explanation in dock.accessibleDescription()

    def test_its_buttons_go_through_the_cards(self, qtbot: QtBot, dock: ReviewDock) -> None:
        """N and P are commands of the window: see the stories."""
        with qtbot.waitSignal(dock.previous_wanted):
            qtbot.mouseClick(dock.previous, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(dock.next_wanted):
            qtbot.mouseClick(dock.next, Qt.MouseButton.LeftButton)
        assert dock.next.accessibleName() == "Next mark"

    def test_at_the_ends_there_is_no_further(self, qtbot: QtBot, dock: ReviewDock) -> None:
        dock.set_card(REVIEW, 1, 1)
        assert not dock.next.isEnabled()
        with qtbot.assertNotEmitted(dock.next_wanted):
            qtbot.keyClick(dock, Qt.Key.Key_N)

    def test_where_it_is_narrow_the_reasons_stand_below(self, qtbot: QtBot, dock: ReviewDock) -> None:
        def left() -> int:
            shown = [label for label in dock.findChildren(QLabel) if label.text() == "½ point" and label.isVisible()]
            return shown[0].mapTo(dock, shown[0].rect().topLeft()).x() if shown else beside

        beside = 9_999
        beside = left()
        dock.set_look(Look(scale=2.0))
        dock.window().resize(900, 500)
        qtbot.waitUntil(lambda: left() < beside)

    def test_next_mark_is_a_word_where_there_is_room_and_never_keeps_the_window_wide(
        self, qtbot: QtBot, dock: ReviewDock
    ) -> None:
        def word() -> bool:
            return any(label.text() == "Next mark" and label.isVisible() for label in dock.next.findChildren(QLabel))

        qtbot.waitUntil(word)
        dock.window().resize(460, 300)
        qtbot.waitUntil(lambda: not word())
        dock.window().resize(888, 300)
        qtbot.waitUntil(word)

    def test_every_fate_is_in_the_key(self, dock: ReviewDock) -> None:
        legend = tuple((fate, fate.value) for fate in Fate)
        dock.set_card(replace(REVIEW, legend=legend, facts=()), 2, 3)
        QApplication.processEvents()
        assert {fate.value for fate in Fate} <= set(words(dock))
        dock.grab()


def test_the_legend_names_the_four_shapes(qtbot: QtBot) -> None:
    legend = Legend(Look())
    on_stage(qtbot, legend, height=60)
    assert words(legend) == ["You and the answers", "Caught", "In part", "Missed", "Not in the answers"]
    legend.set_look(Look(CONTRAST_DARK, scale=2.0))
    assert legend.heightForWidth(500) > legend.heightForWidth(2000)
