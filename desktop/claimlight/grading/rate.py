"""What a mark where nothing belongs costs; fixed when a lesson is built, so that later answers do not change it."""

from fractions import Fraction


def penalty_rate(sentences: int, required: int) -> Fraction:
    """One half or one quarter of a mean weight, from the numbers of sentences with words and of required answers.

    Where answers are dense, a mark made blindly often hits: there it costs a half.
    """
    dense = sentences <= required or 8 * required >= 3 * (sentences - required)
    return Fraction(1, 2) if dense else Fraction(1, 4)
