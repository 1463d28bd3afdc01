"""The processes that evaluate queries: each holds a release, answers one query at a time, and may die."""
