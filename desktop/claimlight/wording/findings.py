"""Sentences for what `check` finds in a lesson, by code: file, place, reason and remedy."""

from collections.abc import Mapping

from claimlight.wording import N_, _
from claimlight.wording.key_errors import KEY_ERRORS
from claimlight.wording.lesson_errors import LESSON_ERRORS

FINDINGS: dict[str, str] = {
    # The lesson's sheet
    "author-missing": N_("{file}: “author” is empty. Name who wrote the lesson."),
    "licence-missing": N_("{file}: “licence” is empty. Say how the lesson may be used, such as CC-BY-4.0."),
    "level-unclear": N_("{file}: the level “{level}” is no grade. Write “7”, “7-8” or “12 and adults”."),
    "unknown-example": N_("{file}: the worked example “{item}” is no item of {key}. Correct “example”."),
    "review-own-lesson": N_("{file}: “review” names {item} of this lesson itself. Take one of an earlier lesson."),
    "review-lesson-unknown": N_(
        "{file}: “review” names {lesson}, but no such lesson is in {folder} or comes along. Correct the name."
    ),
    "review-item-unknown": N_(
        "{file}: “review” names {item} of {lesson}, which is no trap and no answer that counts there. Correct the id."
    ),
    "content-note-missing": N_("{file}: the article speaks of “{word}”. Warn readers with a “content_note”."),
    "level-off": N_("{file}: {text} reads at grade {measured}, far from the level “{level}”. Change one of them."),
    # The text
    "text-stale": N_("{file} is older than {source}. Run “claimlight build” on the lesson."),
    "text-old-builder": N_("{file} was built by another Claimlight. Build the lesson again and raise its version."),
    "text-differs": N_("{file} is not what {source} gives. Run “claimlight build” on the lesson."),
    "text-without-words": N_("{file} holds no words. Write the article there."),
    # The answers
    "key-missing": N_("{file} is missing: the lesson has no answers yet. Mark them, or leave the lesson as it is."),
    "key-not-built": N_("{file} lacks positions or belongs to another text. Run “claimlight build” on the lesson."),
    "rate-missing": N_("{file}: “rate” is missing. Run “claimlight build” on the lesson."),
    "annotation-skipped": N_("{file}, annotation {item}: it is no answer, trap or excluded zone, and is skipped."),
    "quote-moved": N_("{file}, item {item}: its words or what stands around them moved. Build the lesson and look."),
    "explanation-missing": N_("{file}, item {item}: it has no explanation. Say why it is an answer."),
    "decoy-without-reason": N_("{file}, trap {item}: it has no explanation. Say why it is no answer."),
    "decoy-over-item": N_("{file}, trap {item}: it shares words with item {other}. Make the trap or the item shorter."),
    "item-excluded": N_("{file}, item {item}: it lies in an excluded zone, where no word counts. Move one of them."),
    "denial-without-link": N_("{file}, item {item}: a denial denies something. Link it with “denies” to that item."),
    "denial-without-no": N_(
        "{file}, item {item}: give the words that say no as “denying”, so that they must be there."
    ),
    "denying-outside": N_("{file}, item {item}: the words that say no lie outside the answer. Make the answer longer."),
    "figure-without-reason": N_("{file}, item {item}: say why the number is open: “reason” F1 to F5."),
    "asked-not-answered": N_("{file}, item {item}: the lesson asks for “{attribute}”. Add it to “attributes”."),
    "group-of-one": N_("{file}, item {item}: it is alone in the group “{group}”. Add another item or drop the group."),
    "too-few-free": N_(
        "{file}: {answers} answers in {sentences} sentences leave {share} % of them free. Marking everything would "
        "pay: add sentences or make some answers optional."
    ),
    "keys-disagree": N_(
        "{file}: the two keys agree to only F1 {f1} (at least {least} is sound). Make the article clearer, or settle "
        "in {other} what is open; never change the second key."
    ),
    "game-sentences": N_(
        "{file}: marking every sentence as {labels} scores {score} of 100 (at most {limit} is sound). "
        "Add sentences without answers, or make answers narrower."
    ),
    "game-paragraphs": N_(
        "{file}: marking every paragraph as {labels} scores {score} of 100 (at most {limit} is sound). "
        "Add paragraphs without answers, or put more than one answer into a paragraph."
    ),
    "game-numbers": N_(
        "{file}: marking every number as {labels} scores {score} of 100 (at most {limit} is sound). "
        "Add numbers that are no answers, with a trap on some of them."
    ),
    "game-quotations": N_(
        "{file}: marking every quotation as {labels} scores {score} of 100 (at most {limit} is sound). "
        "Quote feelings and questions too, or put answers outside quotation marks."
    ),
    "game-by-looks": N_(
        "{file}: marking numbers, quotations and “said” by their looks scores {score} of 100 (at most {limit} is "
        "sound). Add well-sourced numbers, and denials without quotation marks."
    ),
    "game-one-label": N_(
        "{file}: the right words, all marked as {labels}, score {score} of 100 (at most {limit} is sound). "
        "Add answers with other labels."
    ),
    "world-missing": N_("{file}, item {item}: violence is disputed here. Add a dated, sourced “world” note to it."),
}


_SENTENCES = {**LESSON_ERRORS, **KEY_ERRORS, **FINDINGS}


def say_finding(code: str, params: Mapping[str, object]) -> str:
    """The sentence for a finding. Every code has one; a test walks them all."""
    return _(_SENTENCES[code]).format(**params)
