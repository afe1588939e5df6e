"""Sentences for what can go wrong with a piece of work, by code."""

from claimlight.wording.exchange_errors import EXCHANGE_ERRORS
from claimlight.wording.export_errors import EXPORT_ERRORS
from claimlight.wording.highlight_errors import HIGHLIGHT_ERRORS
from claimlight.wording.own_data_errors import OWN_DATA_ERRORS
from claimlight.wording.roster_errors import ROSTER_ERRORS
from claimlight.wording.teacher_key_errors import TEACHER_KEY_ERRORS
from claimlight.wording.travel_errors import TRAVEL_ERRORS

WORK_ERRORS: dict[str, str] = {
    **HIGHLIGHT_ERRORS,
    **EXCHANGE_ERRORS,
    **OWN_DATA_ERRORS,
    **TRAVEL_ERRORS,
    **TEACHER_KEY_ERRORS,
    **ROSTER_ERRORS,
    **EXPORT_ERRORS,
}
