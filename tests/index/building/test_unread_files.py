"""What a build notes of files that are no articles, and of links."""

from contextlib import closing
from pathlib import Path

from index.building.update import Update
from index.reading.files import DEFAULTS
from index.reading.roots import contents_of, named
from index.storage.writing import WritableStore


def skipped(folder: Path, data: Path) -> list[tuple[str, str]]:
    """Take a folder in, and return what the index then says of files that it does not hold."""
    with closing(WritableStore(data / "index.sqlite")) as store, store.transaction():
        Update(store, DEFAULTS).take(contents_of(named(folder, data)))
        return store.skipped()


def test_other_files_and_dead_links_are_noted_and_forgotten_once_they_are_gone(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("The mill has 3 floors.")
    (folder / "letter.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / "gone.md").symlink_to("../nowhere.md")
    assert skipped(folder, tmp_path) == [
        ("articles/gone.md", "is a link to nothing; mend or remove it"),
        (
            "articles/letter.doc",
            "is of a kind that is not read; save it as .docx, .xlsx or .pptx",
        ),
    ]
    (folder / "letter.doc").unlink()
    (tmp_path / "nowhere.md").write_text("The lamp is red.")
    assert skipped(folder, tmp_path) == []
