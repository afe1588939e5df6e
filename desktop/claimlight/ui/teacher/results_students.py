"""*Students*: who marks too little, who too much. Folded until the teacher asks, for names stand there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimlight.grading.marking_style import Leaning
from claimlight.ui.controls import Button
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look
from claimlight.ui.progress_words import LEANINGS, Rows
from claimlight.ui.teacher.results_charts import PictureOrTable
from claimlight.ui.teacher.results_styles_chart import StylesChart
from claimlight.wording import _, ngettext
from claimlight.wording.points import points_text
from claimlight.work.class_styles import StudentStyle, leanings


class StudentsSection(QWidget):
    """A button that unfolds; who it is about is read then."""

    def __init__(self, found: Callable[[], tuple[StudentStyle, ...]], look: Look) -> None:
        super().__init__()
        self._found = found
        self._look = look
        self.fold = Button(_("Students"), look, icon=Icon.DOWN)
        self.fold.clicked.connect(self.toggle)
        self.shown: PictureOrTable | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeading)
        self.set_look(look)

    @property
    def unfolded(self) -> bool:
        return self.shown is not None

    def toggle(self) -> None:
        """Unfold, or fold."""
        if self.unfolded:
            self.fold_away()
        else:
            self._build()
            self._say()

    def fold_away(self) -> None:
        """No name stands on the page any longer."""
        if self.shown is not None:
            self._column.removeWidget(self.shown)
            self.shown.hide()
            self.shown.deleteLater()
            self.shown = None
        self._say()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.fold.set_look(look)
        if self.shown is not None:
            self.shown.set_look(look)
        self._column.setSpacing(look.px(14))

    def _build(self) -> None:
        look, styles = self._look, self._found()
        title = _("Too little, too much")
        chart = StylesChart(title, look)
        chart.show_styles(styles)
        self.shown = PictureOrTable(title, (30, 12, 12, 16, 16, 22), look, chart=chart)
        self.shown.show_rows(summary(styles), table(styles))
        self._column.addWidget(self.shown)

    def _say(self) -> None:
        self.fold.set_icon(Icon.UP if self.unfolded else Icon.DOWN)
        self.fold.setAccessibleDescription(_("shown") if self.unfolded else _("folded"))


def summary(styles: tuple[StudentStyle, ...]) -> str:
    """How many lean where, and what the bars are."""
    found = leanings(styles)
    much, little, right = (found.get(each, 0) for each in (Leaning.OVER_MARKS, Leaning.UNDER_MARKS, Leaning.BALANCED))
    said = ngettext("{n} student marks rather too much", "{n} students mark rather too much", much).format(n=much)
    counts = _("{much}, {little} rather too little, {right} about right.").format(much=said, little=little, right=right)
    bars = _("Dashed: answers not found. Filled: marks that found nothing. Last checks.")
    return _("{counts} {bars}").format(counts=counts, bars=bars)


def table(styles: tuple[StudentStyle, ...]) -> Rows:
    """A row for each student, the heads first."""
    heads = (_("Name"), _("First"), _("Last"), _("Answers not found"), _("Marks that found nothing"), _("All in all"))
    return (heads, *(_row(one) for one in styles))


def _row(one: StudentStyle) -> tuple[str, ...]:
    style = one.style
    return (
        one.name,
        "–" if one.first is None else points_text(one.first),
        points_text(one.last),
        _("{count} of {all}").format(count=style.unfound, all=style.items),
        _("{count} of {all}").format(count=style.astray, all=style.highlights),
        _(LEANINGS[style.leaning]),
    )
