"""Keep a person's work in SQLite: the only place that speaks SQL."""
