"""Which stick, or which folder? The drives that are in, and a folder of one's own choice."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo, Signal

from claimlight.session.stick_watch import drives
from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import CardSheet
from claimlight.wording import _


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive by the name on it, or, where it has none, by its path."""

    path: Path
    name: str


def drives_here() -> tuple[Drive, ...]:
    """Every drive that can be written to, but for the system's own."""
    found = []
    for path in drives():
        info = QStorageInfo(str(path))
        if not info.isReadOnly():
            found.append(Drive(path, info.name() or path.name or str(path)))
    return tuple(found)


class PlacePage(CardSheet):
    """`chosen` gives the place; nothing has to be typed."""

    chosen = Signal(str)
    folder_wanted = Signal()

    def __init__(self, title: str, words: str, places: Sequence[Drive], look: Look) -> None:
        super().__init__(look, width=560)
        self.column.addWidget(self.wear(Paragraph(title, look, Type.PAGE_TITLE)))
        self.column.addWidget(self.wear(Paragraph(words, look, Type.PARAGRAPH, "ink2")))
        self.drives = tuple(
            self.wear(Button(_("Stick “{name}”").format(name=drive.name), look, kind="primary" if not n else "plain"))
            for n, drive in enumerate(places)
        )
        for button, drive in zip(self.drives, places, strict=True):
            button.clicked.connect(lambda _checked=False, path=drive.path: self.chosen.emit(str(path)))
            self.column.addWidget(button)
        if not places:
            none = _("No stick is in. Put one in, or choose a folder that your students can reach.")
            self.column.addWidget(self.wear(Paragraph(none, look, Type.PARAGRAPH)))
        self.folder = Button(_("Choose a folder…"), look, kind="plain" if places else "primary")
        self.back = Button(_("Back"), look)
        self.folder.clicked.connect(self.folder_wanted)
        self.back.clicked.connect(self.left)
        self.column.addLayout(self.row_of(self.folder, self.back))
        self.set_look(look)

    def begin(self) -> None:
        (self.drives[0] if self.drives else self.folder).setFocus()
