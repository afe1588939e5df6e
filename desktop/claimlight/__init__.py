"""Claimlight: read an article, highlight what is claimed, denied and unverified, and see why."""

__version__ = "1.0.0"
