"""A passage of a lesson is a lesson of its own: the same words, the same answers, the same verdicts."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.annotation import Annotation, quote_of
from claimlight.core.article import Block, BlockKind, Direction, Run, Span, Style
from claimlight.core.lesson import ItemLink, Lesson
from claimlight.files.lesson_folder import read_lesson
from claimlight.files.places import lessons
from claimlight.grading.excerpt import excerpt, passage_around
from claimlight.grading.grade import grade, prepare
from grading.builders import CLAIM, DENIAL, FIGURE, Page, answers_as_work, lesson_of, text_of
from grading.cases import cases

SHIPPED = [read_lesson(folder) for folder in sorted(lessons().iterdir()) if (folder / "lesson.toml").exists()]


def cut_around(lesson: Lesson, focus: Span) -> tuple[Span, Lesson]:
    text, key = lesson.texts[0].article.text, lesson.texts[0].key
    passage = passage_around(text, key, focus)
    return passage, excerpt(lesson, "article", passage)


def focuses(lesson: Lesson) -> list[Span]:
    key = lesson.texts[0].key
    return [item.main.span for item in key.items] + [decoy.span for decoy in key.decoys]


def shifted(work: Annotation, passage: Span) -> Annotation:
    return replace(work, span=Span(work.span.start - passage.start, work.span.end - passage.start))


def is_in(span: Span, passage: Span) -> bool:
    return passage.start <= span.start and span.end <= passage.end


@given(cases(), st.data())
def test_a_passage_is_whole_sentences_and_cuts_no_answer(case, data):
    text, key = case.lesson.texts[0].article.text, case.lesson.texts[0].key
    word = data.draw(st.sampled_from([word for sentence in text.sentences for word in sentence.tokens]))
    passage = passage_around(text, key, word)
    assert is_in(word, passage)
    assert passage.start in {sentence.start for sentence in text.sentences}
    assert passage.end in {sentence.end for sentence in text.sentences}
    for span in [target.span for item in key.items for target in item.targets] + [one.span for one in key.decoys]:
        assert is_in(span, passage) or span.end <= passage.start or passage.end <= span.start


@given(cases(), st.data())
def test_every_position_moves_with_its_words(case, data):
    text = case.lesson.texts[0].article.text
    passage, small = cut_around(case.lesson, data.draw(st.sampled_from([one.span for one in text.sentences])))
    cut, key = small.texts[0].article.text, small.texts[0].key
    assert cut.text == text[passage]
    assert "\n".join(cut[block.span] for block in cut.blocks) == cut.text
    whole = [text[word] for one in text.sentences if is_in(one.span, passage) for word in one.tokens]
    assert [cut[word] for one in cut.sentences for word in one.tokens] == whole
    for item in key.items:
        known = case.lesson.texts[0].key.item(item.id)
        for target in item.targets:
            there = Span(target.span.start + passage.start, target.span.end + passage.start)
            assert there in {one.span for one in known.targets}


@given(cases(), st.data())
def test_a_passage_can_be_graded_and_its_own_answers_are_all_right(case, data):
    text = case.lesson.texts[0].article.text
    _passage, small = cut_around(case.lesson, data.draw(st.sampled_from([one.span for one in text.sentences])))
    prepare(small)
    work = [each for each in answers_as_work(small) if not small.texts[0].key.item(each.id).optional]
    assert grade(small, [replace(one, links=()) for one in work]).score == 100


@given(cases(), st.data())
def test_what_stands_in_the_passage_is_judged_as_in_the_whole(case, data):
    """Where everything in the passage is of the passage: neither examples nor what is also right elsewhere."""
    key = case.lesson.texts[0].key
    alone = tuple(replace(item, targets=item.targets[:1], optional=False) for item in key.items)
    lesson = replace(
        case.lesson, ask=(), example=(), texts=(replace(case.lesson.texts[0], key=replace(key, items=alone)),)
    )
    text = lesson.texts[0].article.text
    passage, small = cut_around(lesson, data.draw(st.sampled_from([one.span for one in text.sentences])))
    works = [one for one in case.works if is_in(one.span, passage)]
    works = [replace(one, links=()) for one in works]
    whole, part = grade(lesson, works), grade(small, [shifted(one, passage) for one in works])
    for verdict in part.items:
        assert (verdict.outcome, verdict.credit) == (
            whole.item(verdict.item).outcome,
            whole.item(verdict.item).credit,
        )
    for highlight in part.highlights:
        assert highlight.fate is whole.highlight(highlight.highlight).fate


def test_every_answer_and_trap_of_every_shipped_lesson_can_come_back():
    for lesson in SHIPPED:
        for focus in focuses(lesson):
            passage, small = cut_around(lesson, focus)
            text = small.texts[0].article.text
            assert small.checks == 1
            assert not small.ask
            assert len(text.sentences) <= 8, (lesson.slug, lesson.texts[0].article.text[passage])
            marks = [
                Annotation(item.id, item.label, item.main.span, quote_of(text, item.main.span))
                for item in small.texts[0].key.items
                if item.id not in small.example
            ]
            assert grade(small, marks).score == 100, (lesson.slug, text.text)


PAGE = Page(text_of("One goes. | Two goes here. | Three goes.", "Four never goes. | Five goes. | Six goes. | Seven."))


def test_a_sentence_before_and_one_after():
    passage, small = cut_around(
        lesson_of(PAGE.text, [PAGE.item("c1", PAGE.target(CLAIM, "Two goes here"))]), PAGE.span("Two goes here")
    )
    assert PAGE.text[passage] == "One goes. Two goes here. Three goes."
    assert small.texts[0].article.text.blocks[0].span == Span(0, len(passage))


def test_at_the_edges_of_the_article_there_is_less():
    lesson = lesson_of(PAGE.text, [])
    assert PAGE.text[cut_around(lesson, PAGE.span("One goes."))[0]] == "One goes. Two goes here."
    assert PAGE.text[cut_around(lesson, PAGE.span("Seven."))[0]] == "Six goes. Seven."


def test_an_answer_that_would_be_cut_takes_its_sentences_along():
    long = PAGE.item("c1", PAGE.target(CLAIM, "Three goes.\nFour never goes"))
    passage, small = cut_around(lesson_of(PAGE.text, [long]), PAGE.span("Two goes here"))
    assert PAGE.text[passage] == "One goes. Two goes here. Three goes.\nFour never goes."
    assert len(small.texts[0].article.text.blocks) == 2
    assert small.texts[0].key.item("c1") is not None


def test_what_also_answers_an_item_elsewhere_is_not_counted_here():
    both = PAGE.item("c1", PAGE.target(CLAIM, "One goes"), PAGE.target(CLAIM, "Six goes", factor=0))
    trap = PAGE.decoy("t1", "Seven")
    _passage, small = cut_around(lesson_of(PAGE.text, [both], [trap]), PAGE.span("Seven"))
    guest = small.texts[0].key.item("c1")
    assert guest.optional
    assert small.texts[0].article.text[guest.main.span] == "Six goes"
    mark = Page(small.texts[0].article.text).mark(CLAIM, "Six goes")
    assert (grade(small, [mark]).score, grade(small, []).score) == (100, 100)


def test_two_answers_are_never_the_same_words():
    same = PAGE.item("c1", PAGE.target(CLAIM, "One goes"), PAGE.target(CLAIM, "Six goes", factor=0))
    there = PAGE.item("c2", PAGE.target(CLAIM, "Six goes"))
    _passage, small = cut_around(lesson_of(PAGE.text, [same, there]), PAGE.span("Seven"))
    assert [item.id for item in small.texts[0].key.items] == ["c2"]


def test_links_and_neighbours_that_are_not_here_are_let_go():
    denial = PAGE.item("d1", PAGE.target(DENIAL, "Four never goes", covers=["f1"]), links=(ItemLink("denies", "c1"),))
    far = PAGE.item("c1", PAGE.target(CLAIM, "One goes"))
    near = PAGE.item("f1", PAGE.target(FIGURE, "Seven"))
    _passage, small = cut_around(lesson_of(PAGE.text, [denial, far, near]), PAGE.span("Four never goes"))
    (kept,) = small.texts[0].key.items
    assert (kept.links, kept.main.covers) == ((), ())


def test_styles_and_zones_end_where_the_passage_does():
    bold = Run(PAGE.text.text.index("Two"), PAGE.text.text.index("Four"), Style.STRONG)
    first = PAGE.text.blocks[0]
    text = replace(PAGE.text, blocks=(replace(first, runs=(bold,)), *PAGE.text.blocks[1:]))
    lesson = lesson_of(text, [], excluded=[Span(0, len(text.text))])
    passage, small = cut_around(lesson, PAGE.span("One goes."))
    (run,) = small.texts[0].article.text.blocks[0].runs
    assert small.texts[0].article.text[Span(run.start, run.end)] == "Two goes here."
    assert small.texts[0].key.excluded == (Span(0, len(passage)),)


def test_a_text_without_sentences_is_its_own_passage():
    text = text_of("x")
    bare = replace(text, sentences=(), blocks=(Block(BlockKind.CODE, 0, 1, "en", Direction.LEFT_TO_RIGHT),))
    assert passage_around(bare, lesson_of(bare, []).texts[0].key, Span(0, 1)) == Span(0, 1)
