"""The open word lists of `assets/words`, one file a language, by which answers are looked for."""

import tomllib
from dataclasses import dataclass

from claimlight.files.places import assets


@dataclass(frozen=True, slots=True)
class WordList:
    """Words and phrases of one language, in small letters."""

    reporting: frozenset[str]
    denying: frozenset[str]
    denials: tuple[str, ...]
    hedges: tuple[str, ...]
    approximators: tuple[str, ...]
    scales: frozenset[str]
    shares: tuple[str, ...]
    according: tuple[str, ...]
    that: str
    pronouns: frozenset[str]


def word_list(language: str) -> WordList | None:
    """The list for a language such as "en" or "en-GB"; None where there is none yet."""
    path = assets() / "words" / f"{language.partition('-')[0].lower()}.toml"
    if not path.is_file():
        return None
    told = tomllib.loads(path.read_text(encoding="utf-8"))

    def words(name: str) -> frozenset[str]:
        return frozenset(told[name].split())

    def phrases(name: str) -> tuple[str, ...]:
        return tuple(sorted(told[name], key=len, reverse=True))

    return WordList(
        words("reporting"),
        words("denying"),
        phrases("denials"),
        phrases("hedges"),
        phrases("approximators"),
        words("scales"),
        phrases("shares"),
        phrases("according"),
        told["that"],
        words("pronouns"),
    )
