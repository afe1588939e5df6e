"""A class's marks as files for others: plain tables, spreadsheets, Moodle, Canvas."""
