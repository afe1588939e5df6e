"""The system's own speech programs: which of them has a voice for a language, and how each is asked to speak.

What to speak is written to the program, or is its last argument; it ends when it has spoken. Programs come in the
order in which they are tried. Ending `espeak-ng` ends its voice; `spd-say` only passes words on, and is told to stop.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claimlight.core.article import Sentence, Text


@dataclass(frozen=True, slots=True)
class Voice:
    """How to have something spoken. With `by_argument` the words follow the arguments, else they are written to it."""

    program: str
    arguments: tuple[str, ...]
    by_argument: bool = False
    silence: tuple[str, ...] = ()
    """Arguments that make the program stop what it passed on."""


@dataclass(frozen=True, slots=True)
class SpeechProgram:
    """A program, and the arguments with which it lists its voices for a language."""

    name: str
    listing: Callable[[str], tuple[str, ...]]
    voice: Callable[[str, str, str], Voice | None]
    """From its place, the language, and what it listed."""


def speech_programs(path: str | None = None) -> Iterator[tuple[str, SpeechProgram]]:
    """Those that are installed on `path` (usually the system's), each with its place."""
    for program in PROGRAMS:
        place = shutil.which(program.name, path=path)
        if place is not None:
            yield place, program


def spoken_sentences(text: Text) -> tuple[Sentence, ...]:
    """The sentences that have a word in them."""
    return tuple(sentence for sentence in text.sentences if sentence.bounds)


def spoken(words: str) -> str:
    """`words` on one line, as a program is to speak them."""
    return " ".join(words.split())


def _base(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()


def _espeak(place: str, language: str, listed: str) -> Voice | None:
    """Lines of priority, language, gender, name, file. Files in mb/ need voices that are mostly not there."""
    rows = [line.split() for line in listed.splitlines()[1:]]
    usable = [row for row in rows if len(row) > 4 and not row[4].startswith("mb/")]
    named = [row[1] for row in usable if _base(row[1]) == _base(language)]
    return Voice(place, ("-v", named[0], "--stdin")) if named else None


def _spd_say(place: str, language: str, listed: str) -> Voice | None:
    """Lines of name, language, variant."""
    base = _base(language)
    for line in listed.splitlines():
        if any(_base(part) == base for part in line.split()[1:2]):
            return Voice(place, ("--wait", "--language", base, "--"), by_argument=True, silence=("--stop",))
    return None


def _say(place: str, language: str, listed: str) -> Voice | None:
    """Lines of a name (with spaces), a language such as en_US, and a sample after #."""
    for line in listed.splitlines():
        found = re.match(r"(.+?)\s+([a-z]{2,3})[_-]\w+\s+#", line)
        if found and found[2] == _base(language):
            return Voice(place, ("-v", found[1], "-f", "-"))
    return None


_LOAD = "Add-Type -AssemblyName System.Speech; $s = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
_LIST = _LOAD + "$s.GetInstalledVoices() | % { $_.VoiceInfo.Culture.Name + ' ' + $_.VoiceInfo.Name }"
_SPEAK = "[Console]::InputEncoding = [Text.Encoding]::UTF8; $s.Speak([Console]::In.ReadToEnd())"


def _powershell(place: str, language: str, listed: str) -> Voice | None:
    """Lines of a language such as en-US, and a name."""
    for line in listed.splitlines():
        culture, _space, name = line.strip().partition(" ")
        if name and _base(culture) == _base(language):
            choose = "$s.SelectVoice('" + name.replace("'", "''") + "'); "
            return Voice(place, ("-NoProfile", "-NonInteractive", "-Command", _LOAD + choose + _SPEAK))
    return None


PROGRAMS = (
    SpeechProgram("espeak-ng", lambda language: (f"--voices={_base(language)}",), _espeak),
    SpeechProgram("spd-say", lambda _language: ("-L",), _spd_say),
    SpeechProgram("say", lambda _language: ("-v", "?"), _say),
    SpeechProgram("powershell", lambda _language: ("-NoProfile", "-NonInteractive", "-Command", _LIST), _powershell),
)
