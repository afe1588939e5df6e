"""What there is to know of a text of a lesson and its answers at a glance: how long, how hard, how dense."""

from dataclasses import dataclass

from claimlight.core.article import Text
from claimlight.core.lesson import AnswerKey, Lesson
from claimlight.files.key_build import answers_counted, counted_sentences
from claimlight.files.reading_level import ReadingLevel, reading_level
from claimlight.grading.gaming import Gamed, best, game
from claimlight.grading.key_agreement import KeyAgreement


@dataclass(frozen=True, slots=True)
class TextFacts:
    """`played` holds what simple strategies score; None where there are no answers yet."""

    name: str
    words: int
    level: ReadingLevel | None
    answers: int = 0
    """Those that count: neither optional nor shown as an example."""
    free: int = 100
    """Per cent of the sentences that hold no answer that counts, rounded down."""
    played: tuple[Gamed, ...] | None = None
    second: KeyAgreement | None = None
    """How far a second, independent key agrees; None where there is none."""

    @property
    def best(self) -> Gamed | None:
        return best(self.played or ())


def facts_of_text(name: str, text: Text, language: str) -> TextFacts:
    words = sum(len(sentence.bounds) // 2 for sentence in text.sentences)
    return TextFacts(name, words, reading_level(text, language))


def facts_of_answers(lesson: Lesson, name: str) -> TextFacts:
    """Also what the answers make of the text. Raises LessonError where they cannot be graded with."""
    chosen = lesson.text(name)
    assert chosen is not None, "asked for by its name"
    assert chosen.key is not None, "asked for where there are answers"
    text, key = chosen.article.text, chosen.key
    plain = facts_of_text(name, text, chosen.article.language)
    answers = answers_counted(key.items, lesson.example)
    free = free_share(text, key, lesson.example)
    return TextFacts(name, plain.words, plain.level, answers, free, game(lesson, name))


def free_share(text: Text, key: AnswerKey, example: tuple[str, ...]) -> int:
    """Per cent of the counted sentences that hold no answer that counts, rounded down."""
    total = counted_sentences(text, key.excluded)
    touched = {
        sentence
        for item in key.items
        if not item.optional and item.id not in example
        for sentence in text.sentences_touching(item.main.span)
        if sentence.bounds
    }
    return 100 * max(0, total - len(touched)) // total if total else 0
