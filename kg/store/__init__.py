"""A store is a directory: the records cache, and releases that are written once and then only read."""
