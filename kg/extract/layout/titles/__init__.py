"""What is printed at a known place: the number of an act, and its title up to where it ends.

A title goes on until a sign says that it has ended: a word that opens a report, the end of a sentence or of a line that
does not go on, a name of the list of members, a code, the counts of a vote. ``shapes`` says what may be a title at all.
"""
