"""Each system's speech program lists its voices in its own way."""

import pytest

from claimlight.work.speech import PROGRAMS, Voice, spoken

ESPEAK = """Pty Language       Age/Gender VoiceName          File                 Other Languages
 1  ar              --/M      arabic-mbrola-1    mb/mb-ar1
 5  ar              --/M      Arabic             sem/ar
"""
SPD = """                         NAME                 LANGUAGE                  VARIANT
              Arabic+female1                       ar                     none
     English_(America)+female1                    en-US                     none
"""
SAY = """Alex                en_US    # Most people recognize me by my voice.
Bad News            en_US    # The light you see at the end of the tunnel
Majed               ar_001   # مرحبًا! اسمي ماجد.
"""
WINDOWS = "en-US Microsoft Zira Desktop\r\nfr-FR Microsoft Hortense Desktop\r\n"
BY_NAME = {program.name: program for program in PROGRAMS}


def voice(program: str, language: str, listed: str) -> Voice | None:
    return BY_NAME[program].voice("/bin/it", language, listed)


def test_espeak_leaves_out_voices_that_need_more() -> None:
    assert voice("espeak-ng", "ar", ESPEAK) == Voice("/bin/it", ("-v", "ar", "--stdin"))
    assert voice("espeak-ng", "ar", "\n".join(ESPEAK.splitlines()[:2])) is None
    assert BY_NAME["espeak-ng"].listing("ar-EG") == ("--voices=ar",)


def test_spd_say_passes_on_and_is_told_to_stop() -> None:
    found = voice("spd-say", "en", SPD)
    assert found is not None
    assert found.by_argument
    assert found.silence == ("--stop",)
    assert "en" in found.arguments


def test_say_has_names_with_spaces() -> None:
    assert voice("say", "en-GB", SAY) == Voice("/bin/it", ("-v", "Alex", "-f", "-"))
    assert voice("say", "ar", SAY) == Voice("/bin/it", ("-v", "Majed", "-f", "-"))
    assert voice("say", "en", "\n".join(SAY.splitlines()[1:2])) == Voice("/bin/it", ("-v", "Bad News", "-f", "-"))


def test_windows_speaks_through_powershell() -> None:
    found = voice("powershell", "fr", WINDOWS)
    assert found is not None
    assert "SelectVoice('Microsoft Hortense Desktop')" in found.arguments[-1]


@pytest.mark.parametrize("listed", [ESPEAK, SPD, SAY, WINDOWS, "", "nonsense\n\n  x"])
@pytest.mark.parametrize("program", BY_NAME)
def test_no_program_has_a_voice_for_a_language_that_it_does_not_list(program: str, listed: str) -> None:
    assert voice(program, "uk", listed) is None


def test_words_are_spoken_on_one_line() -> None:
    assert spoken("one\u2028two\n three\t") == "one two three"
