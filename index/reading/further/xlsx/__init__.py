"""Spreadsheets (.xlsx): cells as they are shown, and what is drawn on the sheets."""
