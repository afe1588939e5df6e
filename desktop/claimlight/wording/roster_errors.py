"""Sentences for class lists that cannot be read, by code."""

from claimlight.wording import N_

ROSTER_ERRORS: dict[str, str] = {
    "roster-empty": N_("{file} holds no names. Write one name a line, or choose another file."),
    "roster-without-names": N_("There is no name in these columns. Say which column holds the names."),
    "roster-too-long": N_("There are more than {most} lines here. Choose the list of one class."),
    "roster-no-table": N_("{file} is no list that can be read. Save it as CSV in your spreadsheet, then choose that."),
    "roster-is-a-document": N_(
        "{file} is a document of another program. Save the list as CSV there, or copy the names and paste them."
    ),
    "oneroster-without-users": N_(
        "{file} has no users.csv, so it is no OneRoster export. Export again with users, classes and enrollments."
    ),
    "oneroster-without-column": N_(
        "{file} has no column {column}, so it is no file of OneRoster. Export again, or choose a simple list."
    ),
    "oneroster-nobody": N_("No class in {file} has students in it. Export again with users, classes and enrollments."),
    "roster-which-class": N_("{file} holds several classes: {titles}. Say which one."),
    "roster-no-such-class": N_("{file} holds no class “{title}”. There are: {titles}."),
}
