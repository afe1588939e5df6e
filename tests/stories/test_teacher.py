"""A teacher makes a lesson from pasted text, marks the answers, tries it, gives it out; a student finishes it."""

import io
import os
from fractions import Fraction
from pathlib import Path

import pytest
from pypdf import PdfWriter

from claimlight.core.article import Span
from claimlight.core.lesson import Item, World
from claimlight.core.lesson import Mode as LessonMode
from claimlight.files.archive import zipped
from claimlight.files.lesson_bundle import open_lesson
from claimlight.ui.cards import LessonCard
from claimlight.ui.first_minute import FirstMinute
from claimlight.ui.teacher.authoring_room import Mode
from claimlight.ui.teacher.cleaning_page import CleaningPage
from claimlight.ui.teacher.item_rows import AlsoRight
from claimlight.ui.teacher.lesson_list import LessonList
from claimlight.ui.teacher.sheet_page import SheetPage
from claimlight.ui.teacher.text_view import TextView
from claimlight.ui.teacher.trying_view import TryingView
from robot_hands import wait_until
from robots import Student
from teacher_robot import Teacher

FARES = "\n\n".join(
    (
        "Fares to double, says minister",
        "Fares will double by spring, the minister said on Monday. It rained all day.",
        "The union denied that drivers had been warned. Tea was served at noon, and nobody spoke for a while.",
        "As many as 900 people stood in the square. The mayor greeted them. A band played until the evening came.",
        "Later the square was empty. The band had gone home, and so had the mayor.",
    )
)
CLAIM, DENIAL, FIGURE = "Fares will double by spring", "denied that drivers had been warned", "As many as 900 people"
ARTICLES = Path(__file__).parent.parent / "data" / "articles"
MARKS = ((CLAIM, "claim"), (DENIAL, "denial"), (FIGURE, "unverified-figure"))


def test_from_a_paste_to_a_file_that_a_student_finishes(teacher: Teacher, tmp_path: Path, three_lessons: Path) -> None:
    teacher.pastes_a_lesson(FARES)
    assert teacher.session.lesson.title == "Fares to double, says minister"
    for words, label in MARKS:
        teacher.marks(words, as_=label)
    beyond_marks = teacher.gestures - 2 * len(MARKS)
    teacher.clicks("Try as a student")
    assert teacher.sees("Nothing you mark here is kept")
    teacher.clicks("Back to the answers")
    teacher.saves_to(tmp_path)
    teacher.clicks("Give to students…")
    assert teacher.sees("When may they see the answers?")
    assert teacher.can_press("Never on their laptop")
    teacher.clicks("Save the file…")
    assert teacher.sees("Give it to your students")
    assert beyond_marks + 4 <= 60
    file = tmp_path / "fares-to-double-says-minister.claimlesson"
    lesson = open_lesson(file)
    assert lesson.audience == ""
    key = lesson.texts[0].key
    assert key is not None
    assert all(item.explanation for item in key.items), "the label guide speaks where the teacher said nothing"

    teacher.leaves()
    student = Student(tmp_path / "student", shipped=three_lessons, path=file)
    for words, label in MARKS:
        student.highlights(words, as_=label)
    student.checks()
    assert student.session.closed
    assert student.sees("3 of 3 points")
    student.leaves()


def test_from_a_saved_web_page_with_defaults_only(teacher: Teacher, tmp_path: Path, three_lessons: Path) -> None:
    marks = (
        ("The pier at Lowmoor will close on Friday", "claim"),
        ("denied that money had been saved on repairs", "denial"),
        ("nearly 2,000 people use the pier every week", "unverified-figure"),
    )
    teacher.clicks("I teach")
    teacher.clicks("New lesson")
    teacher.drops(ARTICLES / "web" / "wget.html")
    wait_until(lambda: bool(teacher.all(CleaningPage)), "the review")
    teacher.clicks("Accept the other 6")
    teacher.clicks("Make the lesson")
    assert teacher.session.lesson.title == "Lowmoor pier to close after three storms"
    for words, label in marks:
        teacher.marks(words, as_=label)
    teacher.waits_for_the_check()
    assert not [found for found in teacher.own_room.check.found if found.severe]
    teacher.clicks("Try as a student")
    teacher.clicks("Back to the answers")
    teacher.saves_to(tmp_path)
    teacher.clicks("Give to students…")
    teacher.clicks("Save the file…")
    assert teacher.gestures - 2 * len(marks) <= 60
    (file,) = tmp_path.glob("*.claimlesson")

    teacher.leaves()
    student = Student(tmp_path / "student", shipped=three_lessons, path=file)
    for words, label in marks:
        student.highlights(words, as_=label)
    student.checks()
    assert student.session.closed
    assert student.sees("3 of 3 points")
    student.leaves()


def test_homework_is_given_out_with_its_answers_locked(teacher: Teacher, tmp_path: Path) -> None:
    teacher.pastes_a_lesson(FARES)
    for words, label in MARKS:
        teacher.marks(words, as_=label)
    teacher.session.set_sheet(licence="CC-BY-4.0")
    teacher.saves_to(tmp_path)
    teacher.clicks("Give to students…")
    teacher.clicks("When I say")
    teacher.clicks("Save the file…")
    teacher.clicks("No, only I do")
    assert teacher.sees("Give it to your students")
    lesson = open_lesson(tmp_path / "fares-to-double-says-minister.claimlesson")
    assert lesson.mode is LessonMode.HOMEWORK
    assert lesson.texts[0].key is None
    teacher.clicks("Give to students…")
    teacher.clicks("Never on their laptop")
    teacher.clicks("Save the file…")
    lesson = open_lesson(tmp_path / "fares-to-double-says-minister.claimlesson")
    assert lesson.mode is LessonMode.ASSESSMENT


def test_everything_is_there_after_a_restart(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    made = teacher.marks(CLAIM, as_="claim")
    teacher.types_into(teacher.panel.explanation, "It can be checked in spring")
    teacher.restarts()
    teacher.clicks("I teach")
    teacher.clicks("Open “Fares to double, says minister”")
    entry = teacher.session.entry(made.id)
    assert isinstance(entry, Item)
    assert entry.explanation == "It can be checked in spring"
    teacher.presses("Ctrl+Z")
    assert isinstance(entry := teacher.session.entry(made.id), Item)
    assert entry.explanation == ""


def test_an_edited_text_keeps_the_answers_on_their_words(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    teacher.marks(FIGURE, as_="unverified-figure")
    teacher.clicks("Edit text")
    view = teacher.own_room.view
    assert isinstance(view, TextView)
    teacher.presses("Ctrl+Home")
    teacher.types("Now: ")
    teacher.clicks("Mark the answers")
    assert teacher.text.text.startswith("Now: Fares")
    assert teacher.marked() == [("unverified-figure", FIGURE)]
    teacher.presses("Ctrl+Z")
    assert teacher.text.text.startswith("Fares")
    assert teacher.painted() == [("unverified-figure", FIGURE)]


def test_what_is_tried_is_kept_nowhere(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    teacher.marks(CLAIM, as_="claim")
    before = dict(teacher.session.draft.parts)
    teacher.clicks("Try as a student")
    trying = teacher.own_room.view
    assert isinstance(trying, TryingView)
    room = trying.room
    start = room.session.article.text.text.index(FIGURE)
    room.session.highlight(type(teacher.session.article.text.blocks[0].span)(start, start + 5), "claim")
    teacher.presses("Ctrl+Return")
    teacher.clicks("That is all I found")
    teacher.presses("Ctrl+Return")
    teacher.clicks("That is all I found")
    assert room.session.closed
    teacher.clicks("Begin again")
    assert not trying.room.session.annotations
    teacher.presses("Ctrl+W")
    assert dict(teacher.session.draft.parts) == before if teacher.desk.room else teacher.all(LessonList)


def test_a_colleagues_copy_says_so_first_and_becomes_a_lesson_of_their_own(
    teacher: Teacher, tmp_path: Path, three_lessons: Path
) -> None:
    teacher.pastes_a_lesson(FARES)
    teacher.marks(CLAIM, as_="claim")
    teacher.saves_to(tmp_path)
    teacher.clicks("Give to students…")
    teacher.clicks("Share with a colleague…")
    file = tmp_path / "fares-to-double-says-minister – teacher copy with answers.claimlesson"
    id = teacher.session.lesson.id
    teacher.leaves()
    colleague = Teacher(tmp_path / "colleague", shipped=three_lessons, path=file)
    assert colleague.sees("Teacher copy with answers")
    colleague.clicks("Make it a lesson of my own")
    assert colleague.marked() == [("claim", CLAIM)]
    values = colleague.session.draft.values
    assert values["based_on"] == id != values["id"]
    assert "audience" not in values
    colleague.leaves()


def test_a_deleted_lesson_comes_back(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    teacher.clicks("Lessons")
    listed = teacher.all(LessonList)[0]
    listed.removed.emit(listed.cards[0]._lesson.id)
    assert teacher.sees("is deleted")
    assert not teacher.all(LessonList)[0].cards
    teacher.clicks("Undo")
    assert len(teacher.all(LessonList)[0].cards) == 1
    teacher.all(LessonList)[0].duplicated.emit(teacher.all(LessonList)[0].cards[0]._lesson.id)
    titles = [card._lesson.title for card in teacher.all(LessonList)[0].cards]
    assert titles == ["Fares to double, says minister (copy)", "Fares to double, says minister"]
    teacher.all(LessonList)[0].renamed.emit(teacher.all(LessonList)[0].cards[0]._lesson.id, "Other")
    assert teacher.all(LessonList)[0].cards[0]._lesson.title == "Other"


def test_the_way_back_leads_to_the_first_window(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    assert teacher.own_room.mode is Mode.ANSWERS
    teacher.presses("Ctrl+W")
    assert teacher.all(LessonList)
    teacher.clicks("Shelf")
    assert teacher.all(FirstMinute)
    assert not teacher.command("undo").isEnabled()


def test_all_that_is_said_of_an_answer_is_kept_and_undone(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    claim, denial = teacher.marks(CLAIM, as_="claim"), teacher.marks(DENIAL, as_="denial")
    teacher.goes_to(claim)
    teacher.clicks("More")
    more = teacher.panel.more
    assert more.isVisible()
    teacher.goes_to(claim)
    teacher.presses("W")
    teacher.types("The minister")
    teacher.presses("Return")
    teacher.presses("E", "3")
    teacher.drags("will double")
    teacher.clicks("Must have: Take the selection")
    teacher.presses("F6", "F6")
    teacher.walks_to("Fares will double by spring, the minister")
    teacher.clicks("May have: Take the selection")
    teacher.drags("It rained")
    teacher.clicks("Also right: the selection")
    more.points.setText("2")
    more.points.editingFinished.emit()
    teacher.clicks(more.optional)
    item = teacher.session.entry(claim.id)
    assert isinstance(item, Item)
    text = teacher.text
    assert item.attribute("source") == ("The minister",)
    assert item.attribute("status") == ("unverified",)
    assert [text[span] for span in item.main.core] == ["will double"]
    assert [text[span] for span in item.main.outer] == ["Fares will double by spring, the minister"]
    assert [text[target.span] for target in item.targets[1:]] == ["It rained"]
    assert (item.weight, item.optional) == (2, True)
    teacher.goes_to(denial)
    teacher.presses("L", "Return")
    assert isinstance(said := teacher.session.entry(denial.id), Item)
    assert [(link.type, link.item) for link in said.links] == [("denies", claim.id)]
    assert teacher.sees("denies “Fares will double by spring”")
    for _step in range(8):
        teacher.presses("Ctrl+Z")
    assert teacher.session.entry(claim.id) == Item(claim.id, "claim", (item.main.__class__(claim.span, "claim"),))


def test_who_says_it_is_selected_on_the_page_or_given_up(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    claim = teacher.marks(CLAIM, as_="claim")
    teacher.goes_to(claim)
    teacher.presses("W")
    teacher.clicks("Select on the page")
    teacher.drags("the minister")
    item = teacher.session.entry(claim.id)
    assert isinstance(item, Item)
    assert item.attribute("source") == ("the minister",)
    teacher.presses("W")
    teacher.clicks("Select on the page")
    teacher.presses("Escape")
    assert teacher.hears("Nothing is taken")
    teacher.drags("It rained")
    assert teacher.session.entry(claim.id) == item


def test_what_few_answers_need_is_kept_and_undone(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    claim, denial = teacher.marks(CLAIM, as_="claim"), teacher.marks(DENIAL, as_="denial")
    teacher.goes_to(claim)
    teacher.clicks("More")
    teacher.drags("It rained")
    teacher.clicks("Also right: the selection")
    teacher.clicks("Seldom needed")
    more, rarer = teacher.panel.more, teacher.panel.more.rarer
    also = more.findChildren(AlsoRight)[-1]
    also.shares.actions()[3].trigger()
    more.findChildren(AlsoRight)[-1].names.actions()[1].trigger()
    assert not rarer.bonus.isVisible()
    teacher.clicks(more.optional)
    teacher.types_into(rarer.bonus, "1/2")
    teacher.drags("the minister")
    teacher.clicks("Words that name who says it: Take the selection")
    teacher.clicks_words("said", times=2)
    teacher.clicks("Reporting verb: Take the selection")
    teacher.drags("will double")
    teacher.clicks("Parts of a broken answer: Add the selection")
    assert teacher.hears("The parts of an answer lie apart from each other")
    teacher.drags("on Monday")
    teacher.clicks("Parts of a broken answer: Add the selection")
    for field, words in zip(rarer.world, ("They rose by a tenth.", "The ministry", "2026-03-02"), strict=True):
        teacher.types_into(field, words)
    teacher.presses("Tab")
    item, text = teacher.session.entry(claim.id), teacher.text
    assert isinstance(item, Item)
    assert [(text[t.span], t.label, t.factor) for t in item.targets[1:]] == [("It rained", "denial", Fraction(1, 2))]
    assert (item.optional, item.bonus) == (True, Fraction(1, 2))
    assert [text[span] for span in (*item.speaker, *item.cue)] == ["the minister", "said"]
    assert [text[span] for span in item.main.joint] == [CLAIM, "on Monday"]
    assert item.world == World("They rose by a tenth.", "The ministry", "2026-03-02")
    teacher.clicks("Parts of a broken answer: One piece")
    assert not rarer.parts.usual.isVisible()
    back = teacher.session.entry(claim.id)
    assert isinstance(back, Item)
    assert (back.main.joint, text[back.main.span]) == ((), CLAIM)
    teacher.types_into(rarer.bonus, "much")
    teacher.presses("Tab")
    assert rarer.bonus.text() == "1/2"
    for field in rarer.world:
        teacher.types_into(field, "")
    teacher.goes_to(denial)
    teacher.clicks_words("denied", times=2)
    teacher.clicks("Words that say no: Take the selection")
    said = teacher.session.entry(denial.id)
    assert isinstance(said, Item)
    assert [text[span] for span in said.denying] == ["denied"]
    for _step in range(12):
        teacher.presses("Ctrl+Z")
    assert teacher.session.entry(claim.id) == Item(claim.id, "claim", (item.main.__class__(claim.span, "claim"),))


def test_one_mark_may_earn_the_answers_that_lie_in_it(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    claim, figure = teacher.marks(FIGURE, as_="claim"), teacher.marks("900", as_="unverified-figure")
    teacher.goes_to(claim)
    teacher.clicks("More")
    teacher.clicks("Seldom needed")
    rarer = teacher.panel.more.rarer
    teacher.clicks(rarer.covers.button)
    (other,) = rarer.menu.actions()
    assert other.text() == "Unverified figure: “900”"
    other.trigger()
    item = teacher.session.entry(claim.id)
    assert isinstance(item, Item)
    assert item.main.covers == (figure.id,)
    teacher.session.remove(figure.id)
    left = teacher.session.entry(claim.id)
    assert isinstance(left, Item)
    assert left.main.covers == ()


def test_handles_on_the_page_set_what_must_and_may_be_there(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    claim = teacher.marks(CLAIM, as_="claim")
    teacher.goes_to(claim)
    handles = {(kind, start): at for kind, start, at in teacher.page._handles()}
    offset = teacher.page._offset()
    begin = (handles["must", True] - offset).toPoint()
    assert teacher.page.handle_at(begin) == ("must", True)
    there = teacher.page.point_at(teacher.span("double by").start)
    teacher.drags_from(begin, there)
    item = teacher.session.entry(claim.id)
    assert isinstance(item, Item)
    assert [teacher.text[span] for span in item.main.core] == ["double by spring"]
    assert item.main.span == claim.span
    assert teacher.hears("Must have: double by spring")


def test_check_my_lesson_is_live_and_leads_there(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    listed = teacher.view.list
    assert teacher.sees("No answers yet")
    figure = teacher.marks(FIGURE, as_="unverified-figure")
    teacher.waits_for_the_check()
    wait_until(lambda: teacher.sees("No explanation yet: “As many as 900 people”"), "what is missing")
    assert not teacher.sees("No answers yet")
    teacher.presses("Ctrl+Home")
    row = next(row for row in listed.rows if row.found.finding.code == "explanation-missing")
    teacher.clicks(row.words)
    assert teacher.page.current == figure.id
    teacher.types_into(teacher.panel.explanation, "Nobody says who counted")
    wait_until(lambda: not teacher.sees("No explanation yet"), "the list to answer")
    teacher.waits_for_the_check()
    author = next(row for row in listed.rows if row.found.finding.code == "author-missing")
    teacher.clicks(author.words)
    assert teacher.sees("About this lesson")
    page = teacher.own_room.view
    assert isinstance(page, SheetPage)
    teacher.types_into(page.fields["author"], "Anna Ruiz")
    teacher.clicks("Back to the answers")
    assert teacher.session.lesson.author == "Anna Ruiz"
    wait_until(lambda: not teacher.sees("Nobody is named as its author"), "the list to answer")


def test_who_rests_in_the_middle_of_an_explanation_goes_on_where_they_were(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    figure = teacher.marks(FIGURE, as_="unverified-figure")
    field = teacher.panel.explanation
    teacher.types_into(field, "Nobody says ")
    wait_until(lambda: teacher.session.draft.entries[figure.id].entry.explanation == "Nobody says", "what is kept")
    teacher.types("who counted")
    assert field.words() == "Nobody says who counted"


def test_answers_that_lost_their_words_are_decided_in_the_list(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    claim, figure = teacher.marks(CLAIM, as_="claim"), teacher.marks(FIGURE, as_="unverified-figure")
    gone = teacher.marks("It rained all day", as_="claim")
    markdown = teacher.session.draft.markdown
    changed = markdown.replace("Fares will double", "Fares will treble").replace("900", "800")
    teacher.session.set_markdown(changed.replace(" It rained all day.", ""))
    assert set(teacher.session.in_doubt()) == {claim.id, figure.id}
    assert set(teacher.session.draft.lost) == {gone.id}
    teacher.waits_for_the_check()
    assert teacher.sees("Its words are gone: “It rained all day”")
    first = next(row for row in teacher.view.list.rows if row.found.id == claim.id)
    teacher.clicks(first._ways[0])
    assert claim.id not in teacher.session.in_doubt()
    teacher.waits_for_the_check()
    assert not teacher.sees("Is “Fares will treble")
    second = next(row for row in teacher.view.list.rows if row.found.id == figure.id)
    teacher.drags("800 people stood")
    teacher.clicks(second._ways[1])
    assert teacher.session.in_doubt() == ()
    assert ("unverified-figure", "800 people stood") in teacher.marked()
    teacher.waits_for_the_check()
    lost = next(row for row in teacher.view.list.rows if row.found.id == gone.id)
    teacher.clicks(lost._ways[-1])
    assert not teacher.session.draft.lost


def test_doubts_are_counted_beside_the_text_and_lead_to_the_list(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    claim = teacher.marks(CLAIM, as_="claim")
    teacher.clicks("Edit text")
    assert not teacher.can_press("Look at them")
    view = teacher.own_room.view
    assert isinstance(view, TextView)
    view.editor.setPlainText(view.editor.words().replace("Fares will double", "Fares will treble"))
    view.editor.keep()
    teacher.waits_for_the_check()
    assert teacher.sees("1 answer needs a look")
    teacher.clicks("Look at them")
    assert teacher.view.panel.id == claim.id
    assert teacher.view.list.rows[0].found.id == claim.id
    assert teacher.view.list.rows[0].has_focus()


def test_the_card_of_keys_has_those_of_the_proposals(teacher: Teacher) -> None:
    teacher.presses("F1")
    assert not teacher.sees("accepts, leaves the proposal in hand")
    teacher.presses("Escape")
    teacher.pastes_a_lesson(FARES)
    teacher.presses("F1")
    assert teacher.sees("accepts, leaves the proposal in hand")
    assert teacher.sees("Left out"), "the author's own labels, too"


def test_what_is_only_tried_is_not_called_saved(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    teacher.clicks("Try as a student")
    assert teacher.sees("Nothing you mark here is kept")
    assert not teacher.sees("All changes saved")


def test_leftovers_are_proposed_and_nothing_changes_unasked(teacher: Teacher) -> None:
    dirty = FARES.replace("\n\nThe union", "\n\nSign up for our newsletter\n\nThe union").replace(
        "It rained", "It\u00a0rained"
    )
    teacher.pastes_a_lesson(dirty)
    page = teacher.all(CleaningPage)[0]
    assert teacher.sees("Nothing changes until you accept it.")
    assert len(page.rows) == 2
    teacher.clicks(page.rows[0].accept)
    assert teacher.sees("1 of 2 decided")
    teacher.clicks("Undo all")
    assert page.accepted == ()
    teacher.clicks(page.rows[0].accept)
    teacher.clicks(page.rows[1].leave)
    teacher.clicks("No")
    teacher.clicks("Make the lesson")
    assert "newsletter" not in teacher.text.text
    assert "It\u00a0rained" in teacher.text.text
    assert teacher.session.draft.values["sharing"] == "no"
    teacher.clicks("Give to students…")
    teacher.clicks("Share with a colleague…")
    assert teacher.sees("may not be shared outside the class")


def test_a_file_is_read_beside_the_window(teacher: Teacher, tmp_path: Path) -> None:
    file = tmp_path / "the-ferry.md"
    file.write_text("# The ferry\n\nThe ferry sank, the owner said. Nobody was hurt.\n", encoding="utf-8")
    teacher.clicks("I teach")
    teacher.clicks("New lesson")
    teacher.desk.ask_for_article = lambda _parent: file
    teacher.clicks("Choose a file…")
    wait_until(lambda: teacher.desk.room is not None or teacher.all(CleaningPage), "the lesson")
    assert not teacher.all(CleaningPage), "there was nothing to look at"
    assert teacher.session.lesson.title == "The ferry"


def test_what_a_reader_noticed_is_told_where_there_is_nothing_to_clean(teacher: Teacher, tmp_path: Path) -> None:
    file = tmp_path / "cafe.txt"
    words = "The café was déjà full, the owner said.\n\nHe added that nobody would be turned away...\n"
    file.write_bytes(words.encode("cp1252"))
    teacher.clicks("I teach")
    teacher.clicks("New lesson")
    teacher.drops(file)
    wait_until(lambda: bool(teacher.all(CleaningPage)), "the review")
    assert not teacher.all(CleaningPage)[0].rows
    assert teacher.sees("Read as Windows-1252.")
    assert teacher.sees("Look at accents and quotation marks.")
    assert teacher.sees("1 paragraph may be cut off:")
    teacher.clicks("Make the lesson")
    assert "café" in teacher.text.text


def test_a_file_that_is_none_says_so_and_leaves_the_window_alive(teacher: Teacher, tmp_path: Path) -> None:
    file = tmp_path / "empty.docx"
    file.write_bytes(b"PK\x03\x04 nothing")
    teacher.clicks("I teach")
    teacher.clicks("New lesson")
    teacher.drops(file)
    wait_until(lambda: teacher.window.messages is not None and teacher.window.messages.isVisible(), "a message")
    assert not teacher.can_press("Stop")
    teacher.clicks("Lessons")
    assert teacher.all(LessonList)
    assert not teacher.all(LessonList)[0].cards


def test_bad_files_say_why_one_after_the_other_and_the_window_takes_the_next(teacher: Teacher, tmp_path: Path) -> None:
    blank = io.BytesIO()
    pages = PdfWriter()
    pages.add_blank_page(200, 200)
    pages.write(blank)
    files = {
        "locked.pdf": (ARTICLES / "locked" / "qpdf-aes-256.pdf").read_bytes(),
        "scanned.pdf": blank.getvalue(),
        "scripts.html": b"<html><head><script src='a.js'></script></head><body><div id='root'></div></body></html>",
        "bomb.epub": zipped({"mimetype": b"application/epub+zip", "a.xhtml": bytes(9_000_000)}),
        "huge.docx": b"",
    }
    teacher.clicks("I teach")
    teacher.clicks("New lesson")
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        if not content:
            os.truncate(tmp_path / name, 200_000_000)
        teacher.drops(tmp_path / name)
        wait_until(lambda name=name: teacher.sees(name), f"a sentence about {name}")
        wait_until(lambda: not teacher.can_press("Stop"), "the page of the new lesson")
        assert teacher.desk.room is None
    (tmp_path / "good.md").write_text(f"# Fares\n\n{CLAIM}, the minister said.\n", encoding="utf-8")
    teacher.drops(tmp_path / "good.md")
    wait_until(lambda: teacher.desk.room is not None, "the lesson")
    teacher.clicks("Lessons")
    assert len(teacher.all(LessonList)[0].cards) == 1, "nothing is there of those that could not be read"


def test_twenty_pages_tell_how_far_they_are_and_can_be_stopped(teacher: Teacher, tmp_path: Path) -> None:
    pages = PdfWriter()
    for _copy in range(20):
        pages.append(ARTICLES / "pdf" / "chromium.pdf", pages=(0, 1))
    pages.write(tmp_path / "long.pdf")
    teacher.clicks("I teach")
    teacher.clicks("New lesson")
    teacher.drops(tmp_path / "long.pdf")
    wait_until(lambda: teacher.can_press("Stop"), "a way to stop")
    teacher.clicks("Stop")
    assert not teacher.can_press("Stop")
    assert teacher.desk.room is None
    assert not teacher.all(CleaningPage)
    told: list[tuple[int, int]] = []
    teacher.drops(tmp_path / "long.pdf")
    job = teacher.desk._job
    assert job is not None
    job.progressed.connect(lambda done, of: told.append((done, of)))
    wait_until(lambda: bool(teacher.all(CleaningPage)) or teacher.desk.room is not None, "the review")
    assert told[-1][1] == 20


@pytest.mark.parametrize(
    ("article", "claim"),
    [
        ("市長、橋は安全と語る\n\n市長は木曜日、橋は安全だと述べた。専門家は九百人が渡ったと言う。\n", "橋は安全だ"),
        ("สะพานปลอดภัย\n\nนายกเทศมนตรีกล่าวว่าสะพานปลอดภัย และมีคนข้ามเก้าร้อยคน\n", "สะพานปลอดภัย และ"),
    ],
    ids=["japanese", "thai"],
)
def test_an_article_in_a_script_without_spaces(teacher: Teacher, article: str, claim: str) -> None:
    teacher.pastes_a_lesson(article)
    assert claim in teacher.text.text
    start = teacher.text.text.rindex(claim)
    id = teacher.session.highlight(Span(start, start + len(claim)), "claim")
    assert id is not None
    teacher.waits_for_the_check()
    teacher.clicks("Try as a student")
    trying = teacher.own_room.view
    assert isinstance(trying, TryingView)
    trying.room.session.highlight(Span(start, start + len(claim)), "claim")
    for _check in range(2):
        teacher.presses("Ctrl+Return")
        teacher.clicks("That is all I found")
    grade = trying.room.session.grade()
    assert grade is not None
    assert grade.score == 100


def test_what_was_given_out_is_kept_and_told_apart(teacher: Teacher, tmp_path: Path) -> None:
    teacher.pastes_a_lesson(FARES)
    teacher.marks(CLAIM, as_="claim")
    teacher.saves_to(tmp_path)
    for _time in range(2):
        teacher.clicks("Give to students…")
        teacher.clicks("Save the file…")
    assert teacher.session.lesson.version == 1
    teacher.clicks("Back")
    teacher.marks(FIGURE, as_="unverified-figure")
    teacher.clicks("Give to students…")
    teacher.clicks("Save the file…")
    assert teacher.session.lesson.version == 2
    teacher.own_room.show_versions()
    assert teacher.sees("Version 3, given to students")
    assert teacher.sees(f"New: “{FIGURE}”")
    teacher.clicks("Keep a version now")
    assert teacher.sees("Version 4, kept by hand")
    assert teacher.sees("Nothing changed.")
    teacher.clicks("Back to the answers")


def test_a_lesson_that_came_along_is_copied_and_never_changed(teacher: Teacher, three_lessons: Path) -> None:
    before = {path: path.read_bytes() for path in three_lessons.rglob("*") if path.is_file()}
    teacher.clicks("I teach")
    listed = teacher.all(LessonList)[0]
    assert len(listed.shipped.actions()) == 3
    listed.shipped.actions()[0].trigger()
    shipped = {open_lesson(folder).id: open_lesson(folder) for folder in three_lessons.iterdir()}
    copied = teacher.session.draft.values
    assert copied["based_on"] in shipped
    assert copied["id"] not in shipped
    teacher.session.remove(teacher.session.in_order()[0].id)
    assert {path: path.read_bytes() for path in before} == before


def test_own_lessons_stand_on_the_shelf_in_their_own_group(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    teacher.marks(CLAIM, as_="claim")
    teacher.clicks("Lessons")
    teacher.clicks("Shelf")
    teacher.clicks("More lessons")
    assert teacher.sees("Lessons of my own")
    card = next(card for card in teacher.all(LessonCard) if card.card.title == "Fares to double, says minister")
    teacher.clicks(card)
    assert teacher.marked() == [("claim", CLAIM)]


def test_nobody_who_only_reads_has_a_classbook(teacher: Teacher) -> None:
    teacher.clicks("More lessons")
    assert not teacher.sees("Lessons of my own")
    assert not (teacher.folder / "classbook.db").exists()


def test_why_a_number_is_open_is_chosen_from_the_label_guide(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    figure = teacher.marks(FIGURE, as_="unverified-figure")
    teacher.clicks("More")
    assert teacher.panel.more.reason.isVisible()
    teacher.panel.more.menu.actions()[1].trigger()
    assert isinstance(item := teacher.session.entry(figure.id), Item)
    assert item.attribute("reason") == ("F2",)
    assert teacher.sees("Nobody is named as the source")
    teacher.panel.more.menu.actions()[-1].trigger()
    assert isinstance(item := teacher.session.entry(figure.id), Item)
    assert item.attribute("reason") == ()


def test_a_card_of_the_list_is_renamed_in_its_place(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    teacher.clicks("Lessons")
    card = teacher.all(LessonList)[0].cards[0]
    card._ask_name()
    teacher.types("Buses")
    teacher.presses("Return")
    assert teacher.all(LessonList)[0].cards[0]._lesson.title == "Buses"


def test_large_text_keeps_marks_and_the_way_between_panes(teacher: Teacher) -> None:
    teacher.pastes_a_lesson(FARES)
    teacher.marks(CLAIM, as_="claim")
    for _step in range(6):
        teacher.presses("Ctrl++")
    assert teacher.marked() == [("claim", CLAIM)]
    teacher.presses("F6")
    assert teacher.panel.explanation.hasFocus()
    teacher.presses("F6", "F6")
    assert teacher.page.hasFocus()
