"""Organisations → SIREN, COG, data.gouv.fr: reference tables, the matcher, and what it makes of entities.

:func:`kg.link.matching.decide` gives the verdict on a name, :func:`kg.link.matching.candidates` the scored list;
:func:`kg.link.authorities.settle` says whose documents these are where no SIREN does, :func:`kg.link.linking.link` what
the organisations of an authority are. ``fetching`` alone opens a socket, and only when it is asked to.
"""
