"""Plain values that the whole program speaks: no Qt, no SQL, no files."""
