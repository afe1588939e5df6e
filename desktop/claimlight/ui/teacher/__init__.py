"""The teacher's desk: lessons of one's own. Nothing here is loaded at a student's start."""
