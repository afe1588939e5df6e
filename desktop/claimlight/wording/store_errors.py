"""Sentences for what can go wrong with a store, by code."""

from claimlight.wording import N_

STORE_ERRORS: dict[str, str] = {
    "data-folder-in-use": N_(
        "Claimlight is already open with the work in “{folder}”. Nothing was changed. "
        "Use the window that is open, or close it and try again."
    ),
    "data-folder-is-a-file": N_(
        "“{folder}” cannot hold your work, because a file is in its place. Nothing was changed. "
        "Choose another folder, or move that file away."
    ),
    "data-folder-read-only": N_(
        "Nothing can be saved in “{folder}”. Your earlier work is safe and can be read, but new marks cannot be made. "
        "Ask for permission to write there, or choose another folder."
    ),
    "data-folder-without-locks": N_(
        "“{folder}” is on a shared disk where two programs could spoil each other’s work. Your earlier work is safe "
        "and can be read, but new marks cannot be made. Choose a folder on this computer."
    ),
    "data-folder-on-network": N_(
        "Your work is kept on a shared disk, in “{folder}”. It is saved as usual, only more slowly. "
        "Do not open it from two computers at once."
    ),
    "review-plan-damaged": N_(
        "A part of your review plan could not be read. That part begins anew; all your work is safe."
    ),
    "workbook-read-only": N_(
        "The file “{file}” cannot be written. Your earlier work is safe and can be read, but new marks cannot be made. "
        "Ask for permission to change this file."
    ),
    "workbook-unreachable": N_(
        "The file “{file}” could not be opened. Nothing was changed. Check that its disk is there, then try again."
    ),
    "workbook-busy": N_(
        "Another program is using “{file}”, so this was not saved. Everything before it is safe. "
        "Close that program and try again."
    ),
    "workbook-newer": N_(
        "Your work in “{file}” was saved by a newer Claimlight, and this one would not understand all of it. "
        "Nothing was changed. Open it with the newer Claimlight."
    ),
    "workbook-foreign": N_(
        "“{file}” belongs to another program, so Claimlight cannot keep your work there. The file was not touched. "
        "Move it away, or choose another folder."
    ),
    "workbook-damaged": N_(
        "Your saved work could not be read. The damaged file is kept as “{set_aside}” and nothing was overwritten. "
        "You can go back to the copy of {date}, or begin anew."
    ),
    "workbook-damaged-no-backup": N_(
        "Your saved work could not be read, and there is no copy of it yet. The damaged file is kept as “{set_aside}” "
        "and nothing was overwritten. You can begin anew."
    ),
    "workbook-missing": N_(
        "Your saved work “{file}” is not there any more, but there is a copy of it. "
        "You can go back to the copy of {date}, or begin anew."
    ),
    "beside-not-written": N_(
        "Nothing can be written to “{folder}”, so your work cannot be kept there. Nothing was changed. "
        "Unpack the program somewhere else."
    ),
    "stick-has-work": N_(
        "“{folder}” is there already and may hold somebody’s work. Nothing was changed. Choose another place."
    ),
    "stick-not-written": N_(
        "Your work could not be copied to “{folder}”. It is safe where it was. "
        "Check that the stick is in and has free space, or choose another one."
    ),
    "workbook-empty": N_(
        "The file that holds the work was empty and there was no copy of it, so it is kept as “{set_aside}” and a new "
        "one was begun."
    ),
    "file-damaged": N_(
        "“{file}” is damaged, so this could not be done. Nothing was overwritten. "
        "Close Claimlight and open it again: it will offer the latest copy of your work."
    ),
    "disk-full": N_(
        "The disk is full, so this was not saved in “{file}”. Everything before it is safe. "
        "Free some space and try again."
    ),
    "disk-failed": N_(
        "The disk did not answer, so this was not saved in “{file}”. Everything before it is safe. "
        "Check that the disk is there, then try again."
    ),
    "backup-failed": N_(
        "Today’s copy of your work could not be made in “{folder}”. Your work itself is safe. "
        "Check that the disk has free space."
    ),
    "backup-not-restored": N_(
        "The copy “{file}” could not be brought back. It is safe where it is, and nothing was overwritten. "
        "Check that the disk has free space, then try again."
    ),
    "no-backup": N_("There is no copy of your work in “{folder}” yet. Nothing was changed. You can begin anew."),
    "file-is-there": N_("“{file}” is there already. It was not touched. Choose another name."),
    "copy-not-written": N_(
        "“{file}” could not be written. Your work itself is safe. Check that the folder is there and has free space."
    ),
    "copy-not-there": N_("There is no file “{file}”. Nothing was changed. Check the name."),
    "copy-damaged": N_(
        "“{file}” is damaged or no copy of anybody’s work. Nothing was changed. Choose another copy; "
        "earlier ones are in the folder “backups” beside the work."
    ),
    "copy-newer": N_(
        "“{file}” was saved by a newer Claimlight, and this one would not understand all of it. Nothing was changed. "
        "Bring it back with the newer Claimlight."
    ),
    "copy-foreign": N_("“{file}” belongs to another program. Nothing was changed. Choose a copy that Claimlight made."),
    "attempt-closed": N_(
        "This work is finished, so the page cannot be changed any more. It is safe. "
        "Start again to work on an empty page."
    ),
    "settings-not-saved": N_(
        "The settings could not be saved in “{file}”. Your work is safe. Check that the disk has free space."
    ),
}
