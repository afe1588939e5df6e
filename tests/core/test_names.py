"""The names that an article offers: found by capitals and reporting verbs, nearest first, never from the answers."""

from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.article import Direction, Span, Text
from claimlight.core.names import names_around, names_in, nearest
from claimlight.files.markdown_text import build_text

NEWS = """Tap water is safe to drink again, the Lowmoor Water Board said on Thursday. Most families boil it in May.

“Every sample meets the standard,” its director, Ilse Varnholt, told a crowded meeting. She said the fault lay there.

The doctors are less sure. The Tern Street clinic says as many as 640 people may have fallen ill. Residents asked why.

Dr Paulo Renzi accused the board. Varnholt rejected this. Mark Austin of Sky News asked the Bank of England. Mayor Anna
Ruiz said nothing; Anna Ruiz left. The fire chief shrugged.
"""
ARABIC = "وقالت المهندسة ليلى منصور، التي أشرفت على الفحص، إن الأعمدة تآكلت. ونفى رئيس البلدية أن يكون ذلك صحيحًا."


def built(markdown: str, language: str = "en") -> Text:
    return build_text(markdown, language, Direction.LEFT_TO_RIGHT)


def words_of(markdown: str, language: str = "en") -> tuple[str, ...]:
    return tuple(name.words for name in names_in(built(markdown, language)))


def place(text: Text, words: str) -> Span:
    start = text.text.index(words)
    return Span(start, start + len(words))


def test_capitals_in_a_row_are_a_name() -> None:
    found = words_of(NEWS)
    for name in (
        "Lowmoor Water Board",
        "Ilse Varnholt",
        "Mark Austin",
        "Sky News",
        "Bank of England",
        "Dr Paulo Renzi",
    ):
        assert name in found


def test_an_office_belongs_to_the_name_or_is_one() -> None:
    found = words_of(NEWS)
    assert "Tern Street clinic" in found
    assert "fire chief" in found
    assert "board" in found


def test_the_head_of_a_sentence_is_no_name_by_itself() -> None:
    found = words_of(NEWS)
    for word in ("Tap", "Most", "She", "The", "Every", "May", "Thursday"):
        assert word not in found
    assert "Residents" in found, "they asked"


def test_a_surname_belongs_to_the_full_name_and_a_title_too() -> None:
    names = {name.words: name for name in names_in(built(NEWS))}
    assert "Varnholt" not in names
    assert len(names["Ilse Varnholt"].places) == 2
    assert len(names["Anna Ruiz"].places) == 2
    assert "Mayor Anna Ruiz" not in names


def test_a_surname_is_known_again_at_the_head_of_a_sentence() -> None:
    text = built("Dmitry Peskov came. Peskov, who was asked it twice, told us of losses. Nothing else was told.")
    [name] = [name for name in names_in(text) if name.words == "Dmitry Peskov"]
    assert [text[span] for span in name.places] == ["Dmitry Peskov", "Peskov"]
    assert nearest(names_in(text), place(text, "of losses"), text)[0] == "Dmitry Peskov"


def test_people_without_capitals_speak_by_their_verb() -> None:
    assert words_of("Some neighbours said that it rained. It was said often.") == ("neighbours",)


def test_a_script_without_capitals_has_speakers() -> None:
    assert words_of(ARABIC, "ar") == ("المهندسة ليلى منصور", "رئيس البلدية")


def test_who_speaks_nearest_comes_first() -> None:
    text = built(NEWS)
    names = names_in(text)
    assert nearest(names, place(text, "as many as 640 people"), text)[0] == "Tern Street clinic"
    assert nearest(names, place(text, "Tap water is safe"), text)[0] == "Lowmoor Water Board"
    assert nearest(names, place(text, "Every sample meets"), text)[0] == "Ilse Varnholt"
    assert set(nearest(names, Span(0, 1), text)) == {name.words for name in names}


def test_a_trade_without_a_name_before_it_is_nobody() -> None:
    assert words_of("Yes, officials came. Very tired and old officials left. Reports followed it.") == ()


def test_in_a_very_long_article_the_names_around_the_words_are_offered() -> None:
    text = built("Anna Ruiz spoke. " + "It rained again. " * 900 + "Then Ilse Varnholt left.")
    assert [name.words for name in names_around(text, Span(0, 4))] == ["Anna Ruiz"]
    assert [name.words for name in names_around(text, place(text, "left"))] == ["Ilse Varnholt"]


def test_an_empty_text_has_no_names() -> None:
    assert words_of("") == ()
    assert words_of("... – !") == ()


@given(st.text(max_size=200))
def test_every_place_of_a_name_lies_in_the_text(markdown: str) -> None:
    text = built(markdown)
    names = names_in(text)
    for name in names:
        assert name.words.strip()
        assert set(name.speaking) <= set(name.places)
        for span in name.places:
            assert 0 <= span.start < span.end <= len(text.text)
            assert text.sentence_index(span.start) == text.sentence_index(span.end - 1)
    assert len({name.words for name in names}) == len(names)
    assert sorted(nearest(names, Span(0, 1), text)) == sorted(name.words for name in names)


def test_who_speaks_is_found_in_spanish_french_and_arabic() -> None:
    assert "Ayuntamiento" in words_of("Ahora el Ayuntamiento paga.", "es"), "without the word before it"
    assert "asociación" in words_of("La asociación de vendedores cuenta más.", "es")
    assert "maire" in words_of("Puis la maire a promis un bus.", "fr")
    assert "كمال الصباغ" in words_of("ثم اعترف كمال الصباغ بأن الخيط قديم.", "ar")
    assert "الضابط سليم الحداد" in words_of("قدّر الضابط سليم الحداد العدد.", "ar")
