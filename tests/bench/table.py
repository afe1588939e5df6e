"""The table of the benchmark: what was measured, ours, the floor measured in the same run, the ratio, the budget."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing, in `unit`. A budget is a greatest `ratio` to the floor, or a greatest value (`limit`)."""

    what: str
    ours: float
    unit: str
    floor: float | None = None
    max_ratio: float | None = None
    limit: float | None = None

    @property
    def ratio(self) -> float | None:
        return None if self.floor is None else self.ours / self.floor

    @property
    def ok(self) -> bool:
        """Whether every budget that the row has is kept; a ratio without its floor is not."""
        keeps_limit = self.limit is None or self.ours <= self.limit
        keeps_ratio = self.max_ratio is None or (self.ratio is not None and self.ratio <= self.max_ratio)
        return keeps_limit and keeps_ratio

    @property
    def budget(self) -> str:
        parts = (
            "" if self.max_ratio is None else f"≤ {self.max_ratio:g} ×",
            "" if self.limit is None else f"≤ {self.limit:g} {self.unit}",
        )
        return ", ".join(filter(None, parts))


def render(rows: Iterable[Row], figures: int = 3) -> str:
    """A Markdown table; its values have so many significant figures: the rest is noise."""
    head = ("what", "ours", "floor", "ratio", "budget", "kept")
    cells = [head, *(_cells(row, figures) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(head))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in cells
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def _cells(row: Row, figures: int) -> tuple[str, ...]:
    return (
        row.what,
        _number(row.ours, row.unit, figures),
        "" if row.floor is None else _number(row.floor, row.unit, figures),
        "" if row.ratio is None else f"{row.ratio:.2f} ×",
        row.budget,
        "yes" if row.ok else "NO",
    )


def _number(value: float, unit: str, figures: int) -> str:
    digits = figures - len(str(int(abs(value)))) if abs(value) >= 1 else figures - 1
    return f"{round(value, digits):.{max(0, digits)}f} {unit}"
