"""The benchmark's table says what is kept and what is not."""

from bench.table import Row, render


def test_a_row_is_kept_within_its_ratio_and_its_limit() -> None:
    assert Row("paint", 13.0, "ms", floor=10.0, max_ratio=1.3).ok
    assert not Row("paint", 13.1, "ms", floor=10.0, max_ratio=1.3).ok
    assert Row("frame", 16.0, "ms", limit=16).ok
    assert not Row("frame", 16.1, "ms", floor=16.0, max_ratio=2, limit=16).ok


def test_a_ratio_without_a_floor_is_not_kept() -> None:
    assert not Row("paint", 1.0, "ms", max_ratio=1.3).ok


def test_the_table_is_markdown_with_a_line_for_each_row() -> None:
    told = render([Row("paint", 12.5, "ms", 10.0, max_ratio=1.3), Row("frame", 170, "ms", limit=16)])
    assert told.splitlines() == [
        "| what  | ours    | floor   | ratio  | budget  | kept |",
        "|-------|---------|---------|--------|---------|------|",
        "| paint | 12.5 ms | 10.0 ms | 1.25 × | ≤ 1.3 × | yes  |",
        "| frame | 170 ms  |         |        | ≤ 16 ms | NO   |",
    ]
