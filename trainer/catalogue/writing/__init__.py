"""Filling the tables of the compiled catalogue from content folders.

One file per kind of content; ``changes`` finds what must be read again, ``derived`` computes what follows from all of
it together. Nothing here opens or moves files of the cache: that is ``catalogue.build``.
"""
