"""The articles of the benches are as large as their names say."""

from bench.articles import article_of_characters, article_of_one_paragraph, article_of_words, labels, marks_on


def test_an_article_has_about_as_many_words_as_it_is_asked_for() -> None:
    text = article_of_words(3_000).text
    assert abs(sum(len(sentence.tokens) for sentence in text.sentences) - 3_000) < 150
    assert len(text.blocks) > 30


def test_an_article_has_about_as_many_characters_as_it_is_asked_for() -> None:
    assert abs(len(article_of_characters(6_000).text.text) - 6_000) < 400


def test_a_single_paragraph_is_one() -> None:
    assert len(article_of_one_paragraph(800).text.blocks) == 1


def test_marks_are_as_many_as_asked_for_and_lie_in_order() -> None:
    article = article_of_characters(6_000)
    marks = marks_on(article, 30)
    assert len({mark.id for mark in marks}) == 30
    assert {mark.label for mark in marks} == {label.id for label in labels()}
    assert [mark.span.start for mark in marks] == sorted(mark.span.start for mark in marks)
    assert all(0 < len(mark.span) < 120 for mark in marks)
