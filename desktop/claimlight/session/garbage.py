"""Collect garbage as Python would by itself, at a moment and in a thread of our own choice."""

import gc


def collect_what_is_due() -> None:
    """Look through the oldest generation that has grown past its limit; mostly there is none."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = max((generation for generation, (count, limit) in enumerate(counts) if count > limit), default=None)
    if due is not None:
        gc.collect(due)
