"""`check` names file, place, reason and remedy of everything that is wrong or could be better."""

import json
from pathlib import Path

import pytest

from claimlight.files.finding import Severity
from claimlight.files.lesson_folder import build_folder
from claimlight.files.lesson_lint import check_lesson
from claimlight.wording.findings import FINDINGS, say_finding
from lesson_maker import CLAIM, DENIAL, FIGURE, KEY, SOUND, decoy, excluded, item, key_page, write_key, write_lesson


def found(folder) -> list[tuple[str, str]]:
    """Code and place of every finding but those of the games, which are told further below.

    All their sentences must come out whole.
    """
    findings = check_lesson(folder).findings
    for each in findings:
        sentence = say_finding(each.code, each.params)
        assert each.file in sentence
        assert "{" not in sentence
    return [(each.code, each.place) for each in findings if not each.code.startswith("game-")]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "fares"


def checked(folder, key: object = KEY, **rest: object) -> list[tuple[str, str]]:
    write_lesson(folder, key=key, **rest)
    build_folder(folder)
    return found(folder)


def test_a_lesson_in_order_gives_no_findings(folder):
    assert checked(folder) == []


def test_a_lesson_without_answers_only_lacks_its_answers(folder):
    assert checked(folder, key=None, author="", licence="", level="hard") == [("key-missing", "")]


def test_missing_and_broken_files_are_errors(folder):
    assert found(folder) == [("file-missing", "")]
    write_lesson(folder)
    assert found(folder) == [("text-not-built", "")]
    build_folder(folder)
    (folder / "article.text.json").write_text("{", encoding="utf-8")
    assert found(folder) == [("broken-json", "1")]
    (folder / "article.md").unlink()
    assert [code for code, _ in found(folder)] == ["file-missing"]
    (folder / "lesson.toml").write_text("=", encoding="utf-8")
    findings = check_lesson(folder).findings
    assert [(each.code, each.severity) for each in findings] == [("broken-toml", Severity.ERROR)]


def test_a_text_that_is_not_the_articles_is_stale(folder):
    checked(folder)
    with (folder / "article.md").open("a", encoding="utf-8") as file:
        file.write("\nMore.\n")
    assert found(folder) == [("text-stale", "")]


def test_a_text_of_another_builder_or_hand_is_noticed(folder):
    checked(folder)
    path = folder / "article.text.json"
    built = path.read_text(encoding="utf-8")
    path.write_text(built.replace('"builder": 1', '"builder": 0'), encoding="utf-8")
    assert found(folder) == [("text-old-builder", "")]
    path.write_text(built.replace('"kind": "heading"', '"kind": "quote"'), encoding="utf-8")
    assert found(folder) == [("text-differs", "")]


def test_an_article_without_words_is_noticed(folder):
    assert checked(folder, article="# …\n", key=None) == [("text-without-words", ""), ("key-missing", "")]


def test_a_lesson_with_answers_needs_author_licence_and_a_clear_level(folder):
    findings = checked(folder, author="", licence="", level="hard")
    assert findings == [("author-missing", "author"), ("licence-missing", "licence"), ("level-unclear", "level")]


def test_a_level_may_name_adults_too(folder):
    assert [code for code, _ in checked(folder, level="2 and adults")] == []
    assert checked(folder, level="adults only") == [("level-unclear", "level")]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ([item("c1", "claim", "It snowed"), item("c2", "claim", "said")],
         [("quote-not-found", "c1"), ("quote-ambiguous", "c2"), ("key-not-built", "")]),
        ([CLAIM, item("d1", "denial", "That is not true", denying=["not"])],
         [("key-not-built", ""), ("denial-without-link", "d1")]),
        ([item("c1", "lie", "It rained")], [("key-not-built", ""), ("key-label-unknown", "c1")]),
        ([item("c1", "claim", "It rained", attributes={"mood": "bad", "status": "?"})],
         [("key-not-built", ""), ("unknown-attribute", "c1"), ("bad-attribute-value", "c1")]),
        ([item("c1", "claim", "It rained", weight="x")], [("field-not-rational", "c1"), ("key-not-built", "")]),
        ([{"type": "Annotation", "id": "n1"}, CLAIM], [("annotation-skipped", "n1"), ("key-not-built", "")]),
    ],
)  # fmt: skip
def test_every_answer_is_looked_at_on_its_own(folder, key, expected):
    write_lesson(folder, key=None)
    build_folder(folder)
    write_key(folder, key)
    assert found(folder) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ([item("c1", "claim", "It rained", explanation="")], [("explanation-missing", "c1")]),
        ([CLAIM, decoy("t1", "It rained", "")], [("decoy-without-reason", "t1")]),
        ([CLAIM, decoy("t1", "Fares will double")], [("decoy-over-item", "t1")]),
        ([CLAIM, excluded("Fares will")], [("item-excluded", "c1")]),
        ([CLAIM, item("d1", "denial", "That is not true", links=DENIAL["body"]["links"])],
         [("denial-without-no", "d1")]),
        ([CLAIM, item("d1", "denial", "That is", denying=["not true"], links=DENIAL["body"]["links"])],
         [("denying-outside", "d1")]),
        ([item("f1", "unverified-figure", "Some 400 people")], [("figure-without-reason", "f1")]),
        ([item("c1", "claim", "It rained", group="g")], [("group-of-one", "c1")]),
        ([item("c1", "claim", "It rained", group="g"), item("c2", "claim", "It was late", group="g")], []),
    ],
)  # fmt: skip
def test_what_would_make_answers_fairer_is_said(folder, key, expected):
    assert checked(folder, key=key) == expected


def test_every_answer_that_the_grader_refuses_is_named(folder):
    """One reason each; an answer that covers a refused one is not blamed for it."""
    key = [
        item("c1", "claim", "Fares will double by spring", core=["the mayor"], covers=["c2"]),
        item("c2", "claim", "It rained", weight="-1"),
        item("c3", "claim", "It was late", covers=["c2", "c9"]),
        item("c4", "claim", "It was long", alternatives=[{"selector": "was long", "factor": "2"}]),
        item("c5", "claim", "They went home"),
        item("c6", "claim", "They went home"),
        decoy("t1", "Tea"),
        decoy("t1", "Monday"),
        excluded("Tea was served"),
        item("c7", "claim", "Tea was served"),
    ]
    write_lesson(folder, key=key)
    build_folder(folder)
    refused = [(code, place) for code, place in found(folder) if code.startswith("key-")]
    assert refused == [
        ("key-id-twice", "t1"),
        ("key-negative-weight", "c2"),
        ("key-covers-unknown", "c3"),
        ("key-factor-range", "c4"),
        ("key-core-outside", "c1"),
        ("key-target-without-words", "c7"),
        ("key-same-answer-twice", "c6"),
    ]


def test_what_a_lesson_asks_for_must_be_answered(folder):
    key = [CLAIM, item("c2", "claim", "It rained", optional=True)]
    assert checked(folder, key=key, ask=["source", "evidence", "answers"]) == [
        ("asked-not-answered", "c1"),
        ("asked-not-answered", "c1"),
    ]


def test_a_worked_example_must_be_an_item(folder):
    assert checked(folder, example=["c1", "c9"]) == [("unknown-example", "c9")]


def test_too_few_sentences_free_of_answers_are_named_with_their_share(folder):
    key = [item(f"c{n}", "claim", words) for n, words in enumerate(("It rained", "It was late", "It was long"))]
    key.append(item("c9", "claim", "Tea was served", optional=True))
    article = "It rained. It was late. It was long. Tea was served. Yes.\n"
    assert checked(folder, key=key, article=article) == [("too-few-free", "")]
    params = check_lesson(folder).findings[0].params
    assert (params["answers"], params["sentences"], params["share"]) == (3, 5, 40)
    assert checked(folder, key=key[:1], article="It rained.\n") == [("too-few-free", "")]
    assert checked(folder, key=[*key[:1], excluded("It rained.")], article="It rained.\n")[-1] == ("too-few-free", "")


def test_violence_needs_a_warning_and_the_status_in_the_world(folder):
    article = "Forty people were killed, the town said. It was not us, the army said. " + "It rained. All slept. " * 2
    claim = item("c1", "claim", "Forty people were killed")
    denial = item("d1", "denial", "It was not us", denying=["not"], links=DENIAL["body"]["links"])
    assert checked(folder, article=article, key=[claim, denial]) == [
        ("content-note-missing", "content_note"),
        ("world-missing", "d1"),
    ]
    denial["body"]["world"] = {"text": "Forty were buried.", "source": "Court", "date": "2026-05-04"}
    assert checked(folder, article=article, key=[claim, denial], content_note="deaths") == []
    contested = item("c1", "claim", "Forty people were killed", attributes={"status": "contested"})
    assert checked(folder, article=article, key=[contested], content_note="deaths") == [("world-missing", "c1")]


def test_a_key_whose_rate_or_context_went_stale_is_noticed(folder):
    checked(folder)
    page = key_page(folder)
    page.pop("rate")
    page["items"][0]["target"]["selector"][1]["prefix"] = "Something else "
    (folder / "article.key.json").write_text(json.dumps(page), encoding="utf-8")
    assert found(folder) == [("quote-moved", "c1"), ("rate-missing", "rate")]
    page["text_sha256"] = "0"
    (folder / "article.key.json").write_text(json.dumps(page), encoding="utf-8")
    assert ("key-not-built", "") in found(folder)


def test_a_key_that_is_no_key_is_one_error(folder):
    checked(folder)
    (folder / "article.key.json").write_bytes(b"\xff\xff")
    assert found(folder) == [("not-utf8", "1")]
    (folder / "article.key.json").write_text('{"items": [], "rate": "2"}', encoding="utf-8")
    assert ("bad-rate", "") in found(folder)


def test_own_label_guides_are_checked(folder):
    write_lesson(folder, codebook="mine")
    assert found(folder) == [("unknown-codebook", "")]
    (folder / "codebook.toml").write_text("id = 1", encoding="utf-8")
    assert found(folder) == [("field-not-text", "id")]
    assert found(write_lesson(folder.parent / "other", labels=["lie"])) == [("unknown-lesson-label", "")]


_OTHERS = ("test_second_key.py", "test_review_lint.py")


def test_every_finding_is_made_by_some_lesson():
    """Each sentence of the table is earned by a test above, of second keys, or of earlier sentences, by its code."""
    here = Path(__file__)
    source = "".join(path.read_text(encoding="utf-8") for path in (here, *map(here.with_name, _OTHERS)))
    assert [code for code in FINDINGS if f'"{code}"' not in source] == []


def games(folder) -> dict[str, tuple[object, object]]:
    """The strategies that pay: under which labels, for how many points."""
    findings = check_lesson(folder).findings
    return {
        each.code: (each.params["labels"], each.params["score"])
        for each in findings
        if each.code.startswith("game-") and say_finding(each.code, each.params)
    }


def test_a_key_that_marking_by_looks_would_find_is_named(folder):
    checked(folder)
    assert games(folder) == {"game-quotations": ("denial", 33), "game-by-looks": ("", 67)}


def test_the_right_words_under_one_label_must_not_be_enough(folder):
    checked(folder, key=[item("c1", "claim", "Fares will double by spring"), item("c2", "claim", "They went home")])
    assert games(folder)["game-one-label"] == ("claim", 100)
    checked(folder, key=SOUND, labels=["claim"])
    assert games(folder) == {}


def test_every_sentence_paragraph_and_number_may_pay_where_everything_is_an_answer(folder):
    words = ("In 1990 it rained", "In 1991 it snowed", "In 1992 it hailed")
    key = [item(f"c{number}", "claim", each, core=[each.split()[1]]) for number, each in enumerate(words)]
    checked(folder, key=key, article="\n\n".join(f"{each}." for each in words), labels=["claim"])
    assert games(folder) == {
        "game-sentences": ("claim", 100),
        "game-paragraphs": ("claim", 100),
        "game-numbers": ("claim", 100),
    }


def test_a_text_far_from_its_level_is_named_but_for_a_plain_version(folder):
    write_lesson(folder, key=SOUND, labels=["claim"], level="9-10", texts=["article", "plain"])
    (folder / "plain.md").write_text("It rained.", encoding="utf-8")
    write_key(folder, [item("c1", "claim", "It rained")])
    (folder / "article.key.json").replace(folder / "plain.key.json")
    write_key(folder, SOUND)
    build_folder(folder)
    assert [each for each in found(folder) if each[0] != "too-few-free"] == [("level-off", "level")]
    assert "article.md reads at grade 0.8, far from" in say_finding(
        "level-off", check_lesson(folder).findings[1].params
    )


def test_the_facts_of_a_lesson_are_told_even_where_its_answers_are_refused(folder):
    checked(folder)
    told = check_lesson(folder).facts
    assert [(each.name, each.words, each.answers, each.free) for each in told] == [("article", 50, 3, 75)]
    assert told[0].best.percent == 67
    checked(folder, key=[item("c1", "claim", "It rained", weight="-1")])
    assert [(each.words, each.played) for each in check_lesson(folder).facts] == [(50, None)]
    (folder / "article.text.json").unlink()
    assert check_lesson(folder).facts == ()


def test_a_figure_and_a_claim_may_share_words(folder):
    assert checked(folder, key=[CLAIM, DENIAL, FIGURE, item("c2", "claim", "Some 400 people came to the hall")]) == []
