"""What the draft helper found and what is marked already: what is still proposed."""

from claimlight.core.annotation import Annotation, quote_of
from claimlight.core.article import Direction, Span
from claimlight.files.markdown_text import build_text
from claimlight.work.author_labels import author_labels
from claimlight.work.draft_helper import CLAIM, DENIAL, FIGURE, suggestions
from claimlight.work.proposals import open_proposals

TEXT = build_text(
    "The firm says 92% of users are happy. The firm denied dumping waste in May.", "en", Direction.LEFT_TO_RIGHT
)
FOUND = suggestions(TEXT, "en")
ALL = (CLAIM, DENIAL, FIGURE)
TRAP, LEFT_OUT = (label.id for label in author_labels())


def mark(words: str, label: str) -> Annotation:
    start = TEXT.text.index(words)
    span = Span(start, start + len(words))
    return Annotation("m1", label, span, quote_of(TEXT, span))


def proposed(*marks: Annotation, left: tuple[str, ...] = (), labels: tuple[str, ...] = ALL) -> list[str]:
    return [each.entry.label for each in open_proposals(FOUND, left, labels, marks)]


def test_everything_that_was_found_is_proposed_where_nothing_is_marked() -> None:
    assert proposed() == [FIGURE, CLAIM, DENIAL]


def test_what_is_marked_is_not_proposed_but_a_figure_within_a_claim_is() -> None:
    assert proposed(mark("users are happy", CLAIM)) == [FIGURE, DENIAL]
    assert proposed(mark("92%", FIGURE)) == [CLAIM, DENIAL]


def test_a_claim_where_a_denial_is_proposed_settles_it() -> None:
    assert proposed(mark("dumping waste", CLAIM)) == [FIGURE, CLAIM]


def test_what_lies_within_a_trap_or_is_left_out_is_not_proposed() -> None:
    assert proposed(mark("92%", TRAP)) == [CLAIM, DENIAL]
    assert proposed(mark("The firm says 92% of users are happy.", LEFT_OUT)) == [DENIAL]


def test_what_was_left_and_what_the_lesson_does_not_train_stays_away() -> None:
    assert proposed(left=(FOUND[0].entry.id,)) == [CLAIM, DENIAL]
    assert proposed(labels=(CLAIM,)) == [CLAIM]
