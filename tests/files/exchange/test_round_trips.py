"""What is written in a format is read again as it was, as far as the format has a place for it; for each format."""

from pathlib import Path

import pytest
from hypothesis import event, given

from claimlight.core.errors import WorkError
from claimlight.files.exchange.holding import fitted
from claimlight.files.exchange.markings import Form, Markings, Units
from claimlight.files.exchange.reader import read_markings, text_beside
from claimlight.files.exchange.writer import write_markings
from files.exchange.samples import markings, told


@pytest.fixture(scope="module")
def new(tmp_path_factory):
    """A path of a folder of its own at every call."""
    return lambda name: tmp_path_factory.mktemp("trip") / name


def there_and_back(path: Path, given: Markings, form: Form, units: Units = Units.CODE_POINTS) -> Markings | None:
    """What is read of what was written, with the text that was given; None where the format refuses it."""
    try:
        write_markings(path, given, form, units)
    except WorkError as refused:
        event(refused.code)
        return None
    return read_markings(path, given.text, form, units)


def as_it_was(path: Path, given: Markings, form: Form, units: Units = Units.CODE_POINTS) -> None:
    back = there_and_back(path, given, form, units)
    if back is not None:
        fit, _ = fitted(given, form)
        assert told(back.joined()) == told(fit)
        assert back.lost == ()


@given(given_=markings(form=Form.W3C))
def test_w3c(new, given_):
    as_it_was(new("a.json"), given_, Form.W3C)


@given(given_=markings(form=Form.BRAT))
def test_brat_with_the_text_beside_it(new, given_):
    path = new("a.ann")
    as_it_was(path, given_, Form.BRAT)
    assert text_beside(path, Form.BRAT).text == given_.text.text


@pytest.mark.parametrize("units", Units)
def test_doccano_in_all_its_units(new, units):
    @given(given_=markings(form=Form.DOCCANO))
    def trip(given_):
        path = new("a.jsonl")
        as_it_was(path, given_, Form.DOCCANO, units)
        assert not path.exists() or text_beside(path, Form.DOCCANO).text == given_.text.text

    trip()


@given(given_=markings(form=Form.LABEL_STUDIO))
def test_label_studio(new, given_):
    path = new("a.json")
    as_it_was(path, given_, Form.LABEL_STUDIO)
    assert not path.exists() or text_beside(path, Form.LABEL_STUDIO).text == given_.text.text


@given(given_=markings(form=Form.LABEL_STUDIO))
def test_label_studio_of_an_older_version_is_on_the_same_words(new, given_):
    """Where the words of all regions stand at other places, too, nobody can tell which places were meant."""
    path = new("a.json")
    if (back := there_and_back(path, given_, Form.LABEL_STUDIO, Units.UTF_16)) is not None:
        words = [[found.text[span] for mark in found.marks for span in mark.fragments] for found in (given_, back)]
        assert words[0] == words[1]
        assert back.lost == ()


@given(given_=markings(form=Form.WEBANNO))
def test_webanno_with_the_text_put_together_again(new, given_):
    path = new("a.tsv")
    as_it_was(path, given_, Form.WEBANNO)
    assert not path.exists() or text_beside(path, Form.WEBANNO).text == given_.text.text


@given(given_=markings(form=Form.XMI))
def test_xmi(new, given_):
    pytest.importorskip("cassis")
    path = new("a.xmi")
    as_it_was(path, given_, Form.XMI)
    assert not path.exists() or text_beside(path, Form.XMI).text == given_.text.text


@given(given_=markings(form=Form.CONLL))
def test_conll_keeps_the_words_of_each_mark(new, given_):
    path = new("a.conll")
    back = there_and_back(path, given_, Form.CONLL)
    if back is not None:
        ordered = sorted(given_.joined().marks, key=lambda mark: mark.start)
        text = given_.text
        assert [mark.label for mark in back.marks] == [mark.label for mark in ordered]
        for was, mark in zip(ordered, back.marks, strict=True):
            assert text.words_touching(was.fragments[0]) == text.words_touching(mark.fragments[0])
            assert text.text[mark.start : mark.end].strip() == text.text[mark.start : mark.end]
