"""The versions of a lesson that were kept, the last first, each with what it changed."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimlight.store.classbook import DraftVersion
from claimlight.ui.controls import Button, Caption, Paragraph, hairline, scrolling
from claimlight.ui.look import Look, Type
from claimlight.wording import N_, _
from claimlight.work.draft_versions import Changed, changed_between

_REASONS = {
    "given": N_("given to students"),
    "shared": N_("shared with a colleague"),
    "kept": N_("kept by hand"),
}


class VersionsPage(QWidget):
    """`kept_wanted` asks to keep the lesson as it is now."""

    left = Signal()
    kept_wanted = Signal()

    def __init__(self, versions: Sequence[DraftVersion], look: Look) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._words: list[Paragraph | Caption] = []
        self._title = Paragraph(_("Versions"), look, Type.PAGE_TITLE)
        self._empty = Paragraph(
            _("A version is kept each time the lesson is given out. None has been yet."), look, role="ink2"
        )
        self._empty.setVisible(not versions)
        self.keep = Button(_("Keep a version now"), look)
        self.back = Button(_("Back to the answers"), look)
        self.keep.clicked.connect(self.kept_wanted)
        self.back.clicked.connect(self.left)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.addWidget(self._title)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addWidget(self.keep)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        self._column.addWidget(self._empty)
        for number in reversed(range(len(versions))):
            self._add(versions[number], versions[number - 1] if number else None)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content))
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        for part in (self._title, self._empty, self.keep, self.back, *self._words):
            part.set_look(look)
        self._column.setSpacing(look.px(8))
        self._space()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()

    def _add(self, version: DraftVersion, before: DraftVersion | None) -> None:
        made = QLocale().toString(_moment(version.made), QLocale.FormatType.ShortFormat)
        head = _("Version {n}, {reason}, {made}").format(
            n=version.number, reason=_(_REASONS.get(version.reason, version.reason)), made=made
        )
        lines = lines_of(changed_between(before.parts, version.parts)) if before is not None else (_("The first."),)
        self._column.addWidget(hairline())
        for words, use in ((head, Type.HEADING), *((line, Type.SECONDARY) for line in lines)):
            paragraph = Paragraph(words, self._look, use)
            self._words.append(paragraph)
            self._column.addWidget(paragraph)

    def _space(self) -> None:
        px = self._look.px
        side = max(px(24), (self.width() - px(720)) // 2)
        self._column.setContentsMargins(side, px(20), side, px(24))


def lines_of(changed: Changed) -> tuple[str, ...]:
    """What changed, a line for each."""
    lines = [_("Text: “{before}” became “{after}”").format(before=p.before, after=p.after) for p in changed.pieces]
    lines += [_("New: “{words}”").format(words=words) for words in changed.added]
    lines += [_("Removed: “{words}”").format(words=words) for words in changed.removed]
    lines += [_("Changed: “{words}”").format(words=words) for words in changed.others]
    if changed.fields:
        lines.append(_("About the lesson: {fields}").format(fields=", ".join(changed.fields)))
    return tuple(lines) or (_("Nothing changed."),)


def _moment(made: str):  # type: ignore[no-untyped-def] # Qt's own
    from PySide6.QtCore import QDateTime

    return QDateTime.fromString(made, Qt.DateFormat.ISODate).toLocalTime()
