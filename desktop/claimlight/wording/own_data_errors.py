"""Sentences for what can go wrong when people take their work along or have it deleted, by code."""

from claimlight.wording import N_

OWN_DATA_ERRORS: dict[str, str] = {
    "no-work-here": N_(
        "There is no work in “{folder}”. Nothing was changed. Say with --data-dir where it is, or leave that out."
    ),
    "no-classes-here": N_("There are no classes in “{folder}”. Nothing was changed."),
    "inside-the-data-folder": N_(
        "“{file}” would be in the folder of the work itself. Nothing was written. Choose a place outside “{folder}”."
    ),
    "person-unknown": N_("Nobody called “{name}” works here. Nothing was changed. Those who do: {people}."),
    "person-twice": N_(
        "More than one person here is called “{name}”. Nothing was changed. Say which one by the letters and numbers "
        "after the name: {people}."
    ),
    "student-unknown": N_("Nobody called “{name}” is in “{group}”. Nothing was changed. Those who are: {names}."),
    "forget-student-not-confirmed": N_(
        "This would delete {name} from “{group}” with all they handed in, here and in every backup, for good. Nothing "
        "was changed. Add --yes to do it."
    ),
    "end-not-confirmed": N_(
        "This would delete the class “{name}” with all its names, works and marks, here and in every backup, for good. "
        "Nothing was changed. Export what you need, then add --yes to do it."
    ),
    "end-without-copy": N_(
        "Say with --copy FILE where a copy of all classes goes before “{name}” is deleted, or with --no-copy that none "
        "is to be kept. Nothing was changed."
    ),
    "copy-not-the-same": N_(
        "The copy “{file}” was brought back to try it and was not the same. Nothing was deleted. Choose another place."
    ),
    "class-is-here": N_("The class “{name}” is here already. Nothing was changed."),
    "copy-of-another-teacher": N_(
        "“{name}” in “{file}” belongs to another teacher, or to your keys of before. Nothing was changed. Bring your "
        "keys back first, with your recovery page."
    ),
    "forget-not-confirmed": N_(
        "This would delete {name} and all their work, here and in every backup, for good. Nothing was changed. "
        "Add --yes to do it."
    ),
}
