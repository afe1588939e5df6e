"""A whole class that hands in at once: real submissions, a lesson's answers with what students miss."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from claimlight.core.annotation import Annotation, quote_of
from claimlight.core.article import Span
from claimlight.core.attempt import Attempt, AttemptState, Challenge, Check, Person
from claimlight.core.identity import new_id
from claimlight.core.lesson import AnswerKey, Lesson, Mode
from claimlight.files.lesson_bundle import read_bundle
from claimlight.handin.class_file import ClassFile
from claimlight.handin.drop_folder import WORK, DropFolder
from claimlight.handin.identity import Keys, new_keys, public
from claimlight.handin.submission import SUFFIX, HandingIn, submission_of, write_submission
from claimlight.store.classbook import Classbook
from claimlight.work.collect import collect
from claimlight.work.teaching import OneClass, give_out, make_class, prepare_stick

NAMES = [
    "Adaeze Okoro",
    "Bruno Costa",
    "Chiara Neri",
    "Dilan Kaya",
    "Mila Novak",
    "Noor Haddad",
    "Oskar Lind",
    "Tevita Fonua",
    "Ines Vidal",
    "Jonas Brandt",
    "Kwame Mensah",
    "Lena Vogel",
    "Mateo Ruiz",
    "Nadia Petrova",
    "Omar Said",
    "Priya Nair",
    "Quinn Murphy",
    "Rosa Duarte",
    "Sami Aalto",
    "Tomas Hruby",
    "Uma Rao",
    "Viktor Holm",
    "Wen Li",
    "Ximena Paz",
    "Yara Nasser",
    "Zoe Martin",
    "Aino Korhonen",
    "Ben Adler",
    "Carla Sousa",
    "David Cohen",
    "Elif Demir",
    "Farid Azizi",
    "Greta Olsen",
    "Hugo Blanc",
    "Isla Reid",
    "Jamal Carter",
    "Kira Sato",
    "Luca Moretti",
    "Maya Singh",
    "Nils Berg",
]
"""Forty."""


def names(count: int) -> tuple[str, ...]:
    return tuple(NAMES[n] if n < len(NAMES) else f"{NAMES[n % len(NAMES)]} {n // len(NAMES) + 1}" for n in range(count))


def a_class(
    book: Classbook, stick: Path, lesson: Path, count: int, *, name: str = "8B", seed: int = 0, listed: int = 0
) -> OneClass:
    """A class of which so many handed `lesson` (a folder) in, collected; `listed` names, or as many, on its list."""
    to = make_class(book, name, names(listed or count), asks_sure=True)
    hands_in(book, to, stick, lesson, count, seed=seed)
    return to


def hands_in(
    book: Classbook,
    to: OneClass,
    stick: Path,
    lesson: Path,
    count: int,
    *,
    seed: int = 0,
    device: Keys | None = None,
    text: str = "article",
    after: int = 0,
) -> Lesson:
    """The first `count` of the class `after` so many hand the lesson in (on this `text` of it) from one computer
    (`device`), and it is collected."""
    given = read_bundle(give_out(book, lesson, Mode.PRACTICE))
    stick.mkdir(exist_ok=True, parents=True)
    drop = prepare_stick(stick, to)
    whole = given if given.texts[0].key is not None else read_bundle(book.classes.given(given.hash).whole)  # type: ignore[union-attr]
    write_works(whole, to.students, drop, count, seed=seed, device=device, text=text, after=after)
    report = collect(book, stick, to.students.id)
    assert (report.new, report.aside) == (count, [])
    return whole


def write_works(
    lesson: Lesson,
    to: ClassFile,
    drop: DropFolder,
    count: int,
    *,
    seed: int = 0,
    device: Keys | None = None,
    text: str = "article",
    after: int = 0,
) -> None:
    device = device or computer()
    seal = public(device).seal.hex()
    chosen = only(lesson, text)
    for number, name in list(enumerate(names(after + count)))[after:]:
        random = Random(f"{lesson.slug} {seed} {number}")
        checks = tuple(checked(chosen, random))
        attempt = Attempt(new_id(), "", lesson.id, lesson.hash, text, Mode.PRACTICE, 1, AttemptState.CLOSED)
        submission = submission_of(
            attempt,
            checks,
            tuple(objections(chosen, checks[-1], random)),
            to=to,
            by=HandingIn(Person(f"person-{name}", name), seal),
            id=f"{random.getrandbits(128):032x}",
            text_hash=chosen.texts[0].article.text.text_hash,
            made="",
        )
        (drop.path / WORK / f"{submission.head.id}{SUFFIX}").write_bytes(write_submission(submission, to, device))


def only(lesson: Lesson, text: str) -> Lesson:
    """The lesson as if this text were all of it."""
    return replace(lesson, texts=tuple(one for one in lesson.texts if one.article.name == text))


@cache
def computer() -> Keys:
    """The one that the whole class works at: a person's work comes from one computer."""
    return new_keys()


def checked(lesson: Lesson, random: Random) -> Iterator[Check]:
    """Two checks; the second finds what the first did, and often more."""
    first = tuple(marks(lesson, random, skill=random.uniform(0.2, 0.8)))
    more = marks(lesson, random, skill=0.35)
    taken = [one.span for one in first]
    second = (*first, *(one for one in more if not any(_touch(one.span, other) for other in taken)))
    yield Check(1, first, "")
    yield Check(2, tuple(second), "")


def marks(lesson: Lesson, random: Random, *, skill: float) -> Iterator[Annotation]:
    """Each answer by chance, some under another label or without their first words; and words that are no answer."""
    text, key = lesson.texts[0].article.text, key_of(lesson)
    for number, item in enumerate(key.items):
        hard = (0.0, 0.3, 0.5, -0.2)[number % 4]
        if item.id in lesson.example or random.random() > skill + 0.35 - hard:
            continue
        label = item.label
        if random.random() < (0.1, 0.35, 0.2, 0.05)[number % 4]:
            label = random.choice([other.id for other in lesson.codebook.labels if other.id != label])
        words = text.words_touching(item.main.span)
        first = 2 if len(words) > 5 and random.random() < 0.3 else 0
        span = Span(words[first].start, words[-1].end)
        yield Annotation(new_id(), label, span, quote_of(text, span), sure=random.random() < 0.6)
    for number, sentence in enumerate(text.sentences):
        free = not any(_touch(sentence.span, target.span) for item in key.items for target in item.targets)
        if free and len(sentence.tokens) > 6 and random.random() < (0.05, 0.3, 0.12)[number % 3]:
            begin = random.choice((0, 0, 1))
            span = Span(sentence.tokens[begin].start, sentence.tokens[begin + 4].end)
            yield Annotation(new_id(), "claim", span, quote_of(text, span), sure=random.random() < 0.4)


def objections(lesson: Lesson, check: Check, random: Random) -> Iterator[Challenge]:
    for number, item in enumerate(key_of(lesson).items):
        if random.random() < (0.02, 0.18, 0.05)[number % 3]:
            yield Challenge(new_id(), item.id, "", "The paper only says what others said.", "")


def key_of(lesson: Lesson) -> AnswerKey:
    key = lesson.texts[0].key
    assert key is not None, "the lesson has its answers"
    return key


def _touch(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
