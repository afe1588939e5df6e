"""Read articles that other programs wrote, each format by a reader that is loaded only for it."""
