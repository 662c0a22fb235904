"""PDF files, by where their words stand on the page: columns, tables, running heads, forms."""
