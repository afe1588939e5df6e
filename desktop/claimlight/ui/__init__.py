"""Widgets: they show values and report gestures, and hold no rule of the lesson."""
