"""The reference tables: compiled from what the State publishes, fetched anew on demand, said where they come from."""
