"""Sentences for what can go wrong with a lesson, by code: what is wrong, where, and what to do."""

from claimlight.wording import N_

LESSON_ERRORS: dict[str, str] = {
    # Files
    "file-missing": N_("{file} is missing in {folder}. Put it there, or choose another folder."),
    "member-missing": N_("{file} is missing in this lesson. Ask for the lesson again from whoever made it."),
    "file-unreadable": N_("{file} cannot be read ({reason}). Check that it is a file and that you may read it."),
    "file-not-written": N_("{file} could not be written ({reason}). What was there before is unchanged."),
    "pack-incomplete": N_("{file}: “{field}” is empty. A lesson that travels says who made it and how it may be used."),
    "file-too-big": N_("{file} is larger than {limit} MB, too large for a lesson. Use a shorter article."),
    "not-utf8": N_(
        "{file} is not plain text in UTF-8 (line {line}). Save it as UTF-8 text in an editor and try again."
    ),
    "not-text": N_("{file} is not a text file. Save the article as plain text or Markdown and try again."),
    "broken-json": N_("{file} is not valid JSON (line {line}, column {column}). Correct it there."),
    "not-an-object": N_(
        "{file} does not hold a JSON object. Choose a file that Claimlight or its format’s rules made."
    ),
    "broken-toml": N_("{file} is not valid TOML: {reason}. Correct it there."),
    "float-number": N_("{file}: {number} is not exact. Write it as text instead, such as “3/5” or “0.6”."),
    # The course
    "course-format": N_("{file} is in format {format}, which this Claimlight does not know. Write “format = 1”."),
    "course-lesson-twice": N_("{file}: {lesson} stands there twice. Name each lesson once."),
    # Fields
    "field-missing": N_("{file}: “{field}” is missing. Add it."),
    "field-not-text": N_("{file}: “{field}” must be text in quotation marks."),
    "field-not-whole": N_("{file}: “{field}” must be a whole number."),
    "field-not-yes-no": N_("{file}: “{field}” must be true or false."),
    "field-not-texts": N_("{file}: “{field}” must be a list of texts in quotation marks."),
    "field-not-list": N_("{file}: “{field}” must be a list."),
    "field-not-pairs": N_("{file}: “{field}” must be a list of pairs of texts."),
    "field-not-rational": N_("{file}: “{field}” must be a number as text, such as “1”, “3/5” or “0.6”."),
    "field-not-table": N_("{file}: “{field}” must be a table of named values."),
    "field-not-tables": N_("{file}: “{field}” must be a list of tables."),
    "field-not-one-of": N_("{file}: “{field}” cannot be “{value}”. Choose from: {allowed}."),
    "field-too-small": N_("{file}: “{field}” must be {least} or more."),
    # The lesson's sheet
    "lesson-format": N_("{file} is of format {format}, which this Claimlight does not know. Update Claimlight."),
    "bad-id": N_("{file}: the id “{value}” is not a UUID. “claimlight import” makes one for each new lesson."),
    "bad-slug": N_("{file}: the slug “{value}” may hold only a to z, 0 to 9 and single hyphens."),
    "bad-text-name": N_("{file}: the text name “{value}” may hold only a to z, 0 to 9 and hyphens."),
    "bad-texts": N_("{file}: “texts” must name at least one text, each once, and none “lesson”."),
    "unknown-codebook": N_("{file}: there is no label guide “{codebook}”. Use “news-basics”, or add a codebook.toml."),
    "unknown-lesson-label": N_("{file}: the label guide has no label “{label}”. It has: {known}."),
    # The label guide
    "codebook-without-labels": N_("{file} has no labels. Add at least one."),
    "codebook-unknown-label": N_(
        "{file} speaks of a label “{label}” that it does not have. Add it or correct the name."
    ),
    "label-twice": N_("{file} has two labels “{label}”. Rename one."),
    "unknown-line": N_("{file}, label {label}: “{line}” is no line style. Choose from: solid, dashed, dotted."),
    # The text
    "article-too-deep": N_("The article nests lists or quotations too deeply to be read. Make it flatter."),
    "text-not-built": N_("{file} is missing. Run “claimlight build” on the lesson to make it from {source}."),
    "text-format": N_(
        "{file} is of format {format}, which this Claimlight does not know. Run “claimlight build” again."
    ),
    "text-damaged": N_("{file} is damaged. Run “claimlight build” on the lesson to make it anew."),
    "text-changed": N_("{file} was changed by hand. Run “claimlight build” on the lesson to make it anew."),
    # The answers
    "key-format": N_("{file} is of format {format}, which this Claimlight does not know. Update Claimlight."),
    "key-not-a-page": N_("{file} is not a page of answers: “items” must be a list of annotations."),
    "bad-rate": N_("{file}: “rate” is “{rate}”. It must be “1/2” or “1/4”; leave it out and build the lesson again."),
    "label-not-trained": N_("{file}, item {item}: the lesson does not train the label “{label}”. Add it to “labels”."),
    "bad-alternative": N_("{file}, item {item}: each of “alternatives” must be a table with a selector."),
    "target-missing": N_("{file}, item {item}: it does not say which words are meant. Add a selector."),
    "bad-joint": N_("{file}, item {item}: a broken answer has two or three parts, not {count}."),
    "joint-not-target": N_("{file}, item {item}: the answer must run from the first part of “joint” to the last."),
    "unknown-link": N_("{file}, item {item}: there is no link “{link}”. The label guide has: {known}."),
    "link-to-nothing": N_("{file}, item {item}: it {link} “{other}”, which is no item here. Correct the id."),
    "bad-link-ends": N_("{file}, item {item}: the label guide does not let it be linked by “{link}” to item {other}."),
    "unknown-attribute": N_("{file}, item {item}: there is no attribute “{attribute}”. The label guide has: {known}."),
    "bad-attribute-value": N_("{file}, item {item}: “{attribute}” cannot be “{value}”. Choose from: {known}."),
    # Where words are
    "bad-selector": N_("{file}, item {item}: a selector must be words in quotation marks, or a position and a quote."),
    "bad-position": N_("{file}, item {item}: the position from {start} to {end} is none. It must go forward from 0."),
    "position-outside": N_("{file}, item {item}: the position from {start} to {end} is beyond the end of the text."),
    "quote-empty": N_("{file}, item {item}: a quote is empty. Write the words that are meant."),
    "quote-not-found": N_("{file}, item {item}: the quote “{quote}” is not in the article. Copy the words exactly."),
    "quote-ambiguous": N_(
        "{file}, item {item}: the quote “{quote}” is there {count} times. Add the words before it as “prefix”, "
        "or quote more."
    ),
    # A lesson in one file
    "not-a-bundle": N_("{file} is not a lesson file, or it is damaged. Ask for it again from whoever sent it."),
    "bundle-too-big": N_("{file} holds more than a lesson can. It was not opened. Ask whoever sent it what it is."),
    "bundle-bad-member": N_("{file} holds “{member}”, which belongs in no lesson. It was not opened."),
    "bundle-member-twice": N_("{file} holds “{member}” twice. It was not opened. Ask for it again."),
    "bundle-format": N_("{file} was made by a newer Claimlight. Update Claimlight to open it."),
    "bundle-changed": N_("{file} is not as it was packed. Ask for it again from whoever sent it."),
    "not-a-lesson-folder": N_("{file} is no lesson. Choose a folder with a lesson.toml, or a folder of lessons."),
    "not-a-lesson": N_("{file} is no lesson. Choose a .claimlesson file or a folder with a lesson.toml."),
    # Importing
    "folder-not-empty": N_("{folder} already holds something. Choose a new or empty folder; nothing was changed."),
    "article-missing": N_("{file}: there is no such file. Check the name."),
    "article-empty": N_("{file} holds no words. Choose another file."),
    "document-too-long": N_(
        "{file} is larger than {limit} MB. Save a copy without its pictures, or copy the article and paste it."
    ),
    "document-too-big": N_(
        "{file} would unpack to more than an article can be. It was not read. Copy the article and paste it."
    ),
    "document-bad-member": N_(
        "{file} holds “{member}”, a name that no document has. It was not read. Save it anew, or paste the article."
    ),
    "document-damaged": N_(
        "{file} is damaged, or not what its name says. Open it in the program it comes from and save it anew, "
        "or copy the article and paste it."
    ),
    "document-locked": N_(
        "{file} is protected by a password. Open it with the password and save a copy without it, "
        "or copy the article and paste it."
    ),
    "document-old": N_(
        "{file} is an old or protected Office document. Open it and save it as .docx without a password, "
        "or copy the article and paste it."
    ),
    "document-unknown": N_(
        "{file} is no document that can be read here. Use .docx, .odt, .epub, .pdf, .rtf, a saved web page or text."
    ),
    "pdf-scanned": N_(
        "{file} holds pictures of pages, no words. Look for the article as a web page, or have the words recognised "
        "(OCR) and paste them."
    ),
    "page-without-article": N_(
        "{file} holds no article: the page fetches it when it is shown. Open the page in a browser, select the "
        "article, copy it and paste it here."
    ),
    "reading-cancelled": N_("Reading {file} was stopped. Nothing was changed."),
    "reading-crashed": N_(
        "{file} could not be read: the reader stopped. Nothing was changed. Copy the article and paste it."
    ),
    "reading-too-slow": N_(
        "{file} took longer than {seconds} seconds to read, and reading was stopped. Copy the article and paste it."
    ),
    "reading-too-large": N_(
        "{file} needs more memory than an article may. Reading was stopped. Copy the article and paste it."
    ),
}
