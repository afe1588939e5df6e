"""What somebody marked leaves for another tool, in each form, and is read again there as it was."""

from pathlib import Path

import pytest

from claimlight.core.annotation import Annotation, Link, quote_of
from claimlight.core.article import Span
from claimlight.core.errors import WorkError
from claimlight.files.exchange.markings import Form
from claimlight.files.exchange.plain import text_of
from claimlight.files.exchange.reader import read_markings
from claimlight.work.export_annotations import SUFFIXES, export_annotations

STORY = "The mayor said 👪 the bridge is safe.\nThat is not true, Anna Ruiz said.\n"


def mark(id: str, label: str, words: str, **more: object) -> Annotation:
    start = STORY.index(words)
    span = Span(start, start + len(words))
    return Annotation(id, label, span, quote_of(TEXT, span), **more)  # type: ignore[arg-type]


TEXT = text_of(STORY)
CLAIM = mark("c1", "claim", "the bridge is safe", note="Somebody says so.", attributes=(("source", ("the mayor",)),))
DENIAL = mark("d1", "denial", "That is not true", links=(Link("l1", "denies", "c1"), Link("l2", "denies", "gone")))


@pytest.mark.parametrize("form", Form)
def test_each_form_is_read_again_with_the_same_labels_and_words(tmp_path: Path, form: Form) -> None:
    if form is Form.XMI:
        pytest.importorskip("cassis")
    path = tmp_path / f"story{SUFFIXES[form]}"
    done = export_annotations(TEXT, (CLAIM, DENIAL), "Mira", form, path)
    assert (done.marks, done.files[0]) == (2, path)
    assert all(file.is_file() for file in done.files)
    back = read_markings(path, TEXT, form)
    assert [(each.label, STORY[each.start : each.end]) for each in back.marks] == [
        ("claim", "the bridge is safe"),
        ("denial", "That is not true"),
    ]


def test_what_has_no_place_there_is_told(tmp_path: Path) -> None:
    done = export_annotations(TEXT, (CLAIM, DENIAL), "Mira", Form.CONLL, tmp_path / "story.conll")
    assert "1 link between marks has no place in this format and was left out." in done.told
    assert "1 note has no place in this format and was left out." in done.told


def test_links_lead_only_to_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    export_annotations(TEXT, (CLAIM, DENIAL), "Mira", Form.W3C, path)
    back = read_markings(path, TEXT, Form.W3C)
    assert [(link.type, link.target) for mark in back.marks for link in mark.links] == [("denies", back.marks[0].id)]


def test_nothing_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(WorkError, match="file-is-there"):
        export_annotations(TEXT, (CLAIM,), "Mira", Form.W3C, path)
    assert path.read_text(encoding="utf-8") == "mine"
