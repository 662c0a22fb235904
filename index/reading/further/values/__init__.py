"""The values of a spreadsheet as it shows them."""
