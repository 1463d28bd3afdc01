"""Entities → quads: acts, sittings, agents, money and links in the terms of ``ontology/``, without what is withheld.

``mapping`` composes the parts, ``iris`` names things, ``withheld`` stands between the mapping and what is published,
``validation`` runs the SHACL shapes.
"""
