"""The first start of a program that was unpacked, not installed: where is work to be kept?"""

from collections.abc import Callable
from pathlib import Path

from claimlight.app.wiped_home import start_again
from claimlight.core.errors import StoreError
from claimlight.store.portable import keep_beside, keep_here
from claimlight.store.settings_file import SettingsFile
from claimlight.ui.window import Window
from claimlight.wording import _
from claimlight.wording.errors import say


def ask_where(
    program: Path, window: Window, settings: SettingsFile, start_again: Callable[[], object] = start_again
) -> None:
    """Ask above the page. Beside the program: the folder is made and the program starts again, there."""

    def beside() -> None:
        try:
            keep_beside(program)
        except StoreError as error:
            window.tell(say(error), details=str(error), warns=True)
            return
        window.close()
        start_again()

    def here() -> None:
        try:
            keep_here(settings)
        except StoreError as error:
            window.tell(say(error), details=str(error), warns=True)

    window.tell(
        _("Where should your work be kept? Beside the program, it goes along with a stick."),
        answers=((_("Beside the program"), beside), (_("On this computer"), here)),
    )
