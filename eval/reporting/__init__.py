"""From rows to figures, tables, plots and files; and one run compared with another."""
