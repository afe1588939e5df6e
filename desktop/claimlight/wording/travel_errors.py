"""Sentences for what can go wrong with files that travel between teacher and students, by code."""

from claimlight.wording import N_

TRAVEL_ERRORS: dict[str, str] = {
    # Lessons whose answers are held back
    "answers-unreadable": N_("The answers in {file} cannot be read. Ask for the lesson again from whoever made it."),
    "answers-other-key": N_("This does not open the answers to this lesson. Ask your teacher for the right one."),
    "answers-not-by-words": N_("There are no words that open the answers to “{lesson}”. Ask your teacher."),
    "homework-unknown": N_("No homework called “{name}” was opened here. Those that were: {known}."),
    "answers-of-another-lesson": N_("These answers belong to another lesson. Ask your teacher for the right file."),
    "lesson-without-licence": N_("{file}: “licence” is empty. Say how the lesson may be used, then give it out."),
    "lesson-without-answers": N_("{file}: this lesson has no answers to hold back. Mark them first."),
    # Files that travel
    "travel-not-ours": N_("{file} is no file of this kind, or it is damaged. Ask for it again from whoever sent it."),
    "travel-newer": N_("{file} was made by a newer Claimlight. Update Claimlight to open it."),
    "travel-changed": N_("{file} is not as it was made. It was not used. Ask for it again from whoever sent it."),
    "travel-too-big": N_("{file} is larger than any work can be. It was not opened."),
    "travel-unreadable": N_("{file} cannot be read ({reason}). Put the stick in again, or ask for the file again."),
    "travel-not-for-you": N_("{file} was closed for somebody else. It was not opened."),
    "class-other-teacher": N_(
        "{file} names the class “{name}”, but comes from a different computer than before. It was not used. "
        "Ask your teacher."
    ),
    "class-key-unusable": N_("{file} holds a key that nothing can be closed with. Ask your teacher for another file."),
    "class-unknown": N_("There is no class “{name}” here. Those there are: {known}."),
    "class-there": N_("There is a class “{name}” already. Choose another name."),
    "name-there": N_("There is a “{name}” in this class already. Choose another name."),
    "person-not-in-class": N_("Take in your class file first. Your teacher has it."),
    "not-finished": N_("This work is not finished, so it cannot be handed in yet. It is safe."),
    "work-of-another-class": N_("{file} belongs to another class."),
    "work-of-unknown-lesson": N_(
        "{file} is work on a lesson, or a version of it, that was not given out from here. Give that lesson out again, "
        "then collect once more."
    ),
    "work-of-another-text": N_("{file} marks words that are not in the lesson. It was set aside."),
    "work-other-computer": N_(
        "{file} says it is from {name}, but comes from another computer than {name}’s work before. It was set aside."
    ),
    "work-replayed": N_("{file} repeats a work that came before, under another name. It was set aside."),
    "marks-without-lesson": N_("These marks are for “{title}”. Open that lesson here once, then open the marks again."),
    "said-elsewhere": N_("Nothing is kept of this page here. Say it on the computer where you worked."),
    "work-is-for-teacher": N_("{file} is work that was handed in. Only your teacher can open it."),
    "slip-forged": N_("{file} is no sign from your teacher. It was not used."),
    "marks-forged": N_("{file} does not come from your teacher. It was not used."),
    "drop-folder-gone": N_("The folder is not there any more. Your work is safe. Put the stick in again."),
    "drop-folder-full": N_("There is no room left in “{folder}”. Your work is safe here. Ask your teacher."),
    "drop-folder-refuses": N_(
        "Nothing can be written to “{folder}” ({reason}). Your work is safe here. Ask your teacher."
    ),
    "drop-not-read-back": N_("The copy in “{folder}” is not as it was written. Your work is safe here. Try again."),
    "no-marks-in-key": N_("There are no answers in {file}. Choose a key, or a lesson file with answers."),
    "no-results": N_(
        "Nothing is known of this lesson’s answers, so there are no results of it. Give the lesson out anew."
    ),
    "no-drop-folder": N_("“{folder}” is not prepared for handing in. Prepare it first, or choose another folder."),
}
