"""*I see it differently*: what the student says against a verdict, one sentence each."""

from collections.abc import Callable

from claimlight.core.attempt import MOST_IN_CHALLENGE, Attempt, Challenge
from claimlight.core.errors import ClaimlightError
from claimlight.session.work_kept import WorkKept


class Objections:
    """Those of one attempt. A sentence that the disk refuses changes nothing and is told to `failed`."""

    def __init__(self, workbook: WorkKept, attempt: Attempt, failed: Callable[[ClaimlightError], object]) -> None:
        self._workbook = workbook
        self._attempt = attempt
        self._failed = failed

    def about(self, *, item: str = "", highlight: str = "") -> str:
        """What was said about a verdict; "" for nothing."""
        said = self._workbook.challenges(self._attempt)
        return next((each.words for each in said if (each.item, each.highlight) == (item, highlight)), "")

    def say(self, words: str, *, item: str = "", highlight: str = "") -> Challenge | None:
        """Keep a sentence, in one line and no longer than it may be; None where it is empty or could not be kept."""
        sentence = " ".join(words.split())[:MOST_IN_CHALLENGE].rstrip()
        if not sentence:
            return None
        try:
            return self._workbook.challenge(self._attempt, sentence, item=item, highlight=highlight)
        except ClaimlightError as error:
            self._failed(error)
            return None

    def withdraw(self, *, item: str = "", highlight: str = "") -> bool:
        try:
            self._workbook.withdraw_challenge(self._attempt, item=item, highlight=highlight)
        except ClaimlightError as error:
            self._failed(error)
            return False
        return True
