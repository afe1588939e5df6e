"""Sentences for what can go wrong with a teacher's or a school's keys, by code."""

from claimlight.wording import N_

TEACHER_KEY_ERRORS: dict[str, str] = {
    "keys-locked": N_("Your classes are locked. Nothing was changed. Give your passphrase, then try again."),
    "passphrase-wrong": N_(
        "This is not the passphrase. Nothing was changed. Try again; if you forgot it, the words on your recovery page "
        "open your classes, too."
    ),
    "passphrase-too-short": N_(
        "A passphrase needs at least {least} letters. Nothing was changed. Four or five words are easy to remember and "
        "hard to guess."
    ),
    "passphrase-needed": N_(
        "A passphrase is needed here. Nothing was changed. Type it when you are asked, or say with --passphrase-file "
        "which file it is in."
    ),
    "passphrase-not-there": N_("There is no passphrase to take away or to change: your classes are not locked."),
    "passphrase-no-memory": N_(
        "This computer has too little free memory to use a passphrase. Nothing was changed. Close other programs, then "
        "try again."
    ),
    "keys-unreadable": N_("{file} holds no keys, or it is damaged. Nothing was changed. Ask for the file again."),
    "recovery-word-unknown": N_(
        "“{word}” is none of the words on a recovery page. Nothing was changed. Look at the page again: all words are "
        "English and written in full."
    ),
    "recovery-words-count": N_(
        "These are {n} words; a recovery page has {expected}. Nothing was changed. Type all of them, in their order."
    ),
    "recovery-words-wrong": N_(
        "One of these words is wrong, or two have changed places. Nothing was changed. Compare them with the page, "
        "one by one."
    ),
    "keys-other-teacher": N_(
        "These words belong to another teacher than the classes here. Nothing was changed. Use them on a computer "
        "that has no classes yet."
    ),
    "class-of-other-keys": N_(
        "The class “{name}” was made with other keys than yours. Nothing was changed. Use the keys of its teacher, "
        "or the school key."
    ),
    "school-key-not-in-class": N_(
        "The class “{name}” was not made with this school key, so it opens none of its work. Ask the school for the "
        "right key."
    ),
}
