"""Compare highlights with an answer key, exactly and explainably."""
