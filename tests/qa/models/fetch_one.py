"""Fetch one model in a process of its own: MODEL.pickle FOLDER [hub].

So that it can be killed, or start with another environment.
"""

import pickle
import sys
from pathlib import Path

from index.types import WellspringError
from qa.models.fetching import fetch
from qa.models.finding import Folders
from qa.models.stamps import Stamps

if __name__ == "__main__":
    model, place = pickle.loads(Path(sys.argv[1]).read_bytes()), Path(sys.argv[2])
    try:
        copy = fetch(
            model, Folders(None, (place,), Stamps(place / "verified.json")), hub="hub" in sys.argv
        )
        print(f"whole, from {copy.origin}")
    except WellspringError as error:
        sys.exit(f"{error.code}: {error.message}")
