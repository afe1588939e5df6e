"""Hints about single highlights: they last as long as a highlight is as it was when it was checked."""

from dataclasses import dataclass

from claimlight.core.annotation import Annotation
from claimlight.core.article import Span


@dataclass(frozen=True, slots=True)
class RowHint:
    """What a check said of a highlight (`words` on its row, `beside` in the margin), and what it was about."""

    words: str
    beside: str
    span: Span
    label: str

    def is_about(self, annotation: Annotation) -> bool:
        """Whether nothing was done about it since; what is undone brings the hint back."""
        return (annotation.span, annotation.label) == (self.span, self.label)
