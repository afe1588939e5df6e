"""Whose work is handed in: asked once, beside the button that hands in, of who has no name here."""

from claimlight.session.study import Study
from claimlight.ui.asking_name import ask_name_beside
from claimlight.ui.reading_room import ReadingRoom
from claimlight.ui.window import Window
from claimlight.wording.handing_in import finish_text


def ask_name(room: ReadingRoom, window: Window, study: Study) -> None:
    """Ask, and go on with the hand-in once there is a name."""

    def go_on() -> None:
        room.set_person(study.person.name)
        room.check()

    ask_name_beside(window, study, room.strip.primary, go_on, over=room, words=finish_text())
