"""Whole jobs without a window: import an article, check a lesson, grade a folder of work."""
