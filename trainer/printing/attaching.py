"""A file inside a PDF, as an associated file (ISO 32000-2, 14.13): the source of what the page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

#: The media type of a credential (VC Data Model 2.0) as a PDF name, whose stroke is written by its number.
MEDIA_TYPE = "/application#2Fvc"


def attach(canvas: Canvas, data: bytes, name: str) -> None:
    """Put ``data`` into the document under ``name``, listed among its files and bound to the whole of it."""
    from reportlab.pdfbase.pdfdoc import (
        PDFArray,
        PDFCatalog,
        PDFDictionary,
        PDFName,
        PDFStream,
        PDFString,
        PDFZCompress,
    )

    document = canvas._doc
    stream = PDFStream(
        PDFDictionary(
            {
                "Type": PDFName("EmbeddedFile"),
                "Subtype": MEDIA_TYPE,
                "Params": PDFDictionary({"Size": len(data)}),
            }
        ),
        data,
        filters=[PDFZCompress],
    )
    content = document.Reference(stream)
    entry = document.Reference(
        PDFDictionary(
            {
                "Type": PDFName("Filespec"),
                "F": PDFString(name),
                "UF": PDFString(name),
                "AFRelationship": PDFName("Source"),
                "EF": PDFDictionary({"F": content, "UF": content}),
            }
        )
    )
    catalog = document.Catalog
    # reportlab writes only the entries it knows of: this catalogue knows one more.
    catalog.__NoDefault__ = [*PDFCatalog.__NoDefault__, "AF"]
    catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray([PDFString(name), entry])})})
    catalog.AF = PDFArray([entry])
