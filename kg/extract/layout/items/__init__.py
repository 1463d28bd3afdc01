"""Acts of minutes and lists: from the marks of a series to items, each a heading and a passage.

``acts`` tells the heading of an act from others; ``minutes`` and ``listing`` say in which order the rules are asked:
the series, what it lacks, the acts that only their decision shows (``decided``, ``candidates``), those of the opening
(``approval``, ``formal``), numbers behind titles.
"""
