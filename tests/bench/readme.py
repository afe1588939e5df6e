"""Put the benchmark's table into the README, between its two marks."""

import os
from collections.abc import Sequence
from pathlib import Path

from bench.table import Row, render

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"


def write_into_readme(rows: Sequence[Row], readme: Path = README) -> None:
    """Replace what stands between the marks. Raises ValueError where they are not there."""
    readme.write_text(with_table(readme.read_text(encoding="utf-8"), rows), encoding="utf-8")


def with_table(text: str, rows: Sequence[Row]) -> str:
    """`text` with the table of `rows`, without a date, so that only what changed shows as changed."""
    before, begin, rest = text.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the README lacks {BEGIN} or {END}")
    table = render(rows, figures=2)
    return f"{before}{BEGIN}\n\n{_machine()}\n\n{table}\n\n{END}{after}"


def _machine() -> str:
    return (
        f"Medians on a machine with {os.cpu_count()} cores, offscreen; each floor is the least that Python, Qt and "
        "SQLite need for the same, measured in turns with ours. `python3 dev.py bench` measures anew."
    )
