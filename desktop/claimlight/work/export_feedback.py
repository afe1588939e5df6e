"""What a school's system tells a student beside the mark: the points, and what the teacher changed and wrote."""

from fractions import Fraction

from claimlight.core.decision import Decision
from claimlight.core.lesson import Mode
from claimlight.files.exports.gradebook import decimal
from claimlight.store.class_work import Glance
from claimlight.store.classbook import Classbook
from claimlight.wording import _
from claimlight.wording.teacher_said import decision_told
from claimlight.work.answers_now import LessonsNow, lessons_now
from claimlight.work.one_work import opened


class Feedbacks:
    """The feedback of one class. Only a work about which something was decided is opened for it."""

    def __init__(self, classbook: Classbook, class_id: str) -> None:
        self._classbook = classbook
        self._class_id = class_id
        self._standing = classbook.decisions.standing(class_id)
        self._lessons: LessonsNow = lessons_now(classbook, class_id)
        self._marked: dict[str, dict[str, dict[str, str]]] = {}

    def of(self, work: Glance, points: Fraction, possible: Fraction) -> str:
        """One line: "2.75 of 10 points. “about 50 boats”: Your teacher changed the points to ¾." """
        total = _("{points} of {possible} points.").format(points=decimal(points), possible=decimal(possible))
        decisions = self._standing.get(work.attempt, ())
        return " ".join((total, *(decision_told(one, self._passage(one, work)) for one in decisions)))

    def _passage(self, one: Decision, work: Glance) -> str:
        """The words it is about: the student's own, or those of an answer, unless nobody is to see the answers."""
        own = self._own_words(work).get(one.highlight, "") if one.highlight else ""
        return own or (self._answer(one.item, work) if one.item else "")

    def _own_words(self, work: Glance) -> dict[str, str]:
        if work.lesson not in self._marked:
            received = self._classbook.classes.received(self._class_id, work.lesson)
            decided = (each for each in received if each.attempt in self._standing)
            self._marked[work.lesson] = {
                each.id: {mark.id: mark.quote.exact for mark in opened(each).work} for each in decided
            }
        return self._marked[work.lesson].get(work.id, {})

    def _answer(self, item: str, work: Glance) -> str:
        now = self._lessons.lesson(work.lesson_hash)
        named = None if now is None or now.given.mode == Mode.ASSESSMENT else now.lesson.text(work.text)
        if named is None or named.key is None:
            return ""
        return next((named.article.text[each.main.span] for each in named.key.items if each.id == item), "")
