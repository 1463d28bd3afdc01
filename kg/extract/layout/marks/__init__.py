"""Marks of items: the places where an act may begin, and the series that prove them.

All ways to see where an item begins are one mechanism. A *mark* is what is printed (a number, an ordinal, a letter,
« Objet : », a line in capitals), its *place* (the start of a line, after a stop) and its rank among those like it. A
mark alone proves nothing: a *series* of them does, whose ranks follow each other with a decision between most of them.
``finders`` lists the ways in tuples; a new one is a generator of marks and a kind in ``kinds``.
"""
