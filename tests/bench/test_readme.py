"""The benchmark's table stands between its marks in the README, whatever stood there before."""

from pathlib import Path

import pytest

from bench.readme import BEGIN, END, with_table, write_into_readme
from bench.table import Row

ROWS = (Row("paint", 123.4, "ms", 101.6, max_ratio=1.3), Row("frame", 4.567, "ms", limit=16))


def test_the_table_takes_the_place_of_the_one_before() -> None:
    once = with_table(f"# Title\n{BEGIN}\nan old table\n{END}\nThe end.\n", ROWS)
    assert once.startswith(f"# Title\n{BEGIN}\n")
    assert once.endswith(f"{END}\nThe end.\n")
    assert "an old table" not in once
    assert with_table(once, ROWS) == once


def test_the_numbers_of_the_readme_are_round(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"{BEGIN}{END}", encoding="utf-8")
    write_into_readme(ROWS, readme)
    written = readme.read_text(encoding="utf-8")
    assert "| paint | 120 ms | 100 ms | 1.21 × | ≤ 1.3 × | yes  |" in written
    assert "| frame | 4.6 ms |" in written


def test_a_readme_without_a_place_for_it_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="lacks"):
        with_table(f"{END}{BEGIN}", ROWS)
