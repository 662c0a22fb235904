"""Run the command: `python -m qa.cli`."""

from qa.cli.main import main

main()
