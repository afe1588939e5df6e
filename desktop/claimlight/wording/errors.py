"""Say a failure in one sentence: what happened, that the work is safe, what to do."""

from claimlight.core.errors import ClaimlightError
from claimlight.wording import _
from claimlight.wording.key_errors import KEY_ERRORS
from claimlight.wording.lesson_errors import LESSON_ERRORS
from claimlight.wording.store_errors import STORE_ERRORS
from claimlight.wording.work_errors import WORK_ERRORS

_SENTENCES = {**LESSON_ERRORS, **KEY_ERRORS, **WORK_ERRORS, **STORE_ERRORS}


def say(error: ClaimlightError) -> str:
    """The sentence for `error`. Every code has one; a test walks them all."""
    return _(_SENTENCES[error.code]).format(**error.params)
