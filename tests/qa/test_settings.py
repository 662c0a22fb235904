import pytest
from pydantic import ValidationError

from index.types import WellspringError
from qa.settings import PREFIX, Settings, load_settings


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WELLSPRING_PORT", "9000")
    assert load_settings().port == 9000


def test_names_may_be_written_in_small_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("wellspring_port", "9001")
    assert load_settings().port == 9001


def test_without_an_environment_everything_has_a_default() -> None:
    settings = load_settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert (settings.embedder, settings.generator) == ("bundled", "bundled")
    assert settings.models is None
    assert settings.min_confidence == 0.4


def test_settings_cannot_be_changed_or_made_up() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Settings().port = 9000
    with pytest.raises(ValidationError, match="Extra inputs"):
        Settings.model_validate({"colour": "red"})


@pytest.mark.parametrize(
    ("name", "value", "hint"),
    [
        ("WELLSPRING_PROT", "9000", "Did you mean WELLSPRING_PORT"),
        ("WELLSPRING_COLOUR", "red", "The settings are WELLSPRING_DATA_DIR"),
        ("WELLSPRING_PORT", "many", "WELLSPRING_PORT='many'"),
        ("WELLSPRING_PORT", "70000", "WELLSPRING_PORT='70000'"),
        ("WELLSPRING_RUNTIME", "abacus", "WELLSPRING_RUNTIME='abacus'"),
        ("WELLSPRING_", "x", "The settings are WELLSPRING_DATA_DIR"),
        ("wellspring_prot", "9000", "no setting wellspring_prot. Did you mean WELLSPRING_PORT"),
        ("WELLSPRING_MIN_CONFIDENCE", "1.5", "less than or equal to 1"),
        ("WELLSPRING_MIN_CONFIDENCE", "nan", "WELLSPRING_MIN_CONFIDENCE="),
        ("WELLSPRING_MAX_FILE_MB", "inf", "WELLSPRING_MAX_FILE_MB="),
        ("WELLSPRING_MAX_FILE_MB", "nan", "WELLSPRING_MAX_FILE_MB="),
        ("WELLSPRING_MAX_FILE_MB", "0", "greater than 0"),
        ("WELLSPRING_EDITABLE", "perhaps", "WELLSPRING_EDITABLE='perhaps'"),
        ("WELLSPRING_AT_ONCE", "0", "greater than or equal to 1"),
        ("WELLSPRING_THREADS", "-1", "WELLSPRING_THREADS='-1'"),
    ],
)
def test_a_setting_that_does_not_fit_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, hint: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(WellspringError, match=hint):
        load_settings()


def test_every_setting_is_documented(manual: str) -> None:
    assert [
        name for name in Settings.model_fields if f"`{PREFIX}{name.upper()}`" not in manual
    ] == []
    assert all(field.description for field in Settings.model_fields.values())


@pytest.mark.parametrize(
    ("given", "keys"),
    [("", ()), ("a", ("a",)), (" a, b ,,c", ("a", "b", "c")), (" , ", ()), (",b", ("b",))],
)
def test_keys_stand_between_commas_and_commands_send_the_first(
    given: str, keys: tuple[str, ...]
) -> None:
    settings = Settings(api_keys=given)
    assert settings.keys == keys
    assert settings.key == (keys[0] if keys else "")
