"""A label guide in the language that is spoken now; where it has no words for something, the guide's own."""

from dataclasses import replace

from claimlight.core.codebook import AttributeKind, Codebook, Example, Label, LinkKind
from claimlight.core.lesson import Lesson
from claimlight.wording import _, pgettext


def spoken_lesson(lesson: Lesson) -> Lesson:
    """`lesson` with its guide as it is shown. Ids, hash and credits stay: it is graded like the other."""
    return replace(lesson, codebook=spoken_codebook(lesson.codebook))


def spoken_codebook(codebook: Codebook) -> Codebook:
    return replace(
        codebook,
        name=_said(codebook.name),
        rules=_said(codebook.rules),
        labels=tuple(map(spoken_label, codebook.labels)),
        attributes=tuple(map(_attribute, codebook.attributes)),
        links=tuple(map(_link, codebook.links)),
    )


def spoken_label(label: Label) -> Label:
    """Its tag too: Arabic has letters of its own."""
    return replace(
        label,
        name=_said(label.name),
        short=_said(label.short),
        letter=pgettext("tag", label.letter),
        definition=_said(label.definition),
        yes=_example(label.yes),
        no=_example(label.no),
    )


def _example(example: Example) -> Example:
    return Example(_said(example.before), _said(example.marked), _said(example.after), _said(example.why))


def _attribute(kind: AttributeKind) -> AttributeKind:
    return replace(kind, name=_said(kind.name), values=tuple((value, _said(name)) for value, name in kind.values))


def _link(kind: LinkKind) -> LinkKind:
    return replace(kind, name=_said(kind.name))


def _said(words: str) -> str:
    """Nothing stays nothing: gettext would give the catalogue's header for it."""
    return _(words) if words else words
