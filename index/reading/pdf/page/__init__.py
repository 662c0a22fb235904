"""What a PDF page holds, as PDFium tells it: words, drawings, entries of forms, with places."""
