"""Students' work is read whatever tool wrote it, placed for certain or refused, and written back the same."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.annotation import Annotation, Link, quote_of
from claimlight.core.article import Span
from claimlight.core.errors import WorkError
from claimlight.files.work_file import MOST_BYTES, Work, read_work, work_page, work_text
from claimlight.wording.errors import say
from grading.builders import CLAIM, DENIAL, Page, text_of

TEXT = text_of("The bridge fell 🎉 and the bridge burned. | Nobody was hurt.")
PAGE = Page(TEXT)


def selector(span: Span | None = None, exact: str = "", prefix: str = "", suffix: str = "") -> list[dict[str, object]]:
    parts: list[dict[str, object]] = []
    if span is not None:
        parts.append({"type": "TextPositionSelector", "start": span.start, "end": span.end})
    if exact:
        parts.append({"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix})
    return parts


def entry(selectors: object, label: object = CLAIM, **more: object) -> dict[str, object]:
    body = {"type": "Highlight", "label": label, **more}
    return {"id": "h1", "type": "Annotation", "target": {"source": "urn:x", "selector": selectors}, "body": body}


@pytest.fixture
def reading(tmp_path):
    def read(page: object) -> Work:
        path = tmp_path / "ada.json"
        path.write_text(page if isinstance(page, str) else json.dumps(page), encoding="utf-8")
        return read_work(path, TEXT)

    return read


def page(*entries: object, **more: object) -> dict[str, object]:
    return {"type": "AnnotationPage", "items": list(entries), **more}


def refusal(reading, broken: object) -> str:
    with pytest.raises(WorkError) as refused:
        reading(broken)
    assert say(refused.value)
    return refused.value.code


# What is read


def test_a_work_with_all_it_may_hold(reading):
    one = entry(
        selector(PAGE.span("The bridge fell"), "The bridge fell"),
        attributes={"source": ["Ada", 3], "status": "contested"},
        links=[{"type": "denies", "annotation": "h2"}, {"id": "l9", "type": "denies", "annotation": "h3"}, "odd"],
        note="hm",
        sure=True,
    )
    creator = {"type": "Person", "name": "Mina"}
    work = reading(page(one, creator=creator, created="2026", modified="2027", generator={"name": "Claimlight"}))
    assert (work.student, work.created, work.modified, work.generator, work.source) == (
        "Mina",
        "2026",
        "2027",
        "Claimlight",
        "urn:x",
    )
    span = PAGE.span("The bridge fell")
    assert work.annotations == (
        Annotation(
            id="h1",
            label=CLAIM,
            span=span,
            quote=quote_of(TEXT, span),
            attributes=(("source", ("Ada",)), ("status", ("contested",))),
            links=(Link("h1/1", "denies", "h2"), Link("l9", "denies", "h3")),
            note="hm",
            sure=True,
        ),
    )


def test_the_least_that_another_tool_must_write(reading):
    work = reading(
        [{"target": {"selector": selector(exact="Nobody")[0]}, "body": [{"type": "Highlight", "label": CLAIM}]}]
    )
    assert [(one.id, TEXT[one.span]) for one in work.annotations] == [("#1", "Nobody")]
    assert work.student == "ada"


@pytest.mark.parametrize(
    ("creator", "student"),
    [("Bo", "Bo"), ([{"name": "Bo"}, "Cy"], "Bo"), ([], "ada"), ({"name": 3}, "ada"), (None, "ada")],
)
def test_whose_work_it_is(reading, creator, student):
    assert reading(page(creator=creator)).student == student


def test_annotations_that_are_no_highlights_are_skipped_and_named(reading):
    comment = {"id": "c", "target": "urn:x", "body": {"type": "TextualBody", "value": "Nice"}}
    picture = {"id": "p", "target": {"source": "urn:y"}, "body": {"type": "Highlight", "label": CLAIM}}
    work = reading(page(comment, picture, {"body": None}))
    assert work.annotations == ()
    assert work.skipped == ("c", "p", "#3")


# Where the words are


def test_a_position_alone_is_believed(reading):
    assert reading(page(entry(selector(Span(4, 10))))).annotations[0].span == Span(4, 10)


def test_a_quote_alone_must_be_unique(reading):
    assert TEXT[reading(page(entry(selector(exact="burned")))).annotations[0].span] == "burned"
    assert refusal(reading, page(entry(selector(exact="bridge")))) == "highlight-quote-lost"


def test_context_tells_equal_quotes_apart(reading):
    second = selector(exact="bridge", prefix="and the ", suffix=" burned")
    assert reading(page(entry(second))).annotations[0].span.start > 10


def test_where_position_and_quote_disagree_the_unique_quote_holds(reading):
    assert TEXT[reading(page(entry(selector(Span(0, 6), "burned")))).annotations[0].span] == "burned"
    assert TEXT[reading(page(entry(selector(Span(0, 600), "burned")))).annotations[0].span] == "burned"


def test_where_they_disagree_and_the_quote_is_twice_the_work_is_refused(reading):
    assert refusal(reading, page(entry(selector(Span(0, 6), "bridge")))) == "highlight-quote-lost"


def test_a_position_decides_between_equal_quotes(reading):
    span = Span(TEXT.text.rindex("bridge"), TEXT.text.rindex("bridge") + 6)
    assert reading(page(entry(selector(span, "bridge")))).annotations[0].span == span


# What is refused


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ("{", "work-not-json"),
        ("[" * 100_000, "work-not-json"),
        ("3", "work-not-a-page"),
        ('{"items": 3}', "work-not-a-page"),
        ("[3]", "work-not-a-page"),
        (page(format=2), "work-newer-format"),
        (page(text_sha256="another"), "work-text-changed"),
        (page(entry(selector(exact="burned"), label="")), "work-bad-highlight"),
        (page(entry([{"type": "SvgSelector"}])), "highlight-without-place"),
        (page(entry(selector(exact="burnt"))), "highlight-quote-lost"),
        (page(entry([{"type": "TextQuoteSelector", "exact": ""}])), "highlight-quote-lost"),
        (page(entry(selector(Span(-1, 4)))), "highlight-negative"),
        (page(entry(selector(Span(4, 1)))), "highlight-reversed"),
        (page(entry(selector(Span(0, 900)))), "highlight-beyond-text"),
        (page(entry([{"type": "TextPositionSelector", "start": 0.0, "end": 4}])), "highlight-not-integers"),
        (page(entry([{"type": "TextPositionSelector", "start": "0"}])), "highlight-not-integers"),
    ],
)
def test_broken_work_is_refused_with_its_reason(reading, broken, code):
    assert refusal(reading, broken) == code


def test_a_file_that_is_not_there_not_a_file_or_not_text(tmp_path):
    def code(name: str) -> str:
        with pytest.raises(WorkError) as refused:
            read_work(tmp_path / name, TEXT)
        return refused.value.code

    assert code("missing.json") == "work-not-found"
    (tmp_path / "folder.json").mkdir()
    assert code("folder.json") == "work-unreadable"
    (tmp_path / "binary.json").write_bytes(bytes(range(256)))
    assert code("binary.json") == "work-not-json"
    with (tmp_path / "huge.json").open("wb") as huge:
        huge.truncate(MOST_BYTES + 1)
    assert code("huge.json") == "work-too-big"


# There and back

names = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)


@st.composite
def annotations(draw: st.DrawFn) -> Annotation:
    start = draw(st.integers(0, len(TEXT.text)))
    span = Span(start, draw(st.integers(start, len(TEXT.text))))
    attributes = draw(st.dictionaries(names, st.lists(names, min_size=1, max_size=2).map(tuple), max_size=2))
    return Annotation(
        id=draw(names.filter(bool)),
        label=draw(st.sampled_from((CLAIM, DENIAL))),
        span=span,
        quote=quote_of(TEXT, span),
        attributes=tuple(sorted(attributes.items())),
        links=tuple(draw(st.lists(st.builds(Link, names.filter(bool), names, names), max_size=2))),
        note=draw(names),
        sure=draw(st.sampled_from((None, True, False))),
    )


@given(st.lists(annotations(), max_size=4), names.filter(bool), names)
def test_what_is_written_is_read(tmp_path_factory, marks, student, source):
    path = tmp_path_factory.mktemp("work") / "w.json"
    work = Work(student, tuple(marks), TEXT.text_hash, source if marks else "", "2026", "2027", "Claimlight 1")
    path.write_text(work_text(work), encoding="utf-8")
    assert read_work(path, TEXT) == work


def test_a_page_holds_only_what_was_said():
    one = PAGE.mark(CLAIM, "burned", "h1")
    written = work_page(Work("Mina", (one, replace(one, sure=False))))
    assert written["creator"] == {"type": "Person", "name": "Mina"}
    assert "created" not in written
    first, second = written["items"]
    assert first["body"] == {"type": "Highlight", "label": CLAIM}
    assert second["body"]["sure"] is False
