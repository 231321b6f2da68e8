"""Families of damage to a record. A module here has ``FAMILIES``: names, and functions that give its cases."""
