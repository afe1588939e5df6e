"""What is said once work has been removed for good."""

from collections.abc import Sequence
from pathlib import Path

from claimlight.ui.window import Window
from claimlight.wording import _


def tell_removed(window: Window, damaged: Sequence[Path]) -> None:
    """`damaged` are files that may still hold some of it."""
    if damaged:
        window.tell(
            _("The work is gone, but damaged files may still hold some of it. Delete them by hand."),
            details="\n".join(map(str, damaged)),
            warns=True,
        )
    else:
        window.tell(_("The work is gone, here and from every backup."))
