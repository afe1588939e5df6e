"""Whose work is it? The names of the class on one card, or a field where the class has no list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from claimlight.core.errors import ClaimlightError
from claimlight.session.study import Study
from claimlight.ui.window import Window
from claimlight.wording import _
from claimlight.wording.handing_in import in_class_text

if TYPE_CHECKING:
    from claimlight.handin.class_file import ClassFile


def ask_roster(window: Window, study: Study, to: ClassFile, said: str, then: Callable[[], object]) -> None:
    """Show the list of `to` in place of the page; whatever is chosen, `then` is called."""
    from claimlight.ui.roster_card import RosterCard

    card = RosterCard(said, to.roster, window.look)

    def take(name: str) -> None:
        try:
            study.be_called(name)
        except ClaimlightError as error:
            window.tell_error(error)
        then()

    card.chosen.connect(take)
    card.left.connect(then)
    window.show_page(card, to.name)
    card.begin()


def ask_name_to_hand_in(
    window: Window, study: Study, to: ClassFile, button: QWidget, then: Callable[[], object]
) -> None:
    """Ask who has no name yet: `then` is called once there is one. A list of names is asked first."""
    if to.roster:
        ask_roster(window, study, to, in_class_text(to.name, new=True), then)
    else:
        ask_name_beside(window, study, button, then)


def ask_name_beside(
    window: Window,
    study: Study,
    button: QWidget,
    then: Callable[[], object],
    *,
    over: QWidget | None = None,
    words: str = "",
) -> None:
    """Ask on a card over `over`, else over the window; Esc leaves everything as it was.

    `words` say what comes next, where that is not to hand in a folder's worth.
    """
    from claimlight.ui.name_question import NameQuestion

    question = NameQuestion(over or window, window.look, button=words or _("Hand in"))

    def take(name: str) -> None:
        try:
            taken = study.take_name(name)
        except ClaimlightError as error:
            question.leave()
            window.tell_error(error)
            return
        if not taken:
            known = _("{name} has worked here before. If that is not you, add something to your name.")
            question.say(known.format(name=name))
            window.announce(known.format(name=name))
            return
        question.leave()
        then()

    question.named.connect(take)
    question.closed.connect(question.deleteLater)
    question.ask(QRect(button.mapToGlobal(button.rect().topLeft()), button.size()))
