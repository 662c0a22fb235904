import pytest

from index.types import WellspringError
from qa.writing.served.address import Address, address_of, is_served


@pytest.mark.parametrize(
    ("name", "model", "url"),
    [
        ("openai:m@http://127.0.0.1:11434/v1", "m", "http://127.0.0.1:11434/v1"),
        ("openai:qwen2.5:7b@https://host/v1/", "qwen2.5:7b", "https://host/v1"),
        ("openai:org/name@main@http://[::1]:8/v1", "org/name@main", "http://[::1]:8/v1"),
        ("openai:/models/a b.gguf@http://h/v1 ", "/models/a b.gguf", "http://h/v1"),
    ],
)
def test_a_setting_names_a_model_and_a_server(name: str, model: str, url: str) -> None:
    assert is_served(name)
    assert address_of(name) == Address(model, url)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("openai:", "openai:MODEL@http"),
        ("openai:m", "openai:MODEL@http"),
        ("openai:@http://h/v1", "openai:MODEL@http"),
        ("openai:m@ftp://h/v1", "openai:MODEL@http"),
        ("openai:m@http://", "openai:MODEL@http"),
        ("openai:m@http:///v1", "names no server"),
        ("openai:m@http://h:99999/v1", "names no server"),
        ("openai:m@http://h:0/v1", "names no server"),
        ("openai:m@http://me:secret@h/v1", "WELLSPRING_GENERATOR_KEY"),
        ("openai:m@http://h/v1?key=secret", "WELLSPRING_GENERATOR_KEY"),
    ],
)
def test_another_form_is_refused_without_repeating_a_secret(name: str, told: str) -> None:
    with pytest.raises(WellspringError, match=told) as refused:
        address_of(name)
    assert refused.value.code == "bad_generator"
    assert "secret" not in refused.value.message


@pytest.mark.parametrize(
    ("host", "near"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("[::1]", True),
        ("127.0.0.1.example.org", False),
        ("10.0.0.2", False),
    ],
)
def test_no_proxy_leads_to_this_machine(host: str, *, near: bool) -> None:
    assert address_of(f"openai:m@http://{host}/v1").is_near is near
