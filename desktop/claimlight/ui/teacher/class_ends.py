"""What leaves a class and comes back, in the window: marks exported, copies kept and brought back, the end of term."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from claimlight.ui.sheet import Sheet
from claimlight.ui.teacher.class_asking import ClassAsking
from claimlight.wording import _

AskForFolder = Callable[[QWidget], Path | None]


class ClassEnds(QObject):
    """Each page leads back to its class, or, where that is gone, to all of them."""

    class_wanted = Signal(str)
    classes_wanted = Signal()

    def __init__(self, asking: ClassAsking, show: Callable[[Sheet, str], None], folder: AskForFolder) -> None:
        super().__init__(asking.window)
        self._asking = asking
        self._show_page = show
        self.folder = folder

    def show_export(self, class_id: str, back: Callable[[], object] | None = None) -> None:
        """*Export marks*; `back` leads where it was asked for, if not on the class's page."""
        from claimlight.ui.teacher.class_files import export_page

        book, ask = self._asking.book, self._asking.ask
        page = export_page(
            *(book, class_id, self._asking.window.look, ask),
            new_file=self._asking.new_file,
            old_file=self._asking.old_file,
            folder=lambda parent: self.folder(parent),
        )
        if page is not None:
            page.left.connect(back or (lambda: self.class_wanted.emit(class_id)))
            self._show_page(page, _("Export marks"))
            page.begin()

    def show_end(self, class_id: str) -> None:
        """*End of term*."""
        from claimlight.ui.teacher.class_files import end_of_term_page

        def ended(words: str) -> None:
            self.classes_wanted.emit()
            self._asking.window.tell(words)

        book, ask = self._asking.book, self._asking.ask
        page = end_of_term_page(book, class_id, self._asking.window.look, ask, ended, new_file=self._asking.new_file)
        if page is not None:
            page.left.connect(lambda: self.class_wanted.emit(class_id))
            page.export_wanted.connect(lambda: self.show_export(class_id))
            self._show_page(page, _("End of term"))
            page.begin()

    def keep_copy_of_all(self) -> None:
        from claimlight.ui.teacher.class_files import keep_copy

        said = keep_copy(self._asking.book, self._asking.window, self._asking.ask, new_file=self._asking.new_file)
        if said is not None:
            self._asking.window.tell(said)

    def bring_back(self) -> None:
        from claimlight.ui.teacher.class_files import bring_back_page

        def brought(words: str) -> None:
            self.classes_wanted.emit()
            self._asking.window.tell(words)

        book, look = self._asking.book, self._asking.window.look
        page = bring_back_page(
            book, look, self._asking.ask, brought, self._asking.window, old_file=self._asking.copy_file
        )
        if page is not None:
            page.left.connect(self.classes_wanted)
            self._show_page(page, _("Bring a class back"))
            page.begin()
