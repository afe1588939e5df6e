"""What is said about marks that were filled into somebody else's file."""

from collections.abc import Iterable

from claimlight.wording import NN_, ngettext

_REMARKS: dict[str, tuple[str, str]] = {
    "export-by-name": NN_(
        "{names} was found by name, not by a number. Look at that row.",
        "{n} students were found by name, not by a number: {names}. Look at those rows.",
    ),
    "export-several": NN_(
        "{names} could be several people in the file. Nothing was written there: give the class list numbers.",
        "{names} could be several people in the file. Nothing was written there: give the class list numbers.",
    ),
    "export-not-in-file": NN_(
        "{names} is not in the file. Write the mark by hand, or correct name or number on the class list.",
        "{names} are not in the file. Write their marks by hand, or correct names or numbers on the class list.",
    ),
    "export-strangers": NN_(
        "{names} handed in but is not on the class list. Say who that is in the class’s table, then export again.",
        "{names} handed in but are not on the class list. Say who they are in the class’s table, then export again.",
    ),
    "export-no-id": NN_(
        "{names} has no school number. Moodle may not know who that is: give the class list numbers.",
        "{names} have no school number. Moodle may not know who they are: give the class list numbers.",
    ),
    "canvas-new-column": NN_(
        "The file has no assignment “{names}”. There is a new column for it; Canvas asks about it when you import.",
        "The file has no assignment “{names}”. There is a new column for it; Canvas asks about it when you import.",
    ),
    "canvas-changed": NN_(
        "{names} had another mark there before.", "{n} students had another mark there before: {names}."
    ),
    "moodle-shut": NN_(
        "Moodle lets nobody change the mark of {names}. It was left as it was.",
        "Moodle lets nobody change the marks of {names}. They were left as they were.",
    ),
}
EXPORT_REMARKS = frozenset(_REMARKS)


def say_export_remark(code: str, params: Iterable[tuple[str, str | int]]) -> str:
    """The sentence, with what to do."""
    said = dict(params)
    one, many = _REMARKS[code]
    n = said["n"]
    return ngettext(one, many, n if isinstance(n, int) else 1).format(**said)
