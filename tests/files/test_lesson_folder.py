"""A lesson folder is written by hand, built, read, and the same lesson every time."""

import json
from fractions import Fraction

import pytest

from claimlight.core.article import Direction, Span
from claimlight.core.errors import ClaimlightError, LessonError
from claimlight.core.lesson import ItemLink, Precision, World
from claimlight.files.lesson_folder import build_folder, read_lesson
from claimlight.wording.errors import say
from lesson_maker import ARTICLE, CLAIM, DENIAL, FIGURE, KEY, decoy, excluded, item, key_page, write_key, write_lesson


def refused(folder) -> ClaimlightError:
    """What building and reading the folder fails with; its sentence must come out whole."""

    def build_and_read() -> None:
        build_folder(folder)
        read_lesson(folder)

    with pytest.raises(ClaimlightError) as error:
        build_and_read()
    assert "{" not in say(error.value)
    return error.value


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "fares"


def test_a_lesson_is_built_and_read(folder):
    write_lesson(folder, level="7-8", glossary=[], byline="By Mira Stone")
    report = build_folder(folder)
    assert [path.name for path in report.written] == ["article.text.json", "article.key.json"]
    lesson = read_lesson(folder)
    article, key = lesson.texts[0].article, lesson.texts[0].key
    assert (article.headline, article.byline, article.direction) == (
        "Fares will double",
        "By Mira Stone",
        Direction.LEFT_TO_RIGHT,
    )
    assert lesson.labels == ("claim", "denial", "unverified-figure")
    assert lesson.precision is Precision.SENTENCE
    assert [each.id for each in key.items] == ["c1", "d1", "f1"]
    assert article.text[key.items[0].main.span] == "Fares will double by spring"
    assert article.text[key.items[1].denying[0]] == "not"
    assert key.items[1].links == (ItemLink("denies", "c1"),)
    assert article.text[key.decoys[0].span] == "It rained"
    assert key.text_hash == article.text.text_hash


def test_questions_to_talk_about_are_read(folder):
    build_folder(write_lesson(folder, discussion=["Did anybody lie?", "How could you check?"]))
    assert read_lesson(folder).discussion == ("Did anybody lie?", "How could you check?")
    write_lesson(folder, discussion="Did anybody lie?")
    assert refused(folder).code == "field-not-texts"


def test_building_again_changes_nothing(folder):
    build_folder(write_lesson(folder))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    report = build_folder(folder)
    assert report.written == ()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_key_that_was_not_built_is_read_all_the_same(folder):
    write_lesson(folder, key=None)
    build_folder(folder)
    assert read_lesson(folder).texts[0].key is None
    write_key(folder, KEY)
    by_hand = read_lesson(folder)
    build_folder(folder)
    assert read_lesson(folder) == by_hand


def test_everything_an_item_can_say_is_read(folder):
    full = item(
        "c1",
        "claim",
        [{"type": "TextQuoteSelector", "exact": "the mayor", "prefix": "spring, "}],
        weight="3/2",
        optional=True,
        bonus="0.5",
        note="n",
        group="g",
        covers=["d1"],
        core=["mayor"],
        outer=["spring, the mayor said"],
        must=["mayor"],
        attributes={"status": "unverified", "source": ["the mayor", "mayor"]},
        world={"text": "So it was.", "source": "Town hall", "date": "2026-05-04"},
        alternatives=[
            {"selector": "Fares will double", "factor": "3/5", "label": "denial", "note": "too", "core": ["double"]},
            {"joint": ["Fares will", "by spring"]},
        ],
    )
    broken = item("d1", "denial", None, joint=["That is", "true"])
    del broken["target"]
    build_folder(write_lesson(folder, key=[full, broken]))
    lesson = read_lesson(folder)
    text, first, second = lesson.texts[0].article.text, *lesson.texts[0].key.items
    assert (first.weight, first.bonus, first.optional) == (Fraction(3, 2), Fraction(1, 2), True)
    assert first.attributes == (("source", ("the mayor", "mayor")), ("status", ("unverified",)))
    assert first.world == World("So it was.", "Town hall", "2026-05-04")
    assert [text[span] for span in (*first.main.core, *first.main.outer, *first.main.must)] == [
        "mayor",
        "spring, the mayor said",
        "mayor",
    ]
    assert [(text[each.span], each.label, each.factor) for each in first.targets[1:]] == [
        ("Fares will double", "denial", Fraction(3, 5)),
        ("Fares will double by spring", "claim", Fraction(1)),
    ]
    assert text[first.targets[1].core[0]] == "double"
    assert text[second.main.span] == "That is not true"
    assert [text[part] for part in second.main.joint] == ["That is", "true"]


def test_a_quote_is_first_looked_for_in_its_own_answer_then_in_its_sentence(folder):
    key = [item("c1", "claim", "Fares were the only subject", speaker=["Fares"], cue=["subject"], must=["were"])]
    lesson = read_lesson(build_folder(write_lesson(folder, key=key)).written[0].parent)
    text, only = lesson.texts[0].article.text, lesson.texts[0].key.items[0]
    assert only.speaker[0].start == text.text.rindex("Fares")
    said = [item("d1", "denial", "That is not true", cue=["said"])]
    write_key(folder, said)
    spans = read_lesson(folder).texts[0].key.items[0].cue
    assert spans[0].start == text.text.rindex("said")


def test_a_bare_target_is_a_quote(folder):
    key = [{"target": "It rained", "body": {"type": "Item", "item": "c1", "label": "claim"}}]
    build_folder(write_lesson(folder, key=key))
    target = key_page(folder)["items"][0]["target"]
    assert target["source"] == "urn:claimlight:fares:article"
    assert [each["type"] for each in target["selector"]] == ["TextPositionSelector", "TextQuoteSelector"]


def test_answers_move_with_a_changed_article(folder):
    build_folder(write_lesson(folder))
    before = read_lesson(folder)
    (folder / "article.md").write_text(f"A new first paragraph.\n\n{ARTICLE}", encoding="utf-8")
    build_folder(folder)
    after = read_lesson(folder)
    moved = [each.main.span.start for each in after.texts[0].key.items]
    assert moved == [each.main.span.start + 23 for each in before.texts[0].key.items]
    assert after.hash != before.hash


def test_a_position_alone_is_enough(folder):
    key = [item("c1", "claim", {"type": "TextPositionSelector", "start": 6, "end": 23})]
    build_folder(write_lesson(folder, key=key))
    assert read_lesson(folder).texts[0].key.items[0].main.span == Span(6, 23)


def test_a_selector_of_an_unknown_kind_is_passed_over(folder):
    selector = [{"type": "XPathSelector", "value": "/p[1]"}, {"type": "TextQuoteSelector", "exact": "It rained"}]
    build_folder(write_lesson(folder, key=[item("c1", "claim", selector)]))
    assert [each["type"] for each in key_page(folder)["items"][0]["target"]["selector"]] == [
        "TextPositionSelector",
        "TextQuoteSelector",
    ]


def test_the_context_decides_between_equal_quotes(folder):
    quote = {"type": "TextQuoteSelector", "exact": "Fares", "suffix": " were"}
    build_folder(write_lesson(folder, key=[item("c1", "claim", quote)]))
    lesson = read_lesson(folder)
    assert lesson.texts[0].key.items[0].main.span.start == lesson.texts[0].article.text.text.rindex("Fares")


def test_the_rate_is_fixed_by_the_first_build(folder):
    """11 free sentences for 1 answer: 1/4; the rate stays when more answers come, and goes with another text."""
    build_folder(write_lesson(folder, key=[CLAIM]))
    assert key_page(folder)["rate"] == "1/4"
    page = key_page(folder)
    page["items"] += [item(f"c{n}", "claim", words) for n, words in enumerate(("It was long", "Tea was served"), 2)]
    page["items"] += [DENIAL, FIGURE, item("c9", "claim", "They went home")]
    (folder / "article.key.json").write_text(json.dumps(page), encoding="utf-8")
    build_folder(folder)
    assert read_lesson(folder).texts[0].key.rate == Fraction(1, 4)
    (folder / "article.md").write_text(ARTICLE + "\nMore.\n", encoding="utf-8")
    build_folder(folder)
    assert read_lesson(folder).texts[0].key.rate == Fraction(1, 2)


def test_examples_and_excluded_zones_count_for_nothing_in_the_rate(folder):
    article = "One was here. Two was here. Three was here.\n\nShare this. Print this. Send this.\n"
    key = [item("c1", "claim", "One was here"), excluded("Share this. Print this. Send this.")]
    build_folder(write_lesson(folder, article=article, key=key))
    assert key_page(folder)["rate"] == "1/2"
    build_folder(write_lesson(folder, article=article, key=key[:1]))
    assert key_page(folder)["rate"] == "1/4"
    build_folder(write_lesson(folder, article=article, key=key, example=["c1"]))
    assert key_page(folder)["rate"] == "1/4"
    assert read_lesson(folder).texts[0].key.excluded


def test_a_key_where_everything_is_an_answer_costs_a_half(folder):
    build_folder(write_lesson(folder, article="It rained.", key=[item("c1", "claim", "It rained")]))
    assert key_page(folder)["rate"] == "1/2"


def test_the_key_hash_follows_what_the_key_says_and_not_how(folder):
    build_folder(write_lesson(folder))
    first = read_lesson(folder)
    page = key_page(folder)
    page["note"] = "about this file"
    (folder / "article.key.json").write_text(json.dumps(page, indent=8), encoding="utf-8")
    assert read_lesson(folder).texts[0].key.key_hash == first.texts[0].key.key_hash
    page["items"][0]["body"]["weight"] = "2"
    (folder / "article.key.json").write_text(json.dumps(page), encoding="utf-8")
    second = read_lesson(folder)
    assert second.texts[0].key.key_hash != first.texts[0].key.key_hash
    assert second.hash == first.hash


def test_the_lesson_hash_follows_version_and_label_guide(folder):
    build_folder(write_lesson(folder))
    first = read_lesson(folder).hash
    write_lesson(folder, version=2)
    assert read_lesson(folder).hash != first


def test_an_annotation_of_another_program_is_kept_and_skipped(folder):
    other = {"id": "x", "type": "Annotation", "target": "http://x", "body": "a remark"}
    build_folder(write_lesson(folder, key=[other, *KEY]))
    assert key_page(folder)["items"][0] == other
    assert len(read_lesson(folder).texts[0].key.items) == 3


def test_a_lesson_can_bring_its_own_label_guide_and_a_plain_version(folder):
    from claimlight.files.places import assets

    guide = (assets() / "codebooks" / "news-basics.toml").read_text(encoding="utf-8")
    write_lesson(folder, codebook="mine", texts=["article", "plain"])
    (folder / "plain.md").write_text("Short.", encoding="utf-8")
    (folder / "codebook.toml").write_text(guide.replace('"news-basics"', '"mine"'), encoding="utf-8")
    build_folder(folder)
    lesson = read_lesson(folder)
    assert lesson.codebook.id == "mine"
    assert lesson.text("plain").article.text.text == "Short."
    assert lesson.text("plain").key is None


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("7-8", "sentence"),
        ("5–6", "sentence"),
        ("8", "sentence"),
        ("8-9", "words"),
        ("8 and adults", "words"),
        ("adult", "words"),
        ("", "words"),
    ],
)
def test_precision_follows_the_level(folder, level, expected):
    build_folder(write_lesson(folder, level=level))
    assert read_lesson(folder).precision == expected


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        ({"format": 2}, "lesson-format"),
        ({"id": "fares"}, "bad-id"),
        ({"slug": "../fares"}, "bad-slug"),
        ({"form_of": "../fares"}, "bad-slug"),
        ({"version": 0}, "field-too-small"),
        ({"version": "1"}, "field-not-whole"),
        ({"version": True}, "field-not-whole"),
        ({"title": 3}, "field-not-text"),
        ({"direction": "up"}, "field-not-one-of"),
        ({"precision": "letters"}, "field-not-one-of"),
        ({"ask": ["mood"]}, "field-not-one-of"),
        ({"labels": ["claim", "lie"]}, "unknown-lesson-label"),
        ({"labels": "claim"}, "field-not-texts"),
        ({"codebook": "nowhere"}, "unknown-codebook"),
        ({"codebook": "../codebooks/news-basics"}, "unknown-codebook"),
        ({"texts": ["../x"]}, "bad-text-name"),
        ({"texts": []}, "bad-texts"),
        ({"texts": ["article", "article"]}, "bad-texts"),
        ({"texts": ["plain"]}, "file-missing"),
        ({"glossary": ["word"]}, "field-not-tables"),
        ({"glossary": "word"}, "field-not-list"),
        ({"minutes": 1.5}, "float-number"),
    ],
)
def test_a_wrong_sheet_is_refused_by_name(folder, sheet, code):
    write_lesson(folder, **sheet)
    assert refused(folder).code == code


def test_a_sheet_without_a_title_names_the_field(folder):
    write_lesson(folder)
    (folder / "lesson.toml").write_text('format = 1\nid = "x"\n', encoding="utf-8")
    error = refused(folder)
    assert (error.code, error.params["field"]) == ("field-missing", "title")


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("no list", "key-not-a-page"),
        (["no object"], "key-not-a-page"),
        ([item("c1", "lie", "It rained")], "key-label-unknown"),
        ([item("c1", "claim", "It rained", alternatives=[{"selector": "It", "label": "lie"}])], "key-label-unknown"),
        ([item("c1", "claim", "It snowed")], "quote-not-found"),
        ([item("c1", "claim", "said")], "quote-ambiguous"),
        ([item("c1", "claim", "")], "quote-empty"),
        ([item("c1", "claim", 7)], "bad-selector"),
        ([item("c1", "claim", [7])], "bad-selector"),
        ([item("c1", "claim", [])], "bad-selector"),
        ([item("c1", "claim", {"type": "TextQuoteSelector"})], "bad-selector"),
        ([item("c1", "claim", {"type": "TextPositionSelector", "start": 5, "end": 5})], "bad-position"),
        ([item("c1", "claim", {"type": "TextPositionSelector", "start": "5", "end": 6})], "bad-position"),
        ([item("c1", "claim", {"type": "TextPositionSelector", "start": 5, "end": 6000})], "position-outside"),
        ([{"body": {"type": "Item", "item": "c1", "label": "claim"}}], "target-missing"),
        ([item("c1", "claim", "It rained", weight=0.5)], "float-number"),
        ([item("c1", "claim", "It rained", weight="a lot")], "field-not-rational"),
        ([item("c1", "claim", "It rained", weight="1/0")], "field-not-rational"),
        ([item("c1", "claim", "It rained", weight=-1)], "key-negative-weight"),
        ([item("c1", "claim", "It rained", bonus="-1")], "key-negative-weight"),
        ([item("c1", "claim", "It rained", factor="1/2")], "key-main-factor"),
        ([item("c1", "claim", "It rained", optional="no")], "field-not-yes-no"),
        ([item("c1", "claim", "It rained", core="It")], "field-not-list"),
        ([item("c1", "claim", "It rained", attributes=["x"])], "field-not-table"),
        ([item("c1", "claim", "It rained", attributes={"source": 3})], "field-not-texts"),
        ([item("c1", "claim", "It rained", attributes={"mood": "bad"})], "unknown-attribute"),
        ([item("c1", "claim", "It rained", attributes={"status": "maybe"})], "bad-attribute-value"),
        ([item("c1", "claim", "It rained", world={"text": "x"})], "field-missing"),
        ([item("c1", "claim", "It rained", alternatives=["It"])], "bad-alternative"),
        ([item("c1", "claim", "It rained", alternatives=[{"factor": "1"}])], "target-missing"),
        ([item("c1", "claim", "It rained", alternatives=[{"selector": "It", "factor": "2"}])], "key-factor-range"),
        ([item("c1", "claim", "It rained", joint=["It"])], "joint-not-target"),
        ([item("c1", "claim", "It rained", joint=["home"])], "joint-not-target"),
        ([item("c1", "claim", "rained", joint=["rained"])], "bad-joint"),
        ([item("c1", "claim", ', \"')], "quote-not-found"),
        ([item("c1", "claim", '. \"')], "key-target-without-words"),
        ([item("c1", "claim", "It rained", covers=["c9"])], "key-covers-unknown"),
        ([CLAIM, item("d1", "denial", "It rained", links=[{"type": "hates", "item": "c1"}])], "unknown-link"),
        ([item("d1", "denial", "It rained", links=[{"type": "denies", "item": "c1"}])], "link-to-nothing"),
        ([CLAIM, item("c2", "claim", "It rained", links=[{"type": "denies", "item": "c1"}])], "bad-link-ends"),
        ([CLAIM, decoy("c1", "It rained")], "key-id-twice"),
        ([CLAIM, item("c2", "claim", "Fares will double by spring,")], "key-same-answer-twice"),
        ([item("", "claim", "It snowed")], "quote-not-found"),
    ],
)  # fmt: skip
def test_a_wrong_key_is_refused_with_its_item(folder, key, code):
    write_lesson(folder, key=key)
    error = refused(folder)
    assert error.code == code
    assert isinstance(error, LessonError)
    assert "article.key.json" in say(error)


def test_a_label_that_the_lesson_does_not_train_is_refused(folder):
    write_lesson(folder, labels=["claim"])
    assert refused(folder).code == "label-not-trained"


@pytest.mark.parametrize(("page", "code"), [({"rate": "1/3"}, "bad-rate"), ({"format": 9}, "key-format")])
def test_a_wrong_page_is_refused(folder, page, code):
    assert refused(write_lesson(folder, page=page)).code == code


def test_a_text_that_was_never_built_names_the_command(folder):
    write_lesson(folder)
    with pytest.raises(LessonError) as error:
        read_lesson(folder)
    assert error.value.code == "text-not-built"
    assert "claimlight build" in say(error.value)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff\xfe\x00rubbish", "not-utf8"),
        (b'{"items": [', "broken-json"),
        (b"[1]", "not-an-object"),
        (b'{"items": [NaN]}', "float-number"),
        (b"[" * 100_000, "broken-json"),
        (b'{"a": ' + b"9" * 5000 + b"}", "broken-json"),
    ],
)
def test_rubbish_in_the_key_is_refused(folder, content, code):
    write_lesson(folder)
    (folder / "article.key.json").write_bytes(content)
    assert refused(folder).code == code


@pytest.mark.parametrize(("content", "code"), [(b"\x80", "not-utf8"), (b"title = ", "broken-toml")])
def test_rubbish_in_the_sheet_is_refused(folder, content, code):
    write_lesson(folder)
    (folder / "lesson.toml").write_bytes(content)
    assert refused(folder).code == code


def test_a_huge_article_is_refused_unread(folder):
    write_lesson(folder)
    with (folder / "article.md").open("wb") as file:
        file.truncate(50_000_000)
    assert refused(folder).code == "file-too-big"


def test_an_article_that_is_a_folder_is_refused(folder):
    write_lesson(folder)
    (folder / "article.md").unlink()
    (folder / "article.md").mkdir()
    assert refused(folder).code == "file-unreadable"


def test_what_cannot_be_written_is_left_as_it_was(folder):
    write_lesson(folder, key=None)
    (folder / ".article.text.json.new").mkdir()
    (folder / ".article.text.json.new" / "x").touch()
    error = refused(folder)
    assert error.code == "file-not-written"
    assert not (folder / "article.text.json").exists()
