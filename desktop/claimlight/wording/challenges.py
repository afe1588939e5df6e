"""What stands around *I see it differently*."""

from claimlight.wording import _


def see_differently_text() -> str:
    return _("I see it differently")


def reader_text(*, handed_in: bool) -> str:
    """Who reads the sentence."""
    return _("Your teacher reads this with your work.") if handed_in else _("Only you see this.")


def how_text() -> str:
    """What the keys do while it is written."""
    return _("One sentence. Enter keeps it, Esc leaves it.")


def kept_text(reader: str) -> str:
    """What is spoken when it is kept."""
    return _("Kept. {reader} It costs nothing.").format(reader=reader)
