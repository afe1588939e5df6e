"""The page that a teacher prints and keeps: the words from which their keys can be made again."""

from claimlight.files.html import Html, element
from claimlight.wording import _

NAME = "claimlight-recovery-page"
"""What the file is called, without its ending."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
body { font: 12pt/1.5 Georgia, serif; color: #000; background: #fff; max-width: 40em; margin: 2em auto; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 .6em; }
h2 { font-size: 13pt; margin: 1.4em 0 .3em; }
ol { columns: 2; padding-left: 2.2em; font: 15pt/1.8 "Courier New", monospace; }
"""


def recovery_html(words: str, mark: str, made: str, language: str = "en", direction: str = "ltr") -> str:
    """One page of HTML that needs nothing else. `words` are the secret, `mark` names the teacher's keys to others.

    `made` is the day on which it was made, `language` the one that sentences are said in now.
    """
    return (
        "<!DOCTYPE html>\n"
        + element("html", _head(), element("body", recovery_body(words, mark, made)), lang=language, dir=direction)
        + "\n"
    )


def recovery_body(words: str, mark: str, made: str) -> Html:
    """What stands on the page, for a file or for the printer."""
    # The list of words is English in every language, and read from left to right.
    listed = element("ol", *(element("li", word) for word in words.split()), lang="en", dir="ltr")
    return element(
        "main",
        element("h1", _("Recovery page of a teacher")),
        element("p", _("Whoever has these words has your keys. Keep this page where you keep your marks, on paper.")),
        element("h2", _("The words, in their order")),
        listed,
        element("h2", _("When you need them")),
        element("p", _("When you have forgotten your passphrase, or when your computer is gone.")),
        element("h2", _("What to do")),
        element(
            "p",
            _(
                "Open Claimlight on any computer and make a class. When you are asked whether others use the computer, "
                "or for your passphrase, choose “I have a recovery page” and type the words. On the command line, "
                "write “claimlight restore-keys”."
            ),
        ),
        element("h2", _("What comes back")),
        element(
            "p",
            _(
                "You are the same teacher for your students: what they hand in opens, and marks from you are taken. "
                "Classes, lessons and work come back only from a copy that you made (“claimlight backup --classes”)."
            ),
        ),
        element("p", _("Your mark, which students see with your lessons: {mark}").format(mark=mark)),
        element("p", _("Made on {date}").format(date=made)),
    )


def _head() -> Html:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", _("Recovery page of a teacher")),
        element("style", Html(_STYLE)),
    )
