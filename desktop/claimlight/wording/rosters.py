"""What is said about a class list that was read, and about what its columns hold."""

from collections.abc import Iterable, Mapping

from claimlight.wording import N_, NN_, _, ngettext

COLUMNS: dict[str, str] = {
    "name": N_("Name"),
    "given": N_("Given name"),
    "family": N_("Family name"),
    "id": N_("School number"),
    "other": N_("Leave out"),
}
_REMARKS: dict[str, tuple[str, str]] = {
    "encoding-guessed": NN_(
        "The letters were read as {encoding}, a guess. Look at the names with accents.",
        "The letters were read as {encoding}, a guess. Look at the names with accents.",
    ),
    "mixed-encodings": NN_(
        "{n} letter was written in another encoding. Look at the names with accents.",
        "{n} letters were written in another encoding. Look at the names with accents.",
    ),
    "roster-no-name": NN_(
        "Line {names} has no name and was left out. Write the name there and read the list again.",
        "{n} lines have no name and were left out ({names}). Write the names there and read the list again.",
    ),
    "roster-name-cleaned": NN_(
        "Characters that nobody sees were taken out of the name {names}.",
        "Characters that nobody sees were taken out of {n} names: {names}.",
    ),
    "roster-name-formula": NN_(
        "{names} looks like a formula. Spreadsheets will get it as plain words; mend it if it is no name.",
        "{names} look like formulas. Spreadsheets will get them as plain words; mend what is no name.",
    ),
    "roster-line-twice": NN_(
        "{names} stood there twice and is on the list once. If these are two students, write more of the name.",
        "{names} stood there twice and are on the list once. If these are two students, write more of the name.",
    ),
    "roster-id-twice": NN_(
        "{names} has a number that somebody else has. It was left out. Write the right one.",
        "{names} have a number that somebody else has. It was left out. Write the right ones.",
    ),
    "roster-no-id": NN_(
        "{names} has no school number. Exports will look for the name.",
        "{n} students have no school number ({names}). Exports will look for their names.",
    ),
    "roster-name-twice": NN_(
        "Several students are called {names}. They got a number; write what tells them apart in its place.",
        "Several students share a name ({names}). They got numbers; write what tells them apart in their place.",
    ),
    "oneroster-missing": NN_(
        "The export has no {name}. What that file would say was not looked at: look the list over.",
        "The export has no {name}. What that file would say was not looked at: look the list over.",
    ),
    "oneroster-id-empty": NN_(
        "{n} line of {name} has no id and was left out.", "{n} lines of {name} have no id and were left out."
    ),
    "oneroster-id-twice": NN_(
        "{n} line of {name} repeats the id of another. The first was taken.",
        "{n} lines of {name} repeat the id of another. The first were taken.",
    ),
    "oneroster-id-foreign": NN_(
        "{n} line of {name} speaks of somebody, or of a class, that the export does not have. It was left out.",
        "{n} lines of {name} speak of somebody, or of a class, that the export does not have. They were left out.",
    ),
}
ROSTER_REMARKS = frozenset(_REMARKS)


def say_roster_remark(code: str, params: Iterable[tuple[str, str | int]] | Mapping[str, str | int]) -> str:
    """What there is to say about how a list was read, with what to do."""
    said = dict(params)
    n = said.get("n", 1)
    one, many = _REMARKS[code]
    return ngettext(one, many, n if isinstance(n, int) else 1).format(**said)


def say_column(kind: str) -> str:
    return _(COLUMNS[kind])
