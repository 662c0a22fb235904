"""Public question sets in their formats, parsed into records of one shape; `detect` opens any."""
