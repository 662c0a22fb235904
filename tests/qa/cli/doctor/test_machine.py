import os
import socket
from pathlib import Path

import pytest

from index.types import WellspringError
from qa.cli.doctor.machine import disk, enough_memory, memory, port, versions
from qa.settings import Settings
from qa.wiring import Wellspring
from web.presence import noted


def well(**settings: object) -> Wellspring:
    return Wellspring(Settings.model_validate(settings))


def test_the_versions_are_those_that_matter_for_a_report() -> None:
    said = versions(well())
    assert said.startswith("Python 3.")
    for package in ("wellspring-qa", "torch", "transformers", "faiss-cpu", "tiktoken"):
        assert f", {package} " in said


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_free_port_is_told_with_its_address(host: str) -> None:
    assert port(well(host=host, port=0)) == f"{host}:0 is free"


def test_our_own_server_at_the_port_is_well(tmp_path: Path) -> None:
    ours = well(data_dir=tmp_path, port=8123)
    with noted(ours.settings, "http://127.0.0.1:8123"):
        assert port(ours) == "Wellspring serves this index at http://127.0.0.1:8123"


def test_a_port_that_is_taken_names_the_setting() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        with pytest.raises(WellspringError) as busy:
            port(well(port=number))
    assert busy.value.code == "port_busy"
    assert "something listens there already, perhaps Wellspring over" in busy.value.message
    assert busy.value.message.endswith("Choose another with WELLSPRING_PORT.")


def test_an_address_that_is_not_of_this_machine_is_told() -> None:
    with pytest.raises(WellspringError, match=r"203\.0\.113\.9:8000 cannot be used: (?!something)"):
        port(well(host="203.0.113.9"))


def test_too_little_memory_says_how_much_is_needed() -> None:
    with pytest.raises(WellspringError) as little:
        enough_memory(2.4)
    assert little.value.message == (
        "2.4 GB of memory are free, 2.5 are needed. Close other programs."
    )
    assert enough_memory(2.5) == f"2.5 GB free, {os.cpu_count()} cores"


def test_the_memory_of_this_machine_is_looked_at() -> None:
    try:
        said = memory(well())
    except WellspringError as little:
        said = little.message
    assert " GB" in said


def test_a_data_folder_with_room_is_named(tmp_path: Path) -> None:
    assert disk(well(data_dir=tmp_path)).endswith(f" GB free in {tmp_path}")


def test_a_data_folder_that_is_not_there_is_an_error_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="none"):
        disk(well(data_dir=tmp_path / "none"))
