"""Where ids and the time come from, and that their doubles keep the same promises."""

from datetime import timedelta
from uuid import UUID

from claimlight.core.identity import Clock, NewId, new_id, now


def test_ids_are_random_uuids_and_never_the_same() -> None:
    made = [new_id() for _ in range(100)]
    assert len(set(made)) == 100
    assert all(str(UUID(each)) == each and UUID(each).version == 4 for each in made)


def test_the_time_is_told_in_utc() -> None:
    assert now().utcoffset() == timedelta(0)


def test_the_doubles_are_the_same_in_every_run(clock: Clock, ids: NewId) -> None:
    assert [ids(), ids()] == ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"]
    first, second = clock(), clock()
    assert second - first == timedelta(seconds=1)
    assert first.utcoffset() == timedelta(0)
