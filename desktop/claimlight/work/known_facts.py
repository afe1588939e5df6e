"""Facts of works that were handed in, worked out once and kept: `WorkFacts` as bytes, by the answers they came from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimlight.core.lesson import Lesson
from claimlight.grading.grade import Grade, PreparedKey, grade_prepared, prepare
from claimlight.grading.receipt import GRADER_VERSION
from claimlight.grading.work_facts import WorkFacts, check_facts, doubts
from claimlight.handin.identity import Purpose
from claimlight.handin.submission import Submission, submission_from
from claimlight.handin.travel_file import unpacked
from claimlight.store.classbook import Classbook
from claimlight.store.facts import KeptFacts
from claimlight.work.which_counts import in_order


def facts_of(key: PreparedKey, work: Submission, grade: Grade) -> bytes:
    """The facts of a work, of which `grade` is the grade of its last check, as they are kept."""
    import msgspec

    first, last = work.checks[0], work.checks[-1]
    counted = check_facts(grade, last.annotations, key.words)
    before = None
    if len(work.checks) > 1:
        same = first.annotations == last.annotations
        before = counted if same else check_facts(grade_prepared(key, first.annotations), first.annotations, key.words)
    said = doubts(work.challenges, last.annotations)
    return msgspec.json.encode(WorkFacts(str(grade.possible), counted, before, said))


def keep_facts(classbook: Classbook, class_id: str, key_hash: str, known: Iterable[tuple[str, bytes]]) -> None:
    """Keep facts by the answers of this hash and today's grader."""
    classbook.facts.keep(class_id, key_hash, GRADER_VERSION, known)


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """The facts of one person's work; `name` is what they call themselves."""

    person: str
    name: str
    facts: WorkFacts


def how_many(classbook: Classbook, class_id: str, lesson: Lesson, text: str = "article") -> int:
    """How many of a class handed in this version of `lesson`."""
    versions = classbook.facts.of_lesson(class_id, lesson.id, bare=True)
    return len(_counting(classbook, class_id, lesson, text, versions))


def how_many_by_text(classbook: Classbook, class_id: str, lesson: Lesson) -> Mapping[str, int]:
    """How many of a class handed in each text of this version of `lesson` that has answers."""
    versions = classbook.facts.of_lesson(class_id, lesson.id, bare=True)
    by_text = _by_text(classbook, class_id, lesson, versions)
    names = [text.article.name for text in lesson.texts if text.key is not None]
    return {name: len(by_text.get(name, ())) for name in names}


def latest_facts(classbook: Classbook, class_id: str, lesson: Lesson, text: str) -> tuple[PersonFacts, ...]:
    """Everybody's work that counts on this version of `lesson`, graded by its answers to `text`.

    Only what was never graded by these answers is graded now, and kept.
    """
    import msgspec

    found = lesson.text(text)
    if found is None or found.key is None:
        return ()
    works = _counting(classbook, class_id, lesson, text, classbook.facts.of_lesson(class_id, lesson.id))
    hash = found.key.key_hash
    stale = [one for one in works if one.facts is None or (one.key_hash, one.grader) != (hash, GRADER_VERSION)]
    renewed = _graded_now(classbook, class_id, lesson, text, stale)
    if renewed and classbook.read_only is None:
        keep_facts(classbook, class_id, hash, renewed.items())
    decoder = msgspec.json.Decoder(WorkFacts)
    return tuple(
        PersonFacts(one.person, one.name, decoder.decode(renewed.get(one.id, one.facts or b""))) for one in works
    )


def _counting(
    classbook: Classbook, class_id: str, lesson: Lesson, text: str, versions: Iterable[KeptFacts]
) -> list[KeptFacts]:
    return _by_text(classbook, class_id, lesson, versions).get(text, [])


def _by_text(
    classbook: Classbook, class_id: str, lesson: Lesson, versions: Iterable[KeptFacts]
) -> Mapping[str, list[KeptFacts]]:
    """Of each text and student the work that counts, where it is of this version of the lesson. Whoever worked at two
    computers is one student once the teacher said so, or where there is no list that tells two of one name apart."""
    said, roster = classbook.class_work.known_as(class_id), classbook.classes.roster(class_id)
    students: dict[tuple[str, str, str], list[KeptFacts]] = {}
    for one in versions:
        name = said.get(one.person) or ("" if roster else one.name)
        students.setdefault((one.text, name, "" if name else one.person), []).append(one)
    found: dict[str, list[KeptFacts]] = {}
    for (text, _name, _person), works in students.items():
        last = in_order(works)[-1]
        if last.lesson_hash == lesson.hash:
            found.setdefault(text, []).append(last)
    return found


def _graded_now(
    classbook: Classbook, class_id: str, lesson: Lesson, text: str, works: list[KeptFacts]
) -> Mapping[str, bytes]:
    if not works:
        return {}
    key = prepare(lesson, text)
    said = {}
    for one in works:
        work = submission_from(unpacked(classbook.facts.packed(class_id, one.id), Purpose.WORK, one.id), one.id)
        said[one.id] = facts_of(key, work, grade_prepared(key, work.work))
    return said
