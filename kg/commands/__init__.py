"""One module per group of commands: each parses, calls, prints."""
