import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from eval.bench.browser.first_seen import main
from index.types import WellspringError
from qa.wiring import Wellspring
from web.app import create_app


@pytest.mark.skipif(not shutil.which("chromium"), reason="no Chromium on this machine")
def test_what_a_browser_shows_is_timed(
    well: Wellspring, serve: Callable[[object], str], tmp_path: Path
) -> None:
    main(serve(create_app(well.index, well.answerer)), 2, tmp_path / "seen.json")
    times = json.loads((tmp_path / "seen.json").read_text("utf-8"))["times_ms"]
    assert len(times["landing"]) == len(times["answer"]) == 2
    assert len(times["passages"]) > 0
    assert max(times["passages"]) < max(times["answer"])


def test_where_no_server_is_it_says_how_to_start_one() -> None:
    with pytest.raises(WellspringError, match=r"No Wellspring server answers at .*make run"):
        main("http://127.0.0.1:9", 1)
