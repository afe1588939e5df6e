"""*Export the answers*: for which other tool, and afterwards what was written and what had no place there."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy

from claimlight.files.exchange.markings import Form
from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
from claimlight.ui.teacher.sentences import Sentences
from claimlight.wording import N_, _

_FORMS = (
    (Form.W3C, N_("Web annotations (W3C, .json)"), N_("Claimlight’s own form. Nothing is left out.")),
    (Form.BRAT, N_("brat (.ann)"), N_("With the text beside it, in a file of its own.")),
    (Form.DOCCANO, N_("doccano (.jsonl)"), N_("Labels, words and links; no notes.")),
    (Form.LABEL_STUDIO, N_("Label Studio (.json)"), N_("A task with the answers as its annotation.")),
    (Form.WEBANNO, N_("WebAnno and INCEpTION (.tsv)"), N_("WebAnno TSV 3.3.")),
    (Form.XMI, N_("UIMA (.xmi)"), N_("With its types in a second file. Needs the extra package dkpro-cassis.")),
    (Form.CONLL, N_("CoNLL (.conll)"), N_("A word a line, with IOB labels; no two labels on one word.")),
)
_BETWEEN = 14


class AnnotationsPage(ColumnSheet):
    """`wanted` gives the form; `tell` says what came of it."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, title=_("Export the answers"), back=_("Back"), width=760, gap=6)
        self.forms = {form: QRadioButton(_(name)) for form, name, _about in _FORMS}
        self.forms[Form.W3C].setChecked(True)
        self.save = Button(_("Save the file…"), look, kind="primary")
        self.told = self.wear(Sentences(look))
        self.column.addWidget(self.wear(Paragraph(_("For which tool?"), look, Type.HEADING)))
        group = QButtonGroup(self)
        for form, _name, about in _FORMS:
            group.addButton(self.forms[form])
            self.forms[form].setAccessibleDescription(_(about))
            self.forms[form].toggled.connect(lambda _on: self.told.say(()))
            self.column.addWidget(self.forms[form])
            self.column.addWidget(self.wear(Paragraph(_(about), look, Type.SMALL, "ink2")))
        self.save.clicked.connect(lambda: self.wanted.emit(self.form))
        self.column.addSpacing(_BETWEEN)
        self.column.addLayout(self.row_of(self.save))
        self.column.addSpacing(_BETWEEN)
        self.column.addWidget(self.told)
        self.column.addStretch(1)
        self.set_look(look)

    @property
    def form(self) -> Form:
        return next(form for form, button in self.forms.items() if button.isChecked())

    def begin(self) -> None:
        self.forms[self.form].setFocus()

    def tell(self, done: str, sentences: Sequence[str]) -> None:
        """What was written, and what of the answers is not in it."""
        self.told.say(sentences, done)
        QTimer.singleShot(0, self, lambda: self.scroller.ensureWidgetVisible(self.told))

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        for button in self.forms.values():
            button.setFont(look.font(Type.TEXT))
            button.setMinimumHeight(look.px(32))
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
