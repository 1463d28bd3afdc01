"""A knowledge graph of the deliberations of French local authorities."""

__version__ = "0.1.0"
