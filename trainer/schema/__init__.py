"""What all authored files share: strict models, slugs and texts by language.

Above ``kernel``, below ``content`` and ``items``.

Only field types and base models live here. To add one, it must be used by two packages.
"""
