"""The store: one SQLite file that holds articles, passages, vectors and the lexical index.

It is the truth; the FAISS index is derived from it. Every build is one transaction, so a reader
sees the generation before or the one after, never half of one. `writing` writes it.
"""

from index.storage.stored.articles import StoredArticles
from index.storage.stored.files import StoredFiles
from index.storage.stored.holding import Holding
from index.storage.stored.overviews import StoredOverviews
from index.storage.stored.passages import StoredPassages

INDEX_FILE = "index.sqlite"


class Store(StoredFiles, StoredArticles, StoredPassages, StoredOverviews, Holding):
    """One open index file, to read files, articles, passages and overviews from."""
