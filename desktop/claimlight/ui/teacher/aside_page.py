"""Files that were set aside when work was collected, each with its reason."""

from collections.abc import Sequence

from claimlight.ui.controls import Caption, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
from claimlight.wording import _


class AsidePage(ColumnSheet):
    """Nothing is deleted: what lay in a folder is in “set aside” beside the other work."""

    def __init__(self, name: str, aside: Sequence[tuple[str, str]], look: Look) -> None:
        super().__init__(look, title=_("Set aside"), back=name, width=760)
        words = _("Nothing of it was deleted or counted. What lay in a folder is in “set aside” there.")
        self.column.addWidget(self.wear(Paragraph(words, look, Type.PARAGRAPH, "ink2")))
        for file, reason in aside:
            self.column.addWidget(self.wear(Caption(file, look, Type.HEADING)))
            self.column.addWidget(self.wear(Paragraph(reason, look, Type.PARAGRAPH)))
        self.column.addStretch(1)
        self.set_look(look)

    def begin(self) -> None:
        self.back.setFocus()
