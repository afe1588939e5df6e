"""A course: lessons in the order in which they are meant to be taken, in groups."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CourseGroup:
    """Some lessons, by their slugs, in order."""

    title: str
    lessons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """Each lesson stands in it at most once."""

    title: str
    groups: tuple[CourseGroup, ...]

    @property
    def lessons(self) -> tuple[str, ...]:
        return tuple(slug for group in self.groups for slug in group.lessons)

    def place(self, slug: str) -> int | None:
        """The lesson's number in the whole course, from 0."""
        return self.lessons.index(slug) if slug in self.lessons else None

    def group(self, slug: str) -> str:
        """The title over the lesson; "" where it is no part of the course."""
        return next((group.title for group in self.groups if slug in group.lessons), "")
