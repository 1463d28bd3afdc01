"""A release as files that others read."""
