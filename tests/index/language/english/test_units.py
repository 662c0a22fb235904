from index.language import east_asian, european
from index.language.english import units

ALL = (units.FORMS, european.FORMS, east_asian.FORMS)


def test_a_form_of_a_unit_is_listed_once() -> None:
    for listed in ALL:
        for forms in listed.values():
            assert len(forms.split()) == len(set(forms.split()))


def test_the_other_languages_add_forms_to_the_same_units() -> None:
    named = {"JPY", "mass-tonne", "length-kilometer", "length-meter", "area-hectare"}
    assert (european.FORMS.keys() | east_asian.FORMS.keys()) - named <= units.FORMS.keys()


def test_forms_are_in_lower_case() -> None:
    assert all(forms == forms.lower() for listed in ALL for forms in listed.values())


def test_words_are_no_units() -> None:
    assert not units.NO_UNITS & {form for forms in units.FORMS.values() for form in forms.split()}
