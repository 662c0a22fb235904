import subprocess
import sys
from typing import TYPE_CHECKING

from index.storage.store import Store

if TYPE_CHECKING:
    from tests.index.conftest import Folder

_OTHER_PROCESS = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("UPDATE meta SET value = '99' WHERE key = 'generation'")
db.commit()
db.close()
"""


def test_an_index_that_was_opened_twice_still_sees_what_another_process_writes(
    folder: "Folder",
) -> None:
    """Closing any file handle drops the locks of the process: no file is opened beside SQLite."""
    folder.build()
    path = folder.data / "index.sqlite"
    store = Store(path)
    assert store.generation == 1
    Store(path).close()
    subprocess.run([sys.executable, "-c", _OTHER_PROCESS, str(path)], check=True)
    # The other process knew that somebody still reads.
    assert path.with_name("index.sqlite-wal").exists()
    assert store.generation == 99
    store.close()
