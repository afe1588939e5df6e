"""*About this lesson*: what it says of itself, field by field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimlight.session.authoring import AuthoringSession
from claimlight.ui.controls import Button, Caption, Paragraph, scrolling
from claimlight.ui.look import Look, Type
from claimlight.ui.teacher.fields import LineField
from claimlight.wording import N_, _

_FIELDS = (
    ("title", N_("Title"), ""),
    ("byline", N_("Byline"), N_("By Tamsin Vale")),
    ("dateline", N_("Place and day"), N_("Harrowmere, 14 March")),
    ("source", N_("Where the article is from"), ""),
    ("author", N_("Who made the lesson"), ""),
    ("licence", N_("How it may be used"), N_("CC-BY-4.0, or: only in my class")),
    ("level", N_("For which grade"), N_("7 or 7-8")),
    ("topic", N_("Topic"), ""),
    ("minutes", N_("Minutes"), "20"),
    ("content_note", N_("What readers should know first"), N_("war, deaths of civilians")),
)
_NUMBERS = ("minutes",)


class SheetPage(QWidget):
    """Each field is kept as soon as it is left, and can be undone."""

    left = Signal()

    def __init__(self, session: AuthoringSession, look: Look) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._look = look
        self._title = Paragraph(_("About this lesson"), look, Type.PAGE_TITLE)
        self.back = Button(_("Back to the answers"), look)
        self.back.clicked.connect(self.left)
        self.fields: dict[str, LineField] = {}
        self._captions: list[Caption] = []
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.addWidget(self._title)
        for name, caption, example in _FIELDS:
            self._add(name, _(caption), _(example) if example else "")
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(self._content))
        self.set_look(look)

    def begin(self) -> None:
        """The first empty field gets the keyboard."""
        first = next((field for field in self.fields.values() if not field.text()), self.fields["title"])
        first.setFocus()

    def end(self) -> None:
        for field in self.fields.values():
            field.keep()

    def set_look(self, look: Look) -> None:
        self._look = look
        for caption in self._captions:
            caption.set_look(look)
        for field in self.fields.values():
            field.set_look(look)
        self._title.set_look(look)
        self.back.set_look(look)
        self._column.setSpacing(look.px(4))
        self._space()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()

    def _add(self, name: str, caption: str, example: str) -> None:
        label = Caption(caption, self._look, Type.SECONDARY_ACTION, "second")
        field = LineField(caption, self._look)
        field.setPlaceholderText(example)
        field.show_words(str(self._session.draft.values.get(name, "")))
        field.written.connect(lambda words: self._write(name, words))
        self._captions.append(label)
        self.fields[name] = field
        self._column.addWidget(label)
        self._column.addWidget(field)

    def _write(self, name: str, words: str) -> None:
        """A refused value is told, and the field shows the old one again."""
        value: object = words or None
        if name in _NUMBERS and words.isdecimal():
            value = int(words)
        if name in ("title", "author", "licence"):
            value = words
        if name == "title" and not words:
            value = self._session.draft.values["title"]
        self._session.set_sheet(**{name: value})
        self.fields[name].show_words(str(self._session.draft.values.get(name, "")))

    def _space(self) -> None:
        px = self._look.px
        side = max(px(24), (self.width() - px(640)) // 2)
        self._column.setContentsMargins(side, px(20), side, px(24))
