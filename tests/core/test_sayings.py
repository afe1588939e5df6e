"""What a lesson asks for beside the label, and which highlights may answer which."""

from claimlight.core.sayings import Column, asks_link, columns_of, is_mutual, kinds_between, usual_kind
from claimlight.files.codebook_file import read_codebook
from claimlight.files.places import assets

BOOK = read_codebook(assets() / "codebooks" / "news-basics.toml")
CLAIM, DENIAL, FIGURE = "claim", "denial", "unverified-figure"
ALL = ("source", "evidence", "answers", "figures")


def test_each_question_is_a_column_and_links_share_one() -> None:
    assert columns_of(()) == ()
    assert columns_of(ALL) == (Column.WHO, Column.EVIDENCE, Column.ANSWERS)
    assert columns_of(("figures",)) == (Column.ANSWERS,)
    assert columns_of(("answers", "source")) == (Column.WHO, Column.ANSWERS)


def test_denials_and_figures_are_asked_for_links_and_claims_are_not() -> None:
    assert asks_link(ALL, DENIAL, BOOK) == "denies"
    assert asks_link(ALL, FIGURE, BOOK) == "conflicts_with"
    assert asks_link(ALL, CLAIM, BOOK) == ""
    assert asks_link(("figures",), DENIAL, BOOK) == ""
    assert asks_link(("answers",), FIGURE, BOOK) == ""


def test_the_ends_of_a_link_are_the_codebooks() -> None:
    assert next(kind.id for kind in kinds_between(BOOK, DENIAL, CLAIM)) == "denies"
    assert "denies" not in {kind.id for kind in kinds_between(BOOK, CLAIM, DENIAL)}
    assert usual_kind(BOOK, DENIAL, FIGURE) == "denies"
    assert usual_kind(BOOK, FIGURE, FIGURE) == "conflicts_with"
    assert usual_kind(BOOK, CLAIM, DENIAL) == ""


def test_numbers_that_do_not_fit_do_so_both_ways() -> None:
    assert is_mutual(BOOK, "conflicts_with", FIGURE, CLAIM)
    assert not is_mutual(BOOK, "denies", DENIAL, DENIAL)
    assert not is_mutual(BOOK, "conflicts_with", FIGURE, DENIAL)
