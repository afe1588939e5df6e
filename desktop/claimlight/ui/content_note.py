"""Before a hard lesson opens: what it is about, and the way to another one."""

from PySide6.QtWidgets import QHBoxLayout

from claimlight.ui.controls import Button, Caption, Paragraph, Sign
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import CardSheet
from claimlight.wording import _

_WIDTH = 620


class ContentNote(CardSheet):
    """*Start reading*, or *Choose another*, which leaves."""

    def __init__(self, title: str, note: str, look: Look) -> None:
        super().__init__(look, width=_WIDTH)
        head = QHBoxLayout()
        head.addWidget(self.wear(Sign(Icon.INFO, look)))
        head.addWidget(self.wear(Caption(_("Before you read"), look, Type.HEADING)))
        head.addStretch(1)
        self.start = Button(_("Start reading"), look, kind="primary")
        self.another = Button(_("Choose another"), look)
        self.another.clicked.connect(self.left)
        self.column.addLayout(head)
        for words in (
            Paragraph(title, look, Type.PAGE_TITLE, balanced=True),
            Paragraph(_("This article is about"), look, Type.PARAGRAPH, "ink2"),
            Paragraph(note, look, Type.LARGE_HEADING),
            Paragraph(_("You may read it now, later, or choose another lesson."), look, Type.PARAGRAPH, "ink2"),
        ):
            self.column.addWidget(self.wear(words))
        self.column.addLayout(self.row_of(self.start, self.another))
        self.setFocusProxy(self.start)
        self.set_look(look)
