"""How sure we may be that a student masters a label: a Beta distribution over what the items of that label earned."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import exp, lgamma, log, log1p

from claimlight.grading.receipt import Grade

LEVEL = 0.8
"""The share of credit that counts as mastery, and how sure we want to be of it."""

BAND = (1 - LEVEL, LEVEL)
"""The quantiles between which the share lies with three chances in five; `secure` is a band wholly above LEVEL."""

_CLOSE = 1e-14
_TINY = 1e-300


@dataclass(frozen=True, slots=True)
class Mastery:
    """One label: Beta(1 + credit, 1 + n - credit) over `n` required items that earned `credit` together."""

    label: str
    n: int
    credit: Fraction
    probability: float
    """That the student's true share of credit is above 0.8."""

    @property
    def secure(self) -> bool:
        return self.probability >= LEVEL

    @property
    def guess(self) -> float:
        """The share of credit to expect: the distribution's mean."""
        return float((1 + self.credit) / (2 + self.n))

    @property
    def band(self) -> tuple[float, float]:
        """Where the true share of credit probably lies: the quantiles BAND."""
        a, b = float(1 + self.credit), float(1 + self.n - self.credit)
        low, high = (beta_quantile(share, a, b) for share in BAND)
        return low, high


def mastery(grades: Iterable[Grade]) -> tuple[Mastery, ...]:
    """A student's mastery of each label that was asked for, over one lesson or several; by label."""
    credits: dict[str, list[Fraction]] = {}
    for grade in grades:
        for verdict in grade.items:
            if not verdict.optional:
                credits.setdefault(verdict.label, []).append(verdict.credit)
    return tuple(_mastery(label, found) for label, found in sorted(credits.items()))


def _mastery(label: str, credits: list[Fraction]) -> Mastery:
    earned = sum(credits, Fraction(0))
    above = 1 - incomplete_beta(LEVEL, float(1 + earned), float(1 + len(credits) - earned))
    return Mastery(label, len(credits), earned, above)


def incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function: P(θ ≤ x) for θ ~ Beta(a, b), a and b above 0, x from 0 to 1.

    By its continued fraction, evaluated as Lentz does (Numerical Recipes, 6.4), on the side where it converges fast.
    """
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def beta_quantile(share: float, a: float, b: float) -> float:
    """The x below which `share` of Beta(a, b) lies, by halving, to nine places."""
    low, high = 0.0, 1.0
    while high - low > 1e-10:
        middle = (low + high) / 2
        if incomplete_beta(middle, a, b) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    value = d
    m, change = 0, 0.0
    while abs(change - 1) > _CLOSE:
        m += 1
        before = value
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _not_zero(1 + term * d)
            c = _not_zero(1 + term / c)
            value *= c * d
        change = value / before
    return value


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
