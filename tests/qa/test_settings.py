import pytest

from index.types import WellspringError
from qa.settings import PREFIX, Settings, load_settings


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WELLSPRING_PORT", "9000")
    assert load_settings().port == 9000


@pytest.mark.parametrize(
    ("name", "value", "hint"),
    [
        ("WELLSPRING_PROT", "9000", "Did you mean WELLSPRING_PORT"),
        ("WELLSPRING_COLOUR", "red", "The settings are WELLSPRING_DATA_DIR"),
        ("WELLSPRING_PORT", "many", "WELLSPRING_PORT='many'"),
        ("WELLSPRING_PORT", "70000", "WELLSPRING_PORT='70000'"),
        ("WELLSPRING_RUNTIME", "abacus", "WELLSPRING_RUNTIME='abacus'"),
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
