"""Tell which column of a class list holds what: by its head, else by what stands in it."""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum


class Column(StrEnum):
    NAME = "name"
    GIVEN = "given"
    FAMILY = "family"
    ID = "id"
    OTHER = "other"


_WORDS = {
    Column.GIVEN: """givenname givennames firstname forename forenames vorname rufname prénom prenom nombre nombres nome
        voornaam förnamn fornavn imię imie adı ad preferredgivenname الاسمالأول 名""",
    Column.FAMILY: """familyname lastname surname nachname familienname nom nomdefamille apellido apellidos cognome
        sobrenome achternaam efternamn etternavn nazwisko soyadı soyad preferredfamilyname اسمالعائلة 姓""",
    Column.NAME: """name fullname studentname student displayname schüler schülerin schülername élève eleve alumno
        alumna studente aluno naam الاسم اسمالطالب 姓名 氏名""",
    Column.ID: """studentnumber studentid studentno idnumber identifier matrikelnummer schülernummer sisuserid sisid
        sourcedid usersourcedid id number nr no sisloginid loginid username email emailaddress mail emailadresse""",
}
"""Words of a head, as `_folded` leaves them. Of several ids that a table has, the one named first here is taken."""
_LOOKS_LIKE_ID = re.compile(r"\S*@\S+\.\S+|(?=\S*\d)[\w./:-]+")


def columns_by_head(head: Sequence[str]) -> tuple[Column, ...] | None:
    """What each column holds; None where this line is no head."""
    words = [_folded(cell) for cell in head]
    found = [_kind(word) for word in words]
    if not any(kind in (Column.NAME, Column.GIVEN, Column.FAMILY) for kind in found):
        return None
    return _each_once(found, words)


def columns_by_cells(rows: Sequence[Sequence[str]], *, turned: bool = False) -> tuple[Column, ...]:
    """What each column seems to hold; with `turned`, family names come before given names."""
    columns = list(zip(*rows, strict=True))
    ids = [number for number, cells in enumerate(columns) if _are_ids(cells)]
    found = [Column.OTHER] * len(columns)
    names = [number for number in range(len(columns)) if number not in ids] or [0]
    for number in [one for one in ids if one not in names][:1]:
        found[number] = Column.ID
    if len(names) == 1:
        found[names[0]] = Column.NAME
    else:
        first, second = names[:2]
        found[first], found[second] = (Column.FAMILY, Column.GIVEN) if turned else (Column.GIVEN, Column.FAMILY)
    return tuple(found)


def _kind(word: str) -> Column:
    return next((kind for kind, words in _WORDS.items() if word in words.split()), Column.OTHER)


def _each_once(found: list[Column], words: list[str]) -> tuple[Column, ...]:
    """Of several columns of a kind one: the best id, the first name; a whole name only where its parts are missing."""
    kept = [Column.OTHER] * len(found)
    if Column.GIVEN in found and Column.FAMILY not in found:  # as in "Name; Vorname"
        found = [Column.FAMILY if kind is Column.NAME else kind for kind in found]
    parts = Column.GIVEN in found and Column.FAMILY in found
    whole = Column.NAME in found and not parts
    for kind in (Column.NAME,) if whole else (Column.GIVEN, Column.FAMILY):
        if kind in found:
            kept[found.index(kind)] = kind
    ids = [number for number, kind in enumerate(found) if kind is Column.ID]
    if ids:
        kept[min(ids, key=lambda number: _WORDS[Column.ID].split().index(words[number]))] = Column.ID
    return tuple(kept)


def _are_ids(cells: Sequence[str]) -> bool:
    """Whether nearly all that is there is a number, a code or an address, each once."""
    there = [cell for cell in cells if cell]
    alike = sum(_LOOKS_LIKE_ID.fullmatch(cell) is not None for cell in there)
    return bool(there) and alike * 10 >= len(there) * 8


def _folded(cell: str) -> str:
    folded = unicodedata.normalize("NFKC", cell).casefold()
    return "".join(one for one in folded if one.isalnum() or unicodedata.combining(one))
