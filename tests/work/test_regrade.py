"""Answers are changed later for a whole class: seen first, applied at once, and nobody who was told loses a point."""

from fractions import Fraction

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from claimlight.core.answer_change import AnswerChange, ChangeKind
from claimlight.core.decision import Decision, DecisionKind
from claimlight.core.errors import LessonError, WorkError
from claimlight.core.lesson import Mode
from claimlight.grading.grade import grade_prepared
from claimlight.grading.receipt_json import receipt_json
from claimlight.grading.withheld import without_answers
from claimlight.work.answer_changes import changed_key, changes_between, changes_from_json, changes_json
from claimlight.work.class_changes import Setting, set_lesson
from claimlight.work.class_folder import let_go_in_class
from claimlight.work.collect import collect
from claimlight.work.give_back import give_back
from claimlight.work.hand_in import marks_of
from claimlight.work.one_work import decide, one_work, redo, take_back, undo
from claimlight.work.regrade import apply, class_works, preview
from claimlight.work.results import results
from classroom import class_with, given, laptop, stick, teacher
from lesson_maker import built_lesson

ADAS = [("Fares will double by spring", "claim"), ("That is not true", "denial")]
BENS = [("It rained", "claim"), ("Tea was served", "claim")]
CEMS = [("Fares will double by spring", "claim"), ("Some 400 people", "claim")]


@pytest.fixture
def lesson(tmp_path):
    return built_lesson(tmp_path / "fares", precision="words")


class Room:
    """A class of three whose work was collected."""

    def __init__(self, book, ours, drop, to, attempts):
        self.book, self.ours, self.drop, self.to, self.attempts = book, ours, drop, to, attempts
        self.id = to.students.id
        self.hash = next(iter(book.classes.received(self.id))).lesson_hash

    @property
    def mode(self):
        return Mode(self.work("Cem").submission.mode)

    def works(self):
        return class_works(self.book, self.id, self.hash)

    def work(self, name):
        person = next(one.received.person for one in self.works().works if one.received.name == name)
        return one_work(self.book, self.id, person, self.hash)

    def tries(self, *changes):
        works = self.works()
        return preview(works, changed_key(works.now.lesson, "article", works.key, changes))

    def told(self, name):
        person = self.ours.person(name)
        return marks_of(self.ours.workbook, person, self.attempts[name])

    def listed(self):
        return {row.student: row.work.points for row in results(self.book, "7b").rows}

    def gives_back(self):
        give_back(self.book, self.drop, "7b")
        return self.ours.takes_in(self.drop).marks


@pytest.fixture(params=list(Mode))
def room(tmp_path, lesson, request):
    with teacher(tmp_path / "teacher") as book, laptop(tmp_path / "laptop") as ours:
        to = class_with(book, ("Ada", "Ben", "Cem"))
        file = given(book, lesson, request.param, tmp_path)
        drop = stick(tmp_path / "stick", to)
        work = {"Ada": ADAS, "Ben": BENS, "Cem": CEMS}
        attempts = {name: ours.does(name, file, marks) for name, marks in work.items()}
        ours.hands_in(drop)
        collect(book, drop.path, "7b")
        yield Room(book, ours, drop, to, attempts)


def change(room, kind, item, label=""):
    key = room.works().key
    found = key.item(item)
    return AnswerChange(kind, item, found.main.span, label or found.label)


def test_who_marked_what_is_right_now_gains_and_everybody_else_stays(room):
    claim_too = change(room, ChangeKind.ALSO_RIGHT, "f1", "claim")
    seen = room.tries(claim_too)
    (cem,) = seen.changing
    assert (cem.work.received.name, seen.because(cem), cem.stays) == ("Cem", ("f1",), None)
    before = cem.before.points
    assert cem.shown.points == 2 > before
    assert room.listed()["Cem"] == str(before), "a preview writes nothing"
    assert [(one.kind, one.item, one.label) for one in seen.changes] == [(ChangeKind.ALSO_RIGHT, "f1", "claim")]
    version = apply(room.book, seen)
    assert (version.number, version.works) == (2, 1)
    assert room.listed()["Cem"] == "2"
    assert changes_from_json(version.said) == seen.changes
    assert [each.number for each in room.book.changed.versions(room.id, room.hash)] == [2]
    assert not room.tries(claim_too).changing


def test_a_mark_that_was_given_back_stays_unless_the_teacher_ticks_it(room):
    assert room.gives_back() == 3
    gone = change(room, ChangeKind.REMOVED, "c1")
    seen = room.tries(gone)
    falling = {each.work.received.name: each for each in seen.changing}
    ada, cem = falling["Ada"], falling["Cem"]
    assert (ada.shown.points, ada.shown.possible) == (1, 2)
    assert ada.stays == Fraction(4, 3), "two thirds of two"
    apply(room.book, seen, {cem.attempt})
    assert room.listed()["Ada"] == "4/3"
    assert room.listed()["Cem"] == str(cem.shown.points)
    ada_now = room.work("Ada").shown
    assert sum(line.points for line in ada_now.lines) == ada_now.points == Fraction(4, 3)
    again = room.tries(change(room, ChangeKind.NOT_COUNTED, "f1"))
    assert "Ada" in {each.work.received.name for each in again.changing}
    apply(room.book, again)
    assert room.work("Ada").shown.points == 1, "all that is left, and nothing on top of it"
    assert not [one for one in room.work("Ada").decisions if one.kind is DecisionKind.KEPT]


def test_marks_that_stay_are_told_from_those_that_change(room):
    """Without one answer everybody's points are of another total: that alone is no other mark."""
    room.gives_back()
    seen = room.tries(change(room, ChangeKind.REMOVED, "c1"))
    by_name = {each.work.name: each for each in seen.changing}
    ada = by_name["Ada"]
    assert (ada.before.possible, ada.shown.possible, ada.rises < 0) == (3, 2, True)
    assert not ada.moves(lowered=False), "two thirds stay two thirds"
    assert ada.moves(lowered=True)
    assert {each.work.name for each in seen.touched} == {"Ada", "Cem"}
    assert seen.moved() == ()
    assert [each.work.name for each in seen.moved({ada.attempt})] == ["Ada"]
    assert apply(room.book, seen, {ada.attempt}).works == 1


def test_a_mark_that_nobody_has_seen_may_fall(room):
    seen = room.tries(change(room, ChangeKind.REMOVED, "c1"))
    falling = [each for each in seen.changing if each.shown.score < each.before.score]
    assert {each.stays is None for each in falling} == {room.mode != Mode.PRACTICE}


@pytest.mark.parametrize("room", [Mode.PRACTICE, Mode.HOMEWORK], indirect=True)
def test_a_mark_that_was_seen_at_once_stays_though_it_was_never_given_back(room, lesson):
    """In practice their own computer shows it; so it does for homework from the day its answers were let go."""
    gone = change(room, ChangeKind.REMOVED, "c1")
    if room.mode == Mode.HOMEWORK:
        set_lesson(room.book, room.id, lesson, Setting(Mode.HOMEWORK))
        let_go_in_class(room.book, room.id, room.works().now.lesson.id, room.drop)
    seen = room.tries(gone)
    falling = {each.work.received.name: each for each in seen.changing}
    ada, cem = falling["Ada"], falling["Cem"]
    assert (ada.shown.points, ada.shown.possible, ada.stays) == (1, 2, Fraction(4, 3)), "two thirds of two, as she saw"
    apply(room.book, seen, {cem.attempt})
    assert room.listed()["Ada"] == "4/3"
    assert room.listed()["Cem"] == str(cem.shown.points), "ticked"
    assert room.gives_back() == 3
    assert room.told("Ada").points == "4/3"


def test_what_a_teacher_gave_on_top_is_no_part_of_what_was_seen_at_once(room):
    decide(room.book, room.work("Ada"), Decision("", DecisionKind.ACCEPT, item="f1"))
    assert room.listed()["Ada"] == "3"
    (ada,) = (each for each in room.tries(change(room, ChangeKind.REMOVED, "f1")).changing if each.before.points == 3)
    assert ada.shown.points == 2
    assert ada.stays is None, "all of two is more than the two of three that Ada saw"


def test_a_second_change_holds_what_was_seen_and_not_what_the_first_one_made_of_it(room):
    apply(room.book, room.tries(change(room, ChangeKind.ALSO_RIGHT, "f1", "claim")))
    assert room.listed()["Cem"] == "2"
    other = room.tries(change(room, ChangeKind.REMOVED, "c1"))
    (cem,) = (each for each in other.changing if each.work.received.name == "Cem")
    practice = room.mode == Mode.PRACTICE
    assert (cem.stays is not None) is (practice and cem.shown.score < cem.work.seen)


def test_students_read_what_changed(room):
    room.gives_back()
    assert room.told("Cem").changed is None
    apply(room.book, room.tries(change(room, ChangeKind.ALSO_RIGHT, "f1", "claim")))
    assert room.gives_back() == 3
    marks = room.told("Cem")
    assert (marks.answers, marks.changed.changes, marks.points) == (2, 1, "2")
    assert Fraction(marks.changed.points) < 2
    assert bool(marks.changed.key) == (room.work("Cem").submission.mode != Mode.ASSESSMENT)
    room.gives_back()
    assert (room.told("Cem").changed.changes, room.told("Cem").changed.points) == (0, "2")


def test_who_saw_their_mark_at_once_reads_what_changed_since(room):
    cem = room.work("Cem")
    apply(room.book, room.tries(change(room, ChangeKind.ALSO_RIGHT, "f1", "claim")))
    room.gives_back()
    marks = room.told("Cem")
    seen_at_once = cem.submission.mode == Mode.PRACTICE
    assert (marks.points, marks.changed.changes) == ("2", int(seen_at_once))
    assert marks.changed.points == (str(cem.shown.points) if seen_at_once else "2")


def test_work_that_comes_later_is_graded_by_the_answers_as_they_are_now(tmp_path, lesson, room):
    apply(room.book, room.tries(change(room, ChangeKind.ALSO_RIGHT, "f1", "claim")))
    mode = Mode(room.work("Cem").submission.mode)
    with laptop(tmp_path / "late") as late:
        file = tmp_path / f"fares-{mode}.claimlesson"
        late.does("Dora", file, CEMS)
        late.hands_in(room.drop)
        collect(room.book, room.drop.path, "7b")
    assert room.listed()["Dora"] == "2"


def test_a_mark_can_be_taken_for_an_answer_that_is_not_counted(room):
    works = room.works()
    start = works.now.lesson.texts[0].article.text.text.index("Tea was served")
    span = type(works.key.items[0].main.span)(start, start + len("Tea was served"))
    seen = room.tries(AnswerChange(ChangeKind.BELONGS, "", span, "claim"))
    assert {one.kind for one in seen.changes} == {ChangeKind.BELONGS}
    fates = {name: room_work.fate for name, room_work in _marks(seen, "Ben").items()}
    assert fates[span.start] == "matched"


def _marks(seen, name):
    (work,) = (work for work in seen.works.works if work.received.name == name)
    grade = grade_prepared(seen.prepared, work.submission.work)
    return {one.span.start: one for one in grade.highlights}


def test_the_same_answers_give_the_same_bytes(room):
    works = room.works()
    seen = preview(works, works.key)
    assert (seen.changes, seen.changing) == ((), ())
    for work, shown, differs in seen.all:
        assert not differs
        assert shown == work.shown
        again = grade_prepared(seen.prepared, work.submission.work)
        assert receipt_json(again) == receipt_json(works.grade(work))


def test_answers_of_another_text_are_refused(room):
    works = room.works()
    with pytest.raises(LessonError, match="answers-of-another-lesson"):
        preview(works, type(works.key)((), text_hash="other"))


def test_unknown_work_is_refused(room):
    with pytest.raises(WorkError, match="work-of-unknown-lesson"):
        class_works(room.book, room.id, "nothing")
    with pytest.raises(WorkError, match="work-of-unknown-lesson"):
        one_work(room.book, room.id, "nobody", room.hash)


# One student


def test_what_the_teacher_decides_is_in_results_and_undone_and_made_again(room):
    work = room.work("Ben")
    decide(room.book, work, Decision("", DecisionKind.ACCEPT, item="f1", words="You said it in class."))
    assert room.work("Ben").shown.points > work.shown.points
    assert room.listed()["Ben"] == str(room.work("Ben").shown.points)
    assert undo(room.book, room.work("Ben"))
    assert room.listed()["Ben"] == str(work.shown.points)
    assert not undo(room.book, room.work("Ben"))
    assert redo(room.book, room.work("Ben"))
    assert not redo(room.book, room.work("Ben"))
    (kept,) = room.work("Ben").decisions
    assert take_back(room.book, room.work("Ben"), kept.id)
    assert room.work("Ben").decisions == ()


def test_what_the_teacher_decides_travels_with_the_marks(room):
    from claimlight.work.marks_back import shown_marks

    work = room.work("Cem")
    extra = next(one.highlight for one in room.work("Ben").grade.highlights if one.cost)
    decide(
        room.book,
        work,
        Decision("", DecisionKind.ACCEPT, item="f1", words="Fair enough."),
        Decision("", DecisionKind.COMMENT, item="c1", words="Well seen."),
        Decision("", DecisionKind.COMMENT, words="Go on like this."),
    )
    decide(room.book, room.work("Ben"), Decision("", DecisionKind.ACCEPT, highlight=extra))
    room.gives_back()
    marks = room.told("Cem")
    assert marks.points == str(room.work("Cem").shown.points)
    withheld = work.submission.mode == Mode.ASSESSMENT
    assert marks.receipt == receipt_json(without_answers(work.grade) if withheld else work.grade)
    assert [each.words for each in marks.comments] == ["Well seen.", "Go on like this."]
    for name in ("Cem", "Ben"):
        told, shown = shown_marks(room.told(name)), room.work(name).shown
        assert told.points == shown.points
        assert withheld or told.lines == shown.lines
        assert sum(line.points for line in told.lines) == told.points


# Laws


@pytest.fixture(scope="module")
def works(tmp_path_factory):
    path = tmp_path_factory.mktemp("class")
    folder = built_lesson(path / "fares", precision="words")
    with teacher(path / "teacher") as book, laptop(path / "laptop") as ours:
        to = class_with(book, ("Ada", "Ben", "Cem"))
        drop = stick(path / "stick", to)
        file = given(book, folder, Mode.PRACTICE, path)
        for name, marks in {"Ada": ADAS, "Ben": BENS, "Cem": CEMS}.items():
            ours.does(name, file, marks)
        ours.hands_in(drop)
        collect(book, drop.path, "7b")
        give_back(book, drop, "7b")
        hash = next(iter(book.classes.received(to.students.id))).lesson_hash
        yield _Quiet(class_works(book, to.students.id, hash))


class _Quiet:
    """Says little of itself, should a law fail."""

    def __init__(self, value):
        self.value = value


KINDS = st.sampled_from([ChangeKind.ALSO_RIGHT, ChangeKind.NOT_COUNTED, ChangeKind.REMOVED])
CHANGES = st.lists(st.tuples(KINDS, st.sampled_from(["c1", "d1", "f1", "t1"]), st.sampled_from(["claim", "denial"])))


@examples(CHANGES.map(lambda made: made[:3]))
def test_nobody_who_was_told_falls_whatever_is_changed(works, made):
    works, changes = works.value, []
    for kind, id, label in made:
        item = works.key.item(id)
        if item is not None or kind is ChangeKind.REMOVED:
            span = item.main.span if item is not None else works.key.decoys[0].span
            changes.append(AnswerChange(kind, id, span, label))
    key = changed_key(works.now.lesson, "article", works.key, changes)
    seen = preview(works, key)
    assert seen.key == key, "what is written down is what was meant"
    for each in seen.changing:
        points = each.points(lowered=False)
        assert points / each.shown.possible >= each.work.seen / 100
    assert changes_from_json(changes_json(seen.changes)) == seen.changes
    assert bool(changes_between(works.key, key)) == (key != works.key)
