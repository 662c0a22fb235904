"""HTTP in front of the Answerer: pages and API."""
