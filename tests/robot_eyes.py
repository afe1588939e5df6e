"""Eyes for robots: every sentence that a window shows or tells a screen reader, wherever it stands."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QTextEdit, QWidget

from claimlight.ui.controls import MarkedLabel


def everything_said(window: QWidget) -> Iterator[str]:
    """The words in all visible widgets of `window`: captions, names, descriptions, rows, fields, its title."""
    yield window.windowTitle()
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible():
            yield from said_by(widget)


def said_by(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    if isinstance(widget, QComboBox):
        yield widget.currentText()
    if isinstance(widget, QTextEdit):
        yield widget.document().toRawText()
    if isinstance(widget, QAbstractItemView):
        yield from rows_of(widget)
    if isinstance(widget, MarkedLabel):
        yield widget.accessibleName()


def rows_of(view: QAbstractItemView) -> tuple[str, ...]:
    """What a screen reader reads of each row: what is meant for it, else what is shown."""
    model = view.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return tuple(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data() or "") for index in rows)
