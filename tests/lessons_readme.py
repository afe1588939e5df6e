"""Put what is measured of each lesson into `lessons/README.md`: `python3 dev.py lessons`."""

from pathlib import Path

from claimlight.core.lesson import LessonDetails
from claimlight.files.course_file import read_course
from claimlight.files.lesson_facts import TextFacts
from claimlight.files.lesson_lint import check_lesson
from claimlight.files.lesson_toml import NAME, sheet_from_toml
from claimlight.files.places import lessons
from claimlight.files.second_key import TEXT
from claimlight.wording.lesson_facts import grade_text

README = lessons() / "README.md"
BEGIN, END = "<!-- lessons:begin -->", "<!-- lessons:end -->"
HEAD = ("lesson", "grade", "min", "words", "reads at", "answers", "free", "agreement", "best blind")


def main() -> int:
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"the table in {README.name} is current")
    return 0


def with_table(text: str) -> str:
    """`text` with the table of today between the marks. Raises ValueError where they are not there."""
    before, begin, rest = text.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{README.name} lacks {BEGIN} or {END}")
    return f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}"


def table() -> str:
    """A row for each lesson, in the order of the course."""
    course = read_course(lessons())
    assert course is not None, "it comes along"
    folders = {sheet(folder.parent).slug: folder.parent for folder in lessons().glob(f"*/{NAME}")}
    rows = [HEAD, ("---",) * len(HEAD), *(row(folders[slug]) for slug in course.lessons)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def row(folder: Path) -> tuple[str, ...]:
    [facts] = [each for each in check_lesson(folder).facts if each.name == TEXT]
    lesson = sheet(folder)
    return (
        f"`{lesson.slug}`",
        lesson.level.replace("-", "–"),
        f"{lesson.minutes}",
        f"{facts.words}",
        grade_text(facts.level.first, facts.level.last) if facts.level else "not measured",
        f"{facts.answers}",
        f"{facts.free} %",
        agreement(facts),
        f"{facts.best.percent}" if facts.best else "0",
    )


def agreement(facts: TextFacts) -> str:
    """ "0.95 / 0.88": F1 and alpha."""
    second = facts.second
    if second is None:
        return "no second key"
    alpha = second.alpha.value
    return f"{second.f1:.2f} / {alpha:.2f}" if alpha is not None else f"{second.f1:.2f} / not defined"


def sheet(folder: Path) -> LessonDetails:
    return sheet_from_toml((folder / NAME).read_bytes())


if __name__ == "__main__":
    raise SystemExit(main())
