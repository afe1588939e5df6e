"""Change a class: its names, who is who, when it ends, what it is set. Each change is one gesture; no work is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from claimlight.core.errors import WorkError
from claimlight.core.lesson import Mode
from claimlight.files.lesson_bundle import bundle_members
from claimlight.files.lesson_folder import assemble
from claimlight.handin.class_file import ClassFile, write_class
from claimlight.handin.identity import PublicKeys, public
from claimlight.store.classbook import Classbook
from claimlight.store.classes import KnownClass
from claimlight.work.class_table import class_people
from claimlight.work.publish import lesson_members
from claimlight.work.teacher_keys import teacher_keys
from claimlight.work.teaching import OneClass, find_class, give_out


def rename_class(classbook: Classbook, class_id: str, name: str) -> None:
    """Raises WorkError where another class is called so."""
    name = _one_line(name)
    if any(each.name == name and each.id != class_id for each in classbook.classes.all()):
        raise WorkError("class-there", name=name)
    _keep(classbook, replace(find_class(classbook, class_id).students, name=name))


def set_end(classbook: Classbook, class_id: str, ends: str) -> None:
    """`ends` is a date (ISO 8601), or "" for none."""
    _keep(classbook, replace(find_class(classbook, class_id).students, ends=ends))


def set_asked(classbook: Classbook, class_id: str, *, time: bool, sure: bool) -> None:
    """Whether its students hand in, too, when they worked, and how sure they were of each mark."""
    to = find_class(classbook, class_id).students
    _keep(classbook, replace(to, asks_time=time, asks_sure=sure))


def set_readers(classbook: Classbook, class_id: str, others: Iterable[PublicKeys]) -> None:
    """Who may open the work and sign marks beside the teacher: a second teacher, or the school."""
    keys = tuple(dict.fromkeys(others))
    also, also_sign = tuple(each.seal.hex() for each in keys), tuple(each.verify.hex() for each in keys)
    _keep(classbook, replace(find_class(classbook, class_id).students, also=also, also_sign=also_sign))


# Names


def add_names(
    classbook: Classbook, class_id: str, names: Iterable[str], school_ids: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Put names on the list, in their order; returns those that were not on it. Who left comes back with their work.

    `school_ids` are by name; a name on the list gets the one that it is said to have.
    """
    to = find_class(classbook, class_id).students
    new = tuple(name for name in dict.fromkeys(map(_one_line, names)) if name and name not in to.roster)
    with classbook.at_once():
        for name in new:
            classbook.class_work.come_back(class_id, name)
        _keep(classbook, replace(to, roster=(*to.roster, *new)), school_ids)
    return new


def rename_student(classbook: Classbook, class_id: str, name: str, new: str) -> None:
    """The same student by another name. Raises WorkError where there is one of that name."""
    to, new = find_class(classbook, class_id).students, _one_line(new)
    if new == name or not new:
        return
    if new in to.roster:
        raise WorkError("name-there", name=new)
    with classbook.at_once():
        classbook.class_work.say_who(class_id, _people_called(classbook, to, name), new)
        number = {new: _school_id(classbook, class_id, name)}
        _keep(classbook, replace(to, roster=tuple(new if each == name else each for each in to.roster)), number)


def remove_student(classbook: Classbook, class_id: str, name: str) -> None:
    """Take a name off the list. What they handed in stays until the end of term, and is back with the name."""
    _take_off(classbook, class_id, name)


def move_student(classbook: Classbook, class_id: str, name: str, to_class: str) -> None:
    """Move a student to another class with all they handed in, and whatever is still on its way."""
    there = find_class(classbook, to_class).students
    if name in there.roster:
        raise WorkError("name-there", name=name)
    with classbook.at_once():
        number = {name: _school_id(classbook, class_id, name)}
        people = _take_off(classbook, class_id, name, to=to_class)
        _keep(classbook, replace(there, roster=(*there.roster, name)), number)
        classbook.class_work.come_back(to_class, name)
        classbook.class_work.say_who(to_class, people, name)
        classbook.class_work.move(class_id, people, to_class)


def say_who(classbook: Classbook, class_id: str, person: str, name: str | None) -> None:
    """This person is `name`, which is put on the list if it is not on it, or, with None, nobody of this class."""
    with classbook.at_once():
        if name is not None:
            add_names(classbook, class_id, (name,))
        classbook.class_work.say_who(class_id, (person,), name)


def _take_off(classbook: Classbook, class_id: str, name: str, *, to: str = "") -> tuple[str, ...]:
    """Take a name off the list and return whoever handed in under it."""
    here = find_class(classbook, class_id).students
    with classbook.at_once():
        people = _people_called(classbook, here, name)
        classbook.class_work.say_who(class_id, people, name)
        classbook.class_work.leave(class_id, name, to=to)
        _keep(classbook, replace(here, roster=tuple(each for each in here.roster if each != name)))
    return people


def _people_called(classbook: Classbook, to: ClassFile, name: str) -> tuple[str, ...]:
    who = class_people(classbook, to, classbook.class_work.glances(to.id))
    return tuple(person for person, known in who.names.items() if known == name)


# Lessons


@dataclass(frozen=True, slots=True)
class Setting:
    """How lessons are set: when students may see the answers, and when the work is due (a date, or "")."""

    mode: Mode
    due: str = ""


def set_lesson(classbook: Classbook, class_id: str, source: Path | dict[str, bytes], setting: Setting) -> None:
    """Give a lesson out to a class and remember it there. Raises LessonError, WorkError.

    One that was given out as it is, in this way, is given out again as the same file: so who has it from another class
    can go on with it.
    """
    to = find_class(classbook, class_id)
    members = lesson_members(source)
    lesson = assemble(members.get)
    with classbook.at_once():
        before = classbook.classes.given(lesson.hash)
        same = before is not None and (before.mode, before.whole) == (setting.mode.value, bundle_members(members))
        if not same or to.students.also:
            give_out(classbook, members, setting.mode, to=to)
        classbook.class_lessons.put(class_id, lesson.id, due=setting.due)
        _keep_lessons(classbook, to.students)


def set_due(classbook: Classbook, class_id: str, lesson: str, due: str) -> None:
    """Another day (ISO 8601) on which a lesson is due; "" for none."""
    to = find_class(classbook, class_id).students
    with classbook.at_once():
        classbook.class_lessons.set_due(class_id, lesson, due)
        _keep_lessons(classbook, to)


def take_lesson_back(classbook: Classbook, class_id: str, lesson: str) -> None:
    """The lesson is set no longer; what was handed in stays."""
    to = find_class(classbook, class_id).students
    with classbook.at_once():
        classbook.class_lessons.take_back(class_id, lesson)
        _keep_lessons(classbook, to)


def overtake(classbook: Classbook, there: OneClass) -> OneClass:
    """The class as it is now, not older than its file `there`, which students may have.

    It is older where this book was brought back from a copy. Who only goes on with the class takes that file.
    """
    here = find_class(classbook, there.students.id)
    ours, theirs = here.students, there.students
    if theirs == ours or theirs.number < ours.number or theirs.verify != ours.verify:
        return here
    if public(teacher_keys(classbook)).verify.hex() == ours.verify:
        return _keep(classbook, replace(ours, number=theirs.number))
    classbook.classes.keep(KnownClass(theirs.id, theirs.name, there.file), theirs.roster)
    return there


def _school_id(classbook: Classbook, class_id: str, name: str) -> str:
    return next((entry.school_id for entry in classbook.classes.entries(class_id) if entry.name == name), "")


def _keep_lessons(classbook: Classbook, to: ClassFile) -> None:
    """The class's file tells which lessons are set, how, and until when."""
    every = classbook.class_lessons.all(to.id)
    lessons = tuple(each.id for each in every)
    due, modes = tuple(each.due for each in every), tuple(each.mode for each in every)
    _keep(classbook, replace(to, lessons=lessons, due=due, modes=modes))


def _keep(classbook: Classbook, changed: ClassFile, school_ids: Mapping[str, str] | None = None) -> OneClass:
    next_one = replace(changed, number=changed.number + 1)
    raw = write_class(next_one, teacher_keys(classbook))
    classbook.classes.keep(KnownClass(next_one.id, next_one.name, raw), next_one.roster, school_ids)
    return OneClass(next_one, raw)


def _one_line(name: str) -> str:
    return " ".join(name.split())
