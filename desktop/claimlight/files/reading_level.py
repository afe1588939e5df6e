"""Measure how hard a text is to read, as a school grade, by the formula that is established for its language.

English: Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas", Naval Technical Training
Command, Research Branch Report 8-75, 1975. Spanish: Fernández Huerta, "Medidas sencillas de lecturabilidad",
Consigna 214, 1959, in the reading of Law, 2011 (words in a sentence, not sentences). French: Kandel and Moles,
"Application de l'indice de Flesch à la langue française", Cahiers d'études de radio-télévision 19, 1958, on Flesch's
own scale. For Arabic and other languages no formula is agreed on, and none is used.

Syllables are counted by rules of spelling, right for most words and close for texts; a number counts as one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from claimlight.core.article import BlockKind, Text

_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)
_UNIVERSITY = 13.0
_SCALES: dict[str, tuple[tuple[float, float, float], ...]] = {
    "es": ((90, 4, 4), (80, 5, 5), (70, 6, 6), (60, 7, 8), (50, 9, 12)),
    "fr": ((90, 5, 5), (80, 6, 6), (70, 7, 7), (60, 8, 9), (50, 10, 12)),
}
"""Ease of at least …, then the grades it stands for; below the last it is university."""


_SILENT = re.compile(r"(?:(?<=[^aeiouytd])(?<!dr)ed|(?<=[^aeiouyscgxzh])es|(?<=[^aeiouyl])e|(?<=[aeiouy]l)e)$")
_APART = re.compile(r"(?<=[bdmnr])ia|(?<=[bdmrv])io|ium|ea$|^creat|[aeou]ing$|ism$|(?<=[aeou])y(?=[aeou])")
"""Vowels that stand side by side in English and are said apart, and one that is said and not written."""


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """From which to which grade; the same twice where the formula gives one number."""

    first: float
    last: float
    formula: str

    def off(self, first: int, last: int) -> float:
        """How many grades it lies outside the grades from `first` to `last`; 0 within."""
        return max(0.0, self.first - last, first - self.last)


def reading_level(text: Text, language: str) -> ReadingLevel | None:
    """How hard the prose of `text` is; None for a language without a formula, and for a text without words."""
    measure = _MEASURES.get(language.partition("-")[0].lower())
    sentences = [
        [text[word] for word in sentence.tokens]
        for sentence in text.sentences
        if sentence.bounds and text.blocks[text.block_index(sentence.start)].kind in _PROSE
    ]
    return measure(sentences) if measure and sentences else None


def english_syllables(word: str) -> int:
    heard = _SILENT.sub("", re.sub("[’'].*", "", word.lower()))
    return _groups(heard, "[aeiouy]+") + len(_APART.findall(heard))


def spanish_syllables(word: str) -> int:
    word = re.sub("([qg])u(?=[eiéí])", r"\1", word.lower())
    alone = re.findall("(?<![aeoáéóíú])[iuü]+(?![aeiouáéóíúü])|(?<![aeiouáéóíú])y$", word)
    return max(1, len(re.findall("[aeoáéóíú]", word)) + len(alone))


def french_syllables(word: str) -> int:
    return _groups(re.sub("(?<=.{2})(?<=[^aeiouyéèêàùâîôû])es?$", "", word.lower()), "[aeiouyàâäéèêëîïôöùûüœæ]+")


def _groups(word: str, vowels: str) -> int:
    return max(1, len(re.findall(vowels, word)))


def _flesch_kincaid(sentences: list[list[str]]) -> ReadingLevel:
    words, syllables = _per(sentences, english_syllables)
    grade = round(max(0.0, 0.39 * words + 11.8 * syllables - 15.59), 1)
    return ReadingLevel(grade, grade, "Flesch–Kincaid")


def _fernandez_huerta(sentences: list[list[str]]) -> ReadingLevel:
    words, syllables = _per(sentences, spanish_syllables)
    return _on_scale("es", 206.84 - 60 * syllables - 1.02 * words, "Fernández Huerta")


def _kandel_moles(sentences: list[list[str]]) -> ReadingLevel:
    words, syllables = _per(sentences, french_syllables)
    return _on_scale("fr", 207 - 1.015 * words - 73.6 * syllables, "Kandel–Moles")


def _per(sentences: list[list[str]], syllables: Callable[[str], int]) -> tuple[float, float]:
    """Words in a sentence and syllables in a word, in the mean."""
    words = [word for sentence in sentences for word in sentence]
    spoken = sum(1 if any(map(str.isdigit, word)) else _of_parts(word, syllables) for word in words)
    return len(words) / len(sentences), spoken / len(words)


def _of_parts(word: str, syllables: Callable[[str], int]) -> int:
    return sum(syllables(part) for part in word.split("-"))


def _on_scale(language: str, ease: float, formula: str) -> ReadingLevel:
    for least, first, last in _SCALES[language]:
        if ease >= least:
            return ReadingLevel(first, last, formula)
    return ReadingLevel(_UNIVERSITY, _UNIVERSITY, formula)


_MEASURES: dict[str, Callable[[list[list[str]]], ReadingLevel]] = {
    "en": _flesch_kincaid,
    "es": _fernandez_huerta,
    "fr": _kandel_moles,
}
