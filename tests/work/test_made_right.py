"""After a change of the answers nobody is told that they are right whose own mark is not right now."""

from fractions import Fraction

import pytest
from hypothesis import given as examples
from hypothesis import reject
from hypothesis import strategies as st

from claimlight.core.answer_change import AnswerChange, ChangeKind
from claimlight.core.article import Span
from claimlight.core.decision import Decision, DecisionKind
from claimlight.core.errors import LessonError
from claimlight.core.lesson import Mode
from claimlight.grading.grade import grade_prepared
from claimlight.grading.receipt import Fate, LineKind
from claimlight.work.answer_changes import changed_key
from claimlight.work.answers_history import taken_back
from claimlight.work.collect import collect
from claimlight.work.made_right import made_right, marks_about, no_longer_right, replies
from claimlight.work.one_work import decide, one_work
from claimlight.work.overrides import base_points, worths
from claimlight.work.regrade import apply, class_works, preview
from classroom import class_with, given, laptop, stick, teacher
from lesson_maker import built_lesson

WHY = "I see it differently."
FIGURE, RAIN, TEA = "Some 400 people", "It rained", "Tea was served"
WORK = {
    "Ada": [(FIGURE, "claim")],
    "Ben": [(FIGURE, "denial"), (TEA, "claim")],
    "Cem": [("400 people came to the hall", "claim"), (RAIN, "claim")],
    "Dora": [("That is not true", "denial")],
}
SAID = "You are right."


class Room:
    """A class in which everybody objects: to each of their marks, and to the figure where they left it alone."""

    def __init__(self, book, to):
        self.book, self.id = book, to.students.id
        self.hash = next(iter(book.classes.received(self.id))).lesson_hash

    def works(self):
        return class_works(self.book, self.id, self.hash)

    def tries(self, *changes):
        works = self.works()
        return preview(works, changed_key(works.now.lesson, "article", works.key, changes))

    def right(self, *changes):
        return {(work.name, self.words(work, each)) for work, each in made_right(self.tries(*changes))}

    def words(self, work, challenge):
        marks = {each.id: each.quote.exact for each in work.submission.work}
        return marks.get(challenge.highlight, challenge.item)

    def span(self, words):
        text = self.works().now.lesson.text("article").article.text.text
        start = text.index(words)
        return Span(start, start + len(words))

    def replied(self):
        standing = self.book.decisions.standing(self.id)
        names = {work.received.attempt: work.name for work in self.works().works}
        return sorted(
            names[attempt] for attempt, made in standing.items() for one in made if one.kind is DecisionKind.REPLY
        )


def a_room(path, book, ours):
    to = class_with(book, tuple(WORK))
    file = given(book, built_lesson(path / "fares", precision="words"), Mode.HOMEWORK, path)
    drop = stick(path / "stick", to)
    for name, marks in WORK.items():
        attempt = ours.does(name, file, marks)
        for mark in ours.workbook.annotations(attempt):
            ours.workbook.challenge(attempt, WHY, item="", highlight=mark.id)
        if not any(words == FIGURE for words, _label in marks):
            ours.workbook.challenge(attempt, WHY, item="f1", highlight="")
    ours.hands_in(drop)
    collect(book, drop.path, "7b")
    return Room(book, to)


@pytest.fixture
def room(tmp_path):
    with teacher(tmp_path / "teacher") as book, laptop(tmp_path / "laptop") as ours:
        yield a_room(tmp_path, book, ours)


def also(room, label, words=FIGURE):
    return AnswerChange(ChangeKind.ALSO_RIGHT, "f1", room.span(words), label)


def test_only_who_marked_these_words_with_this_label_is_told(room):
    claim_too = also(room, "claim")
    assert room.right(claim_too) == {("Ada", FIGURE)}
    assert room.right(also(room, "denial")) == {("Ben", FIGURE)}
    found = room.tries(claim_too)
    apply(room.book, found, replies=replies(found, SAID))
    assert room.replied() == ["Ada"], "the others wait for the teacher's own answer"
    assert room.right(also(room, "denial")) == {("Ben", FIGURE)}
    assert room.right(claim_too) == set(), "nothing is other than it is"


def test_who_left_alone_what_need_not_be_found_is_told(room):
    gone = AnswerChange(ChangeKind.REMOVED, "f1", room.span(FIGURE), "unverified-figure")
    assert room.right(gone) == {("Dora", "f1")}, "the others marked words there, which are not in the answers now"
    assert ("Dora", "f1") in room.right(AnswerChange(ChangeKind.NOT_COUNTED, "f1", room.span(FIGURE), ""))


def test_who_marked_what_costs_nothing_now_is_told(room):
    assert room.right(AnswerChange(ChangeKind.BELONGS, "", room.span(TEA), "claim")) == {("Ben", TEA)}
    assert room.right(AnswerChange(ChangeKind.BELONGS, "", room.span(TEA), "denial")) == set()
    trap = AnswerChange(ChangeKind.REMOVED, "t1", room.span(RAIN), "")
    assert room.right(trap) == set(), "a mark that is no trap any more is not in the answers either"


def test_what_the_teacher_set_or_answered_before_is_left_alone(room):
    (ada,) = (work for work in room.works().works if work.name == "Ada")
    work = one_work(room.book, room.id, ada.received.person, room.hash)
    (mark,) = ada.submission.work
    decide(room.book, work, Decision("", DecisionKind.POINTS, highlight=mark.id, points=Fraction(0), words="No."))
    assert room.right(also(room, "claim")) == set()


def test_what_is_not_true_any_more_is_not_said_any_more(room):
    claim_too = also(room, "claim")
    found = room.tries(claim_too)
    apply(room.book, found, replies=replies(found, SAID))
    works = room.works()
    back = preview(works, taken_back(room.book, works, 2))
    assert no_longer_right(room.book, room.tries(also(room, "denial"))) == (), "Ada stays right"
    apply(room.book, back, no_longer_right=no_longer_right(room.book, back))
    assert room.replied() == []
    assert room.right(claim_too) == {("Ada", FIGURE)}, "her objection waits again"


class _Quiet:
    """Says little of itself, should a law fail."""

    def __init__(self, room):
        self.works = room.works()
        self.spans = {words: room.span(words) for words in WORDS}


WORDS = [FIGURE, "400 people came to the hall", RAIN, TEA, "people"]
KINDS = [kind for kind in ChangeKind if kind not in (ChangeKind.ADDED, ChangeKind.EDITED)]
LABELS = ["claim", "denial", "unverified-figure"]
IDS = ["c1", "d1", "f1", "t1"]
CHANGES = st.lists(st.tuples(*map(st.sampled_from, (KINDS, IDS, WORDS, LABELS))), max_size=3)


@pytest.fixture(scope="module")
def quiet(tmp_path_factory):
    path = tmp_path_factory.mktemp("class")
    with teacher(path / "teacher") as book, laptop(path / "laptop") as ours:
        yield _Quiet(a_room(path, book, ours))


@examples(CHANGES)
def test_nobody_is_told_to_be_right_whose_mark_is_not_right_now(quiet, made):
    works = quiet.works
    changes = [AnswerChange(kind, id, quiet.spans[words], label) for kind, id, words, label in made]
    try:
        seen = preview(works, changed_key(works.now.lesson, "article", works.key, changes))
    except LessonError:  # the same words twice: the teacher is told, and nothing is applied
        reject()
    told = list(made_right(seen))
    assert seen.changes or not told
    for work, challenge in told:
        before, after = works.grade(work), grade_prepared(seen.prepared, work.submission.work)
        marks = marks_about(before, challenge)
        if not marks:
            assert after.item(challenge.item) is None or after.item(challenge.item).optional
            continue
        marks = [after.highlight(id) for id in marks]
        assert any(_is_whole(mark, after, seen.key) for mark in marks), "all that its answer is worth, or nothing taken"
        assert sum(_of(after, challenge, marks)) >= sum(_of(before, challenge, marks)), "and never to their harm"


def _is_whole(mark, grade, key):
    if mark.fate is not Fate.MATCHED:
        return False
    points, item = base_points(grade), key.item(mark.item)
    assert mark.label in {target.label for target in item.targets}
    return not mark.cost and points.get((LineKind.ITEM, item.id), 0) >= worths(key)[item.id]


def _of(grade, challenge, marks):
    """What the marks, and the answers that they are about, earn and cost."""
    points = base_points(grade)
    items = {grade.highlight(mark.highlight).item for mark in marks} | {challenge.item}
    yield from (points.get((LineKind.HIGHLIGHT, mark.highlight), 0) for mark in marks)
    yield from (points.get((LineKind.ITEM, item), 0) for item in items)
