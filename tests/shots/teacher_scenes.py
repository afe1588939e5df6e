"""The screens of the teacher's desk, each brought about as a teacher would come to it."""

from fractions import Fraction
from pathlib import Path

from claimlight.core.article import Span
from claimlight.ui.teacher.answers_view import AnswersView
from claimlight.ui.teacher.authoring_room import AuthoringRoom, Mode
from claimlight.ui.teacher.cleaning_page import CleaningPage
from claimlight.ui.teacher.desk import TeacherDesk
from shots.stage import Stage

WATER = """\
Harrowmere told its taps are safe as clinic counts the sick

Tap water in Harrowmere is safe to drink again, the Lowmoor Water Board said on Thursday, eleven days after families
in the lower town began to report stomach cramps.

“Every sample we have taken since Monday meets the standard,” its director, Ilse Varnholt, told a crowded meeting in
the market hall. She said the fault lay in a single valve at Tern Street pumping station.

The doctors are less sure. The Tern Street clinic says as many as 640 people may have fallen ill since the start of
the month. The board puts the number at 90. Neither says how it counted.

Dr Paulo Renzi, who runs the clinic, accused the board of having known about the valve since January. “They were
warned in writing,” he said, holding up a letter that he declined to let reporters copy.

Ms Varnholt rejected this. “No such warning ever reached my desk,” she said. She added that the clinic had been slow
to send its records, and that this had cost the town a week.

A former engineer at the station, who asked not to be named, said inspections had been cut by about half since the
board changed hands. The board denied cutting inspections and said visits had only been moved to other dates.
"""
ANSWERS = (
    ("Tap water in Harrowmere is safe to drink again", "claim"),
    ("Every sample we have taken since Monday meets the standard", "claim"),
    ("fault lay in a single valve", "claim"),
    ("as many as 640 people", "unverified-figure"),
    ("puts the number at 90", "unverified-figure"),
    ("having known about the valve since January", "claim"),
    ("No such warning ever reached my desk", "denial"),
    ("eleven days", "trap"),
)
WIDE = "She said the fault lay in a single valve at Tern Street pumping station"
WHY = "Varnholt says what caused the fault. It could be checked, and the story would change if it were false."


def desk(stage: Stage) -> TeacherDesk:
    """The teacher's desk, by *I teach*."""
    stage.window.commands["teach"].trigger()
    stage.settle()
    assert stage.desk.teacher is not None, "just entered"
    return stage.desk.teacher


def room(stage: Stage) -> AuthoringRoom:
    """A lesson that was begun by a paste."""
    teacher = desk(stage)
    teacher.begin_with_paste(flowing(WATER))
    stage.settle()
    assert teacher.room is not None, "just begun"
    return teacher.room


def answers(stage: Stage, _folder: Path) -> None:
    """The answers are being marked, one of them is in hand."""
    session = marked(room(stage))
    assert isinstance(stage.desk.teacher, TeacherDesk)
    assert stage.desk.teacher.room is not None
    view = stage.desk.teacher.room.view
    assert isinstance(view, AnswersView)
    id = next(each.id for each in session.session.in_order() if each.quote.exact == ANSWERS[2][0])
    session.session.set_note(id, WHY)
    session.session.set_attribute(id, "source", ("Ilse Varnholt",))
    session.session.set_attribute(id, "status", ("unverified",))
    session.session.set_may_have(id, (stage_span(session, WIDE),))
    view.go_to(id)
    view.panel.fold.setChecked(True)
    session.check.look()
    stage.settle()


def answers_rarer(stage: Stage, folder: Path) -> None:
    """What few answers need, unfolded, with other words that are right too."""
    answers(stage, folder)
    assert isinstance(stage.desk.teacher, TeacherDesk)
    assert stage.desk.teacher.room is not None
    view = stage.desk.teacher.room.view
    assert isinstance(view, AnswersView)
    session, id = stage.desk.teacher.room.session, view.panel.id
    also = stage_span(stage.desk.teacher.room, "a single valve at Tern Street")
    session.add_also_right(id, also, Fraction(3, 4))
    session.set_cue(id, (stage_span(stage.desk.teacher.room, "She said"),))
    session.set_optional(id, True)
    view.panel.more.fold.setChecked(True)
    stage.settle()
    bar = view.upper.verticalScrollBar()
    bar.setValue(bar.maximum())
    stage.settle()


def proposals(stage: Stage, _folder: Path) -> None:
    """The draft helper was asked, one proposal was left."""
    shown = room(stage)
    for words, label in (*ANSWERS[:4], ANSWERS[6]):
        shown.session.highlight(stage_span(shown, words), label)
    view = shown.view
    assert isinstance(view, AnswersView)
    view.suggest()
    assert view.proposals is not None
    while view.proposals.busy:
        stage.settle()
    shown.check.look()
    stage.settle()


def stage_span(shown: AuthoringRoom, words: str) -> Span:
    start = shown.session.article.text.text.index(words)
    return Span(start, start + len(words))


def marked(shown: AuthoringRoom) -> AuthoringRoom:
    session = shown.session
    for words, label in ANSWERS:
        session.highlight(stage_span(shown, words), label)
    return shown


def lessons(stage: Stage, _folder: Path) -> None:
    """*My lessons*, with two."""
    marked(room(stage))
    assert stage.desk.teacher is not None
    stage.desk.teacher.begin_with_paste("The old bridge is to close for the summer\n\nTraders fear for their income.")
    stage.desk.teacher.show_lessons()
    stage.settle()


def new_lesson(stage: Stage, _folder: Path) -> None:
    desk(stage).show_new()
    stage.settle()


def edit_text(stage: Stage, _folder: Path) -> None:
    marked(room(stage)).show_mode(Mode.TEXT)
    stage.settle()


def trying(stage: Stage, _folder: Path) -> None:
    marked(room(stage)).show_mode(Mode.TRY)
    stage.settle()


def giving(stage: Stage, _folder: Path) -> None:
    marked(room(stage)).show_giving()
    stage.settle()


def flowing(text: str) -> str:
    """Without the line breaks within paragraphs."""
    return "\n\n".join(" ".join(part.split("\n")) for part in text.strip().split("\n\n"))


def cleaning(stage: Stage, _folder: Path) -> None:
    """An article with leftovers of its page, half decided."""
    dirty = flowing(WATER).replace("standard,” its", "standard,”its").replace("Ilse Varnholt", "Ilse\u00a0Varnholt")
    dirty = dirty.replace("less sure. The", "less sure.  The").replace("640 people", "640\u00a0people")
    pieces = dirty.split("\n\n")
    pieces.insert(2, "Sign up: the county in your inbox every morning")
    pieces.insert(5, "Read more: Five things to know about your bill")
    desk(stage).begin_with_paste("\n\n".join(pieces))
    stage.settle()
    page = stage.window.pages.currentWidget()
    assert isinstance(page, CleaningPage)
    page.rows[0].accept.click()
    stage.settle()


def about(stage: Stage, _folder: Path) -> None:
    """What the lesson says of itself."""
    marked(room(stage)).show_sheet()
    stage.settle()
