"""The answers of one's own lesson leave for another tool: the page asks which, a file is chosen, and it is told."""

from collections.abc import Callable
from pathlib import Path

from claimlight.core.errors import ClaimlightError
from claimlight.files.exchange.markings import Form
from claimlight.session.authoring import AuthoringSession
from claimlight.ui.look import Look
from claimlight.ui.teacher.annotations_page import AnnotationsPage
from claimlight.ui.window import Window
from claimlight.wording import ngettext
from claimlight.work.author_labels import LEFT_OUT, TRAP
from claimlight.work.export_annotations import SUFFIXES, export_annotations

AskWhere = Callable[[Window, str], Path | None]


def answers_export(session: AuthoringSession, look: Look, window: Window, ask_where: AskWhere) -> AnnotationsPage:
    """The page, ready to be shown. Traps and what was left out are no answers, and stay here."""
    lesson = session.lesson
    page = AnnotationsPage(look)

    def write(form: Form) -> None:
        path = ask_where(window, f"{lesson.slug}{SUFFIXES[form]}")
        if path is None:
            return
        answers = [each for each in session.in_order() if each.label not in (TRAP, LEFT_OUT)]
        try:
            done = export_annotations(session.article.text, answers, lesson.author, form, path)
        except ClaimlightError as error:
            window.tell_error(error)
            return
        names = ", ".join(file.name for file in done.files)
        said = ngettext("{file} written: {n} answer", "{file} written: {n} answers", done.marks)
        page.tell(said.format(file=names, n=done.marks), done.told)

    page.wanted.connect(write)
    return page
