"""Whose work is handed in: asked once, beside the button that hands in, of who has no name here."""

from PySide6.QtCore import QRect

from claimlight.core.errors import ClaimlightError
from claimlight.session.study import Study
from claimlight.ui.name_question import NameQuestion
from claimlight.ui.reading_room import ReadingRoom
from claimlight.ui.window import Window
from claimlight.wording import _


def ask_name(room: ReadingRoom, window: Window, study: Study) -> None:
    """Ask, and go on with the hand-in once there is a name; Esc leaves everything as it was."""
    question = NameQuestion(room, window.look)

    def take(name: str) -> None:
        try:
            taken = study.take_name(name)
        except ClaimlightError as error:
            question.leave()
            window.tell_error(error)
            return
        if not taken:
            words = _("{name} has worked here before. If that is not you, add something to your name.").format(
                name=name
            )
            question.say(words)
            window.announce(words)
            return
        question.leave()
        room.set_person(study.person.name)
        room.check()

    question.named.connect(take)
    question.closed.connect(question.deleteLater)
    button = room.strip.primary
    question.ask(QRect(button.mapToGlobal(button.rect().topLeft()), button.size()))
