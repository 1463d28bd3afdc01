"""Where the acts of a document begin and end, and what heads them.

``kind`` says what a document is, ``opening`` where its sitting begins, ``bundle`` whether it holds several acts with a
head each. ``titles`` reads a number or a title that begins at a known place. ``marks`` finds the places where an act
may begin and keeps those that prove each other. ``items`` makes acts of them, with those that decisions alone show.
``single`` reads the heading of an act that stands alone. Each imports only those named before it; words are data
(words.toml).
"""
