"""Every PDF: the completion record, the study statement, the report of a class; and reading a record's PDF back.

A page is laid out first (``marks``, ``typeset``, ``blocks``: what stands where, measured) and painted afterwards
(``paint``), so that tests can measure every text before there is a PDF. The only package that imports reportlab, pypdf
and segno. Words on paper come from the message catalogues; the same input gives the same bytes.

To add a document: a data class of what it says, a module that lays its pages out from ``blocks``, and a function that
hands them to ``paint.painted``; a page made of rows uses ``flowing``.
"""
