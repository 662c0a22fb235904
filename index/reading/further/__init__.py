"""Readers of further formats: tables, slides, mails, books and other word processors' files."""
