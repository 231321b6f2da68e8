"""PDFs: laid out within their page, honest, the same again, and read back without trust."""
