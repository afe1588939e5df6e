"""What a student reads about work that is handed in: the button, what closing means, when the answers come."""

from collections.abc import Mapping, Sequence

from claimlight.core.lesson import Mode
from claimlight.wording import N_, _, ngettext

_ANSWERS = {
    Mode.HOMEWORK: N_("The answers come when your teacher says."),
    Mode.ASSESSMENT: N_("The answers come with your teacher’s marks."),
}


def finish_text() -> str:
    """The button of a lesson whose only check is the hand-in."""
    return _("Finish and hand in")


def finish_already_text() -> str:
    """The question where very little is marked."""
    return _("Finish already? After this your work is closed.")


def closed_text() -> str:
    return _("Your work is closed and waits to be handed in.")


def answers_come_text(mode: Mode) -> str:
    """When the answers to a lesson given out in this way come; "" where they are shown at once."""
    return _(_ANSWERS[mode]) if mode in _ANSWERS else ""


def no_answers_text() -> str:
    """Why a practice without answers cannot be checked."""
    return _("This lesson has no answers yet, so there is nothing to check with.")


def changed_author_text() -> str:
    """The one line on a lesson whose file was signed by somebody else than its first."""
    return _("This lesson comes from a different computer than before. Ask your teacher.")


def not_opened_yet_text() -> str:
    """On the shelf, until the arrival slip is there."""
    return _("Your teacher has not opened it yet.")


def arrived_text() -> str:
    """On the shelf, once the arrival slip is there."""
    return _("Your teacher has it.")


# The folder that is there


def hand_in_text(people: int, lessons: int) -> str:
    """The one button: "Hand in (2 people, 3 lessons)"."""
    return _("Hand in ({people}, {lessons})").format(people=people_text(people), lessons=lessons_text(lessons))


def people_text(people: int) -> str:
    return ngettext("{n} person", "{n} people", people).format(n=people)


def lessons_text(lessons: int) -> str:
    return ngettext("{n} lesson", "{n} lessons", lessons).format(n=lessons)


def folder_here_text(*, stick: bool) -> str:
    return _("Your class’s stick is here") if stick else _("Your class’s folder is here")


def waiting_text(people: Mapping[str, int]) -> str:
    """Who has how much to hand in: "Mila: 2 lessons. Jonas: 1 lesson."; "" is who has no name here yet."""
    return " ".join(
        _("{name}: {lessons}.").format(name=name, lessons=lessons_text(count))
        if name
        else _("Without a name so far: {lessons}.").format(lessons=lessons_text(count))
        for name, count in people.items()
    )


def joining_text(name: str) -> str:
    """The button where a class is not known here, and nothing waits for it."""
    return _("Join class “{name}”").format(name=name)


def joining_about_text() -> str:
    return _("Your lessons come from this class, and your work goes to it.")


def copying_text(done: int, count: int) -> str:
    return _("Copying: {done} of {count} done.").format(done=done, count=count)


def delivered_text(*, stick: bool) -> str:
    return _("Copied and checked ✓ You may remove the stick.") if stick else _("Copied and checked ✓")


def delivered_about_text(people: int, lessons: int, time: str) -> str:
    """What was handed in, and when: "2 people, 3 lessons, 14:32"."""
    return _("{people}, {lessons}, {time}").format(people=people_text(people), lessons=lessons_text(lessons), time=time)


def nothing_waits_text() -> str:
    return _("Nothing waits to be handed in. A lesson can be handed in when it is finished.")


def in_class_text(name: str, *, new: bool | None) -> str:
    """After a class file was opened: `new` True for a class that was not known here, None for its newer file."""
    if new is None:
        return _("The list of class “{name}” is up to date now.").format(name=name)
    return (_("You are in class “{name}”.") if new else _("You are in class “{name}” already.")).format(name=name)


def new_lessons_text(titles: Sequence[str]) -> str:
    """Lessons that came along with a class."""
    count = len(titles)
    return ngettext("{n} new lesson: {titles}.", "{n} new lessons: {titles}.", count).format(
        n=count, titles=", ".join(titles)
    )


# What came back


def came_back_text(arrived: int, marks: int, answers: int) -> str:
    """One sentence for each kind of thing; "" for nothing."""
    said = []
    if marks:
        said.append(
            ngettext("Marks came back for {n} lesson.", "Marks came back for {n} lessons.", marks).format(n=marks)
        )
    if answers:
        said.append(
            ngettext(
                "The answers to {n} lesson may be seen now.", "The answers to {n} lessons may be seen now.", answers
            ).format(n=answers)
        )
    if arrived:
        said.append(_("Your teacher has what was handed in."))
    return " ".join(said)


def nothing_new_text() -> str:
    """After a file was opened that holds nothing that is not here already."""
    return _("This is here already.")


# On the shelf


def not_handed_in_text() -> str:
    return _("Not handed in yet")


def sent_text() -> str:
    return _("Handed in. Your teacher has not opened it yet.")


def marked_text(total: str) -> str:
    """`total` as in "14 of 18 points"."""
    return _("Marked: {total}").format(total=total)


def changed_since_text() -> str:
    return _("You changed it after handing in: hand in again")


# When a class has ended


def class_ended_text(name: str) -> str:
    return _("Class “{name}” has ended. Your work for it can be removed from this computer.").format(name=name)


def leave_class_text(name: str, works: int, not_handed_in: Sequence[str]) -> str:
    """The question before the work goes, with the titles of all that nobody else has."""
    asked = ngettext(
        "Remove your work for class “{name}” ({n} lesson) from this computer, for good? Its backups go too.",
        "Remove your work for class “{name}” ({n} lessons) from this computer, for good? Its backups go too.",
        works,
    ).format(name=name, n=works)
    titles = "; ".join(_("“{title}”").format(title=title) for title in not_handed_in)
    return " ".join((asked, _("Not handed in: {works}.").format(works=titles))) if titles else asked


def no_class_ended_text(classes: Sequence[tuple[str, str]]) -> str:
    """Why nothing can be removed: pairs of a class's name and its last day (ISO 8601, or "")."""
    if not classes:
        return _("No class was taken in here, so there is no work of one.")
    listed = "; ".join(
        _("“{name}” until {day}").format(name=name, day=day) if day else _("“{name}”").format(name=name)
        for name, day in classes
    )
    return _("No class here has ended yet: {classes}.").format(classes=listed)
