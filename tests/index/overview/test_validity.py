"""How policies, handbooks, lists and their files say which version they are and when they hold."""

import pytest

from index.overview.validity import series, validity

FIELDS = ("version", "valid_from", "valid_until", "draft", "superseded", "replaces")
BODY = "Staff may claim 30 euros a day for meals. Receipts are handed in within 30 days."


def told(title: str, text: str = "", source: str = "a/x.md") -> str:
    """Return what is told, each behind its field, and check that it stands where it is said to."""
    text = f"{title}\n\n{text or BODY}"
    found = validity(title, text, source)
    for one in found.values():
        assert one.value.split()[-1] in text[one.start : one.end] or one.end == 0
    return "; ".join(f"{field}: {found[field].value}" for field in FIELDS if field in found)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Travel policy, version 1 (valid until 31 December 2022)",
            "version: version 1; valid_until: 31 December 2022",
        ),
        ("Staff handbook 2021", "version: 2021"),
        ("Staff handbook, 2023 edition", "version: 2023 edition"),
        ("Season 2021/22", "version: 2021/22"),
        ("Code of conduct - Third edition (2019)", "version: Third edition"),
        ("Handbook v2.1", "version: v2.1"),
        ("Handbook | Rev. 4", "version: Rev. 4"),
        ("Prices as of March 2022", "valid_from: March 2022"),
        ("Gym rules (from 1 May 2023)", "valid_from: 1 May 2023"),
        (
            "Fees, valid from 1 May 2020 to 30 April 2022",
            "valid_from: 1 May 2020; valid_until: 30 April 2022",
        ),
        ("Price list January 2022", "valid_from: January 2022"),
        ("Parking rules (draft)", "draft: draft"),
        ("Draft: parking rules", "draft: Draft"),
        ("Draft policy on dogs", "draft: Draft"),
        ("Parking rules, version 3 (final draft)", "version: version 3; draft: final draft"),
        ("Gym rules (superseded)", "superseded: superseded"),
        (
            "Gym rules – superseded by the rules of 2024",
            "superseded: superseded by the rules of 2024",
        ),
        # Neither of these is a version of anything.
        ("Minutes of the committee, 4 March 2024", ""),
        ("Kestrel 4.2 release notes", ""),
        ("Old law repealed by parliament", ""),
        ("Draft horses of the north", ""),
    ],
)
def test_a_title_tells_version_and_validity(title: str, expected: str) -> None:
    assert told(title) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Edition 2", "version: Edition 2"),
        ("Version: 2.0", "version: Version 2.0"),
        ("Version 2 | Effective 1 January 2023", "version: Version 2; valid_from: 1 January 2023"),
        ("Valid: 2023-2024", "valid_from: 2023; valid_until: 2024"),
        ("Effective date: March 1, 2019", "valid_from: March 1, 2019"),
        ("valid until end of 2023", "valid_until: end of 2023"),
        ("Expires: 31.12.2022", "valid_until: 31.12.2022"),
        ("Status: draft", "draft: draft"),
        ("Status: superseded", "superseded: superseded"),
        ("Replaces: version 1 of 2019", "replaces: version 1 of 2019"),
        (
            "This policy took effect on 1 July 2024 and ends with the year.",
            "valid_from: 1 July 2024",
        ),
        ("This version is no longer valid.", "superseded: no longer valid"),
        ("These rules replace the directive of 2017.", "replaces: the directive of 2017"),
        ("The new law takes effect on 1 January 2023.", ""),
        ("As of May 2021 some 500 people had been hired by the mill.", ""),
        ("The offer of the canteen is valid until 31 May 2020.", ""),
    ],
)
def test_lines_and_sentences_of_its_own_tell_it(line: str, expected: str) -> None:
    assert told("House rules", f"{line}\n\n{BODY}") == expected


def test_the_facts_of_a_front_matter_tell_it_below_the_text() -> None:
    facts = (
        "version: 1\nvalid_from: 2019-01-01\nexpires: 2021-12-31\nsuperseded_by: b.md\ndraft: True"
    )
    assert told("House rules", f"{BODY}\n\n{facts}") == (
        "version: version 1; valid_from: 2019-01-01; valid_until: 2021-12-31; draft: draft; "
        "superseded: superseded_by b.md"
    )


@pytest.mark.parametrize("fact", ["superseded: false", "superseded_by: None", "replaces: no"])
def test_a_fact_that_denies_it_tells_nothing(fact: str) -> None:
    assert told("House rules", f"{BODY}\n\n{fact}") == ""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a/policy_v2.md", "version: v2"),
        ("a/handbook-2021.md", "version: 2021"),
        ("a/guide-ed3.txt", "version: ed3"),
        ("a/parking-draft.md", "draft: draft"),
        ("a/draft_parking.md", "draft: draft"),
        ("a/fees-old.md", "superseded: old"),
        ("a/v2/fees.md", "version: v2"),
        ("handbooks/2021/leave.md", "version: 2021"),
        ("archived/fees.md", "superseded: archived"),
        ("a/2023-01.md", ""),
        ("a/minutes-2023-05-12.md", ""),
        ("a/chapter-2.md", ""),
    ],
)
def test_names_of_files_and_folders_tell_it(source: str, expected: str) -> None:
    assert told("Leave", source=source) == expected


def names(title: str, source: str, text: str = "") -> set[str]:
    return set(series(title, source, validity(title, text, source)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Staff handbook 2021", "a/x.md"), ("Staff handbook, 2023 edition", "a/y.md")),
        (("Policy, version 1 (valid until 2022)", "a/x.md"), ("Policy (version 2)", "a/y.md")),
        (("Leave", "a/handbook-2021.md"), ("Days off", "a/handbook-2023.md")),
        (("Leave", "a/policy_v1.md"), ("Days off", "a/policy.md")),
        (("Parking rules (draft for comment)", "a/x.md"), ("Parking rules", "a/y.md")),
        (("Prices as of March 2022", "a/x.md"), ("Prices as of May 2024", "a/y.md")),
        (("Install", "docs/v1/install.md"), ("Install", "docs/v2/install.md")),
    ],
)
def test_versions_are_called_the_same_but_for_the_version(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert names(*one) & names(*other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("The canteen in 2021", "a/x.md"), ("The harvest in 2021", "a/y.md")),
        (("Leave", "a/handbook-2021.md"), ("Days off", "b/handbook-2023.md")),
        (("Minutes, 4 March 2024", "a/1.md"), ("Minutes, 8 April 2024", "a/2.md")),
        (("Chapter 1", "a/chapter-1.md"), ("Chapter 2", "a/chapter-2.md")),
        (("2021", "a/2021.md"), ("2022", "a/2022.md")),
    ],
)
def test_what_is_called_otherwise_is_no_version_of_it(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert not names(*one) & names(*other)


def test_an_article_is_one_of_those_that_it_replaces_or_is_superseded_by() -> None:
    old = names("Safety directive 2017", "a/safety.md")
    assert (
        names("Laboratory", "a/lab.md", "These rules replace the Safety directive of 2017.") & old
    )
    new = names("Rules for guests", "a/guests_v2.md")
    assert names("Visitors", "a/visitors.md", "superseded_by: guests_v2.md") & new
