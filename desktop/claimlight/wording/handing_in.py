"""What a student reads about work that is handed in: the button, what closing means, when the answers come."""

from claimlight.core.lesson import Mode
from claimlight.wording import N_, _

_ANSWERS = {
    Mode.HOMEWORK: N_("The answers come when your teacher says."),
    Mode.ASSESSMENT: N_("The answers come with your teacher’s marks."),
}


def finish_text() -> str:
    """The button of a lesson whose only check is the hand-in."""
    return _("Finish and hand in")


def finish_already_text() -> str:
    """The question where very little is marked."""
    return _("Finish already? After this your work is closed.")


def closed_text() -> str:
    return _("Your work is closed and waits to be handed in.")


def answers_come_text(mode: Mode) -> str:
    """When the answers to a lesson given out in this way come; "" where they are shown at once."""
    return _(_ANSWERS[mode]) if mode in _ANSWERS else ""


def no_answers_text() -> str:
    """Why a practice without answers cannot be checked."""
    return _("This lesson has no answers yet, so there is nothing to check with.")


def changed_author_text() -> str:
    """The one line on a lesson whose file was signed by somebody else than its first."""
    return _("This lesson comes from a different computer than before. Ask your teacher.")


def not_opened_yet_text() -> str:
    """On the shelf, until the arrival slip is there."""
    return _("Your teacher has not opened it yet.")


def arrived_text() -> str:
    """On the shelf, once the arrival slip is there."""
    return _("Your teacher has it.")
