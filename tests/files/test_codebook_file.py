"""The label guide that comes with us holds what the code book says; a wrong one is refused."""

from fractions import Fraction
from itertools import product

import pytest

from claimlight.core.codebook import Line
from claimlight.core.errors import LessonError
from claimlight.files.codebook_file import codebook_from_toml, read_codebook, shipped_codebook
from claimlight.files.places import assets
from claimlight.wording.errors import say

PATH = assets() / "codebooks" / "news-basics.toml"
SOURCE = PATH.read_text(encoding="utf-8")


def test_the_default_label_guide_is_whole():
    guide = read_codebook(PATH)
    assert [(label.id, label.letter, label.colour, label.line) for label in guide.labels] == [
        ("claim", "C", "claim", Line.SOLID),
        ("denial", "D", "denial", Line.DASHED),
        ("unverified-figure", "#", "figure", Line.DOTTED),
    ]
    assert all(label.yes.marked and not label.no.marked and label.definition for label in guide.labels)
    assert all(example.why for label in guide.labels for example in (label.yes, label.no))
    assert {kind.id for kind in guide.links} == {
        *("denies", "counter_claims", "deflects", "conflicts_with", "restates", "supports"),
    }
    assert {"source", "status", "hedge", "kind", "reason", "chain", "cue"} <= {kind.id for kind in guide.attributes}


@pytest.mark.parametrize("language", ["es", "fr", "ar"])
def test_a_guide_in_another_language_says_the_same_of_the_same_labels(language: str) -> None:
    """Only words differ: what is graded, linked and painted is the same."""
    english, guide = read_codebook(PATH), shipped_codebook(f"news-basics-{language}")
    assert guide.language == language
    for one, other in zip(english.labels, guide.labels, strict=True):
        assert (one.id, one.letter, one.colour, one.line) == (other.id, other.letter, other.colour, other.line)
        for words in ("name", "definition", "yes", "no"):
            assert getattr(one, words) != getattr(other, words)
        assert bool(one.yes.marked) == bool(other.yes.marked)
        assert not other.no.marked
    assert english.credits == guide.credits
    assert [kind.id for kind in english.attributes] == [kind.id for kind in guide.attributes]
    assert [[value for value, _name in kind.values] for kind in english.attributes] == [
        [value for value, _name in kind.values] for kind in guide.attributes
    ]
    assert [(kind.id, kind.sources, kind.targets) for kind in english.links] == [
        (kind.id, kind.sources, kind.targets) for kind in guide.links
    ]
    assert not {name for kind in english.attributes for _value, name in kind.values} & {
        name for kind in guide.attributes for _value, name in kind.values
    }


def test_the_opposite_earns_nothing_and_a_figure_a_quarter():
    guide = read_codebook(PATH)
    labels = [label.id for label in guide.labels]
    for keyed, given in product(labels, labels):
        expected = Fraction(1) if keyed == given else Fraction("unverified-figure" in (keyed, given), 4)
        assert guide.credit(keyed, given) == expected


def test_only_a_denial_denies():
    denies = next(kind for kind in read_codebook(PATH).links if kind.id == "denies")
    assert denies.sources == ("denial",)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('line = "dotted"', 'line = "wavy"', "unknown-line"),
        ('id = "denial"', 'id = "claim"', "label-twice"),
        ('keyed = "claim"', 'keyed = "lie"', "codebook-unknown-label"),
        ('sources = ["denial"]', 'sources = ["lie"]', "codebook-unknown-label"),
        ('credit = "1/4"', "credit = 0.25", "float-number"),
        ('credit = "1/4"', 'credit = "many"', "field-not-rational"),
        ('["confirmed", "Confirmed"]', '["confirmed"]', "field-not-pairs"),
        ('["confirmed", "Confirmed"]', '["confirmed", 1]', "field-not-pairs"),
        ('letter = "C"\n', "", "field-missing"),
        ("version = 1", "version = ", "broken-toml"),
        ('no = { before = "He declined', 'maybe = { before = "He declined', "field-missing"),
        ('yes = { before = "The mayor', 'yes = 1 #{ before = "The mayor', "field-not-table"),
    ],
)
def test_a_wrong_label_guide_is_refused(old, new, code):
    assert old in SOURCE
    with pytest.raises(LessonError) as error:
        codebook_from_toml(SOURCE.replace(old, new).encode(), "codebook.toml")
    assert error.value.code == code
    assert "codebook.toml" in say(error.value)


def test_a_label_guide_without_labels_is_refused():
    head = SOURCE[: SOURCE.index("[[")]
    with pytest.raises(LessonError) as error:
        codebook_from_toml(head.encode(), "codebook.toml")
    assert error.value.code == "codebook-without-labels"
