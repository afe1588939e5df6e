"""Class lists as others write them: pasted lines, tables, OneRoster."""
