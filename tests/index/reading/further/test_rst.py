"""reStructuredText, also that of Sphinx, of which `docutils` knows not all."""

import time

from index.reading.formats import reader_of
from index.reading.further.rst import PLAIN

TEXT = """The mill
========

It was built in 1874 [1]_ and has *3* floors, see :ref:`floors <x>`.

.. note:: It is **closed** on Mondays.

.. versionadded:: 3.2
   The new wheel came in 1999.

===== =====
Day   Hours
===== =====
Mon   9-17
===== =====

.. [1] By Ann.
.. a comment
"""


def test_it_is_read_as_the_page_that_it_describes() -> None:
    page = reader_of(".rst")(TEXT.encode())
    assert page.title == "The mill"
    for told in ("# The mill", "It is closed on Mondays.", "| Mon | 9-17 |", "By Ann."):
        assert told in page.text
    assert "*3*" not in page.text
    assert [change.before for change in page.changes if change.rule == "comment"] == ["a comment"]


def test_what_docutils_does_not_know_stays_as_it_is_written() -> None:
    text = reader_of(".rst")(TEXT.encode()).text
    assert ":ref:`floors <x>`" in text
    assert "The new wheel came in 1999." in text
    assert "Unknown" not in text
    assert "System Message" not in text


def test_a_note_has_its_number_in_brackets_once() -> None:
    text = reader_of(".rst")(b"It burnt [1]_ in May.\n\n.. [1] As Ann says.\n").text
    assert text == "It burnt [1] in May.\n\n[1]\n\nAs Ann says."


def test_a_paragraph_in_one_long_line_is_read() -> None:
    raw = f"Mill\n====\n\n{'word and ' * 1500}end.\n\nNext.\n".encode()
    assert reader_of(".rst")(raw).text.endswith("and word and end.\n\nNext.")


def test_a_paragraph_of_marks_without_end_is_read_as_plain_text_at_once() -> None:
    began = time.process_time()
    page = reader_of(".rst")(b"*a " * 40_000)
    assert page.text.strip() == ("*a " * 40_000).strip()
    assert PLAIN in {change.rule for change in page.changes}
    assert time.process_time() - began < 5
