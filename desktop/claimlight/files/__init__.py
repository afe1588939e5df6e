"""Read and write what lies on disk outside the stores: lessons, articles, work."""
