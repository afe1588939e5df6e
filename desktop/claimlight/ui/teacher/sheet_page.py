"""*About this lesson*: what it says of itself, field by field."""

from claimlight.session.authoring import AuthoringSession
from claimlight.ui.controls import Button, Caption, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
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
_WIDTH, _GAP = 640, 4


class SheetPage(ColumnSheet):
    """Each field is kept as soon as it is left, and can be undone."""

    def __init__(self, session: AuthoringSession, look: Look) -> None:
        super().__init__(look, width=_WIDTH, gap=_GAP)
        self._session = session
        self.fields: dict[str, LineField] = {}
        self.column.addWidget(self.wear(Paragraph(_("About this lesson"), look, Type.PAGE_TITLE)))
        for name, caption, example in _FIELDS:
            self._add(name, _(caption), _(example) if example else "")
        self.back = Button(_("Back to the answers"), look)
        self.back.clicked.connect(self.left)
        self.column.addLayout(self.row_of(self.back))
        self.column.addStretch(1)
        self.set_look(look)

    def begin(self) -> None:
        """The first empty field gets the keyboard."""
        first = next((field for field in self.fields.values() if not field.text()), self.fields["title"])
        first.setFocus()

    def end(self) -> None:
        for field in self.fields.values():
            field.keep()

    def _add(self, name: str, caption: str, example: str) -> None:
        label = self.wear(Caption(caption, self._look, Type.SECONDARY_ACTION, "second"))
        field = self.wear(LineField(caption, self._look))
        field.setPlaceholderText(example)
        field.show_words(str(self._session.draft.values.get(name, "")))
        field.written.connect(lambda words: self._write(name, words))
        self.fields[name] = field
        self.column.addWidget(label)
        self.column.addWidget(field)

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
