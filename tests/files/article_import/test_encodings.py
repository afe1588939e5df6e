"""Text is read in the encoding it was written in, and what was taken is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.files.article_import.encodings import declared, decoded

SAID = {
    "en": "The café said “no” — it’s £20. The naïve mayor was not amused, and 14 people asked why.",
    "fr": "Le café a été fermé à Noël, a déclaré la mairie. « Où êtes-vous ? » Les élèves répètent : c’est déjà l’été.",
    "es": "El niño dijo que mañana no habrá clases. ¿Por qué? La señora Núñez negó la acusación.",
    "de": "Die Bürgermeisterin erklärte, die Straße sei größer als früher. Über 300 Menschen hörten zu.",
    "pl": "Burmistrz powiedział, że most zostanie zamknięty w piątek. Mieszkańcy zaprzeczają.",
    "ru": "Мэр заявил, что мост закроют в пятницу. Жители отрицают это и требуют проверки.",
    "el": "Ο δήμαρχος είπε ότι η γέφυρα θα κλείσει την Παρασκευή. Οι κάτοικοι το αρνούνται.",
    "he": "ראש העיר אמר כי הגשר ייסגר ביום שישי. התושבים מכחישים זאת.",
    "ar": "قال الوزير إن الضرائب ستنخفض، ونفى أن تكون الحكومة قد تأخرت في دفع الرواتب.",
    "ja": "市長は金曜日に橋を閉鎖すると述べた。住民はそれを否定し、調査を求めている。",
    "zh": "市长表示，桥梁将于周五关闭。居民否认了这一说法，并要求调查。",
}
WRITTEN = [
    *[("en", "cp1252", "Windows-1252"), ("en", "mac_roman", "MAC-ROMAN"), ("fr", "cp1252", "Windows-1252")],
    *[("es", "cp1252", "Windows-1252"), ("de", "cp1252", "Windows-1252"), ("pl", "cp1250", "Windows-1250")],
    *[("pl", "iso8859_2", "ISO8859-2"), ("ru", "cp1251", "Windows-1251"), ("ru", "koi8_r", "KOI8-R")],
    *[("el", "cp1253", "Windows-1253"), ("he", "cp1255", "Windows-1255"), ("ar", "cp1256", "Windows-1256")],
    *[("ja", "shift_jis", "CP932"), ("zh", "gb18030", "GB18030")],
]


@pytest.mark.parametrize(("language", "codec", "name"), WRITTEN)
def test_an_old_encoding_is_told_by_its_letters(language: str, codec: str, name: str) -> None:
    read = decoded(SAID[language].encode(codec))
    assert (read.text, read.encoding) == (SAID[language], name)
    assert [remark.code for remark in read.remarks] == ["encoding-guessed"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_says_its_encoding_itself_is_no_guess(codec: str) -> None:
    read = decoded(SAID["ar"].encode(codec))
    assert (read.text.removeprefix("\ufeff"), read.encoding) == (SAID["ar"], codec.removesuffix("-sig").upper())
    assert read.remarks == ()


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_empty_bytes(codec: str) -> None:
    read = decoded((SAID["en"] * 3).encode(codec))
    assert (read.text, read.encoding) == (SAID["en"] * 3, "UTF-16")


def test_stray_bytes_in_utf_8_do_not_spoil_the_rest() -> None:
    raw = (SAID["fr"] + "\n").encode() + "L’été".encode("cp1252")
    read = decoded(raw)
    assert (read.text, read.encoding) == (SAID["fr"] + "\nL’été", "UTF-8")
    assert [(remark.code, dict(remark.params)) for remark in read.remarks] == [("mixed-encodings", {"n": 3})]


def test_without_any_sign_it_is_the_commonest() -> None:
    assert decoded(b"a \xa9 b").encoding == "Windows-1252"
    assert decoded(bytes(range(128, 256)) * 3).text


@pytest.mark.parametrize(
    ("head", "codec", "name"),
    [
        ("<meta charset=iso-8859-1>", "cp1252", "Windows-1252"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251", "Windows-1251"),
        ('<meta http-equiv="x" content="text/html; charset=utf-8">', "utf-8", "UTF-8"),
        ("<meta charset=klingon>", "utf-8", "UTF-8"),
        ("<meta charset=utf-8>", "cp1252", "Windows-1252"),
        ("<p>", "utf-8", "UTF-8"),
    ],
)
def test_a_page_is_read_as_it_says_unless_that_cannot_be(head: str, codec: str, name: str) -> None:
    words = SAID["ru" if codec == "cp1251" else "fr"]
    read = declared(head.encode() + words.encode(codec))
    assert (read.text, read.encoding) == (head + words, name)


@given(st.binary(max_size=60))
def test_any_bytes_become_some_text(raw: bytes) -> None:
    assert isinstance(decoded(raw).text, str)
    assert isinstance(declared(b"<meta charset=rot13>" + raw).text, str)
