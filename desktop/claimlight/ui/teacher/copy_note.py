"""What a teacher copy says first: it holds the answers."""

from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import CardSheet
from claimlight.wording import _


class CopyNote(CardSheet):
    """Make it a lesson of one's own, read it as a student, or leave it."""

    def __init__(self, title: str, author: str, look: Look) -> None:
        super().__init__(look)
        by = _("From {author}.").format(author=author) if author else ""
        warning = _("This file holds the answers and the author’s notes. It is not for students.")
        self.own = Button(_("Make it a lesson of my own"), look, kind="primary")
        self.read = Button(_("Read it as a student"), look)
        self.leave = Button(_("Not now"), look)
        self.leave.clicked.connect(self.left)
        for words in (
            Paragraph(_("Teacher copy with answers"), look, Type.HEADING),
            Paragraph(title, look, Type.PAGE_TITLE, balanced=True),
            Paragraph(" ".join((by, warning)).strip(), look),
        ):
            self.column.addWidget(self.wear(words))
        self.column.addLayout(self.row_of(self.own, self.read, self.leave))
        self.setFocusProxy(self.own)
        self.set_look(look)
