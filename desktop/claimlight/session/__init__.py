"""One open thing at a time, its edits and its signals: what widgets talk to."""
