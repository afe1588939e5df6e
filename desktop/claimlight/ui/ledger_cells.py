"""What a row of the list says below its words: who says it, how good the evidence is, what it answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from claimlight.core.annotation import Annotation, Link
from claimlight.core.article import Text
from claimlight.core.codebook import Codebook
from claimlight.core.sayings import SOURCE, STATUS, UNNAMED, WRITER, Column, asks_link, columns_of
from claimlight.ui.icons import Icon
from claimlight.ui.tags import Mark, mark_of
from claimlight.wording import N_, _

HEADS = {Column.WHO: N_("Who says it"), Column.EVIDENCE: N_("Evidence here"), Column.ANSWERS: N_("Answers")}
QUESTIONS = {Column.WHO: N_("Who says it?"), Column.EVIDENCE: N_("How good?"), Column.ANSWERS: N_("What?")}
SHAPES = {"confirmed": Icon.DISC, "contested": Icon.HALF_DISC, "unverified": Icon.DASHED_RING}


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer, or the question that waits for one (`asked`)."""

    column: Column
    words: str
    spoken: str
    asked: bool = False
    icon: Icon | None = None
    mark: Mark | None = None
    """The tag of the highlight at the other end."""


class Cells:
    """Makes the cells of one lesson's rows."""

    def __init__(self, ask: tuple[str, ...], codebook: Codebook, text: Text) -> None:
        self.columns = columns_of(ask)
        self._text = text
        self._linked = {label.id for label in codebook.labels if asks_link(ask, label.id, codebook)}
        self._questions = {column: Cell(column, _(QUESTIONS[column]), "", asked=True) for column in Column}
        self._marks = {label.id: mark_of(label) for label in codebook.labels}
        self._kinds = {kind.id: kind.name for kind in codebook.links}
        status = next((kind.values for kind in codebook.attributes if kind.id == STATUS), ())
        self.evidence: tuple[tuple[str, str], ...] = status
        self._makers: dict[Column, Callable[[Annotation, Mapping[str, Annotation]], Cell | None]] = {
            Column.WHO: self._who,
            Column.EVIDENCE: self._how_good,
            Column.ANSWERS: self._answers,
        }

    def of(self, annotation: Annotation, others: Mapping[str, Annotation]) -> tuple[Cell, ...]:
        """The cells of a row, without those that this highlight is not asked for."""
        made = (self._makers[column](annotation, others) for column in self.columns)
        return tuple(cell for cell in made if cell is not None)

    def link_words(self, link: Link, others: Mapping[str, Annotation]) -> str:
        """A link as it is spoken: "denies claim, paragraph 3"."""
        other = others[link.target]
        return _("{relation} {label}, paragraph {n}").format(
            relation=_(self._kinds.get(link.type, link.type)),
            label=self._marks[other.label].name,
            n=self._text.paragraph(other.span.start),
        )

    def _who(self, annotation: Annotation, _others: Mapping[str, Annotation]) -> Cell:
        said = annotation.attribute(SOURCE)
        if not said:
            return self._questions[Column.WHO]
        words = speaker_name(said[0])
        return Cell(Column.WHO, words, _("said by {name}").format(name=words))

    def _how_good(self, annotation: Annotation, _others: Mapping[str, Annotation]) -> Cell:
        said = annotation.attribute(STATUS)
        if not said:
            return self._questions[Column.EVIDENCE]
        words = _(dict(self.evidence).get(said[0], said[0]))
        return Cell(Column.EVIDENCE, words, _("evidence: {words}").format(words=words), icon=SHAPES.get(said[0]))

    def _answers(self, annotation: Annotation, others: Mapping[str, Annotation]) -> Cell | None:
        links = [link for link in annotation.links if link.target in others]
        if not links:
            return self._questions[Column.ANSWERS] if annotation.label in self._linked else None
        first = others[links[0].target]
        words = _("¶{n}").format(n=self._text.paragraph(first.span.start))
        if len(links) > 1:
            words = _("{first} +{more}").format(first=words, more=len(links) - 1)
        spoken = "; ".join(self.link_words(link, others) for link in links)
        return Cell(Column.ANSWERS, words, spoken, mark=self._marks[first.label])


def speaker_name(source: str) -> str:
    """Who says it, as it is shown: the two answers that are no names are words."""
    return {UNNAMED: _("Not named"), WRITER: _("The writer")}.get(source, source)
