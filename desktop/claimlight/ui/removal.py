"""*Remove my work*: asked about first, for this is the one thing that cannot be undone."""

from PySide6.QtCore import QObject, Signal

from claimlight.core.errors import ClaimlightError
from claimlight.session.study import Study
from claimlight.ui.window import Window
from claimlight.wording import _


class Removal(QObject):
    """Deletes what the person at work has done here. `begun` is said just before, `gone` when it is done."""

    begun = Signal()
    gone = Signal()
    failed = Signal()

    def __init__(self, window: Window, study: Study) -> None:
        super().__init__(window)
        self._window = window
        self._study = study

    def ask(self) -> None:
        name = self._study.person.name
        sentence = (
            _("Remove all of {name}’s work from this computer, for good? Its backups go too.").format(name=name)
            if name
            else _("Remove all your work from this computer, for good? Its backups go too.")
        )
        self._window.ask(sentence, ((_("Keep it"), lambda: None), (_("Remove it for good"), self._remove)))

    def _remove(self) -> None:
        self.begun.emit()
        try:
            left = self._study.forget()
        except ClaimlightError as error:
            self.failed.emit()
            self._window.tell_error(error)
            return
        self.gone.emit()
        if left:
            self._window.tell(
                _("The work is gone, but damaged files may still hold some of it. Delete them by hand."),
                details="\n".join(map(str, left)),
            )
        else:
            self._window.tell(_("The work is gone, here and from every backup."))
