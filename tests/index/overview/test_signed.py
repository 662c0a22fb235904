"""How newspapers, agencies, blogs, reports, minutes, leaflets and papers sign and date themselves.

All of these are made up. `…` stands for the article between head and tail.
"""

import pytest

from index.overview.signed import signed

BODY = (
    "The mill at Orran ground 40 tonnes of oats in March, by far the most since 1911.\n\n"
    "It was bought by Nora Whitlock on 3 June 1998 and is open on Sundays, says Peter Lund.\n\n"
    "By May the pond had dried up. A new wheel is expected in the spring of 2031.\n\n"
    "The wheel was made by Tidewell Iron Works and paid for by the parish, which has no debts.\n\n"
    "Nobody was hurt when it turned for the first time, and the band played until midnight."
)
FIELDS = ("author", "published", "publisher", "place")


def found(text: str) -> tuple[str, ...]:
    """Return what is found, each behind the first letters of its field."""
    text = text.replace("…", BODY)
    told = signed(text, None)
    for one in told.values():
        assert one.value in text[one.start : one.end]
    return tuple(f"{field}: {told[field].value}" for field in FIELDS if field in told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oats\n\nBy Jane O'Neill\n\n…", "author: Jane O'Neill"),
        (
            "Oats\nby Omar Haddad and Lise van den Berg\n\n…",
            "author: Omar Haddad and Lise van den Berg",
        ),
        ("# Oats\n\n*By our farming writer, Tom Reilly*\n\n…", "author: Tom Reilly"),
        ("Oats\nBy MARY ELLIS, Staff Writer\n\n…", "author: MARY ELLIS"),
        (
            "Oats\nBy Tom Reilly | Associated Press | 4 May 2020\n\n…",
            "author: Tom Reilly; published: 4 May 2020; publisher: Associated Press",
        ),
        (
            "Oats\nOrran Herald, 4 May 2020, by Tom Reilly\n\n…",
            "author: Tom Reilly; published: 4 May 2020; publisher: Orran Herald",
        ),
        (
            "LONDON, March 3 (Reuters) - The mill ground oats.\n\n…",
            "published: March 3; publisher: Reuters; place: LONDON",
        ),
        ("ORRAN (AP) — The mill ground oats.\n\n…", "publisher: AP; place: ORRAN"),
        (
            "Xinhua News Agency, Chengdu, May 3 (Reporter Wu Xiaoming) The mill ground oats.\n\n…",
            "author: Wu Xiaoming; published: May 3; publisher: Xinhua News Agency; place: Chengdu",
        ),
        (
            "SPRINGFIELD, Ill., Oct. 17, 2020 /PRNewswire/ -- Oat Mills Inc. today opened.\n\n…",
            "published: Oct. 17, 2020; publisher: PRNewswire; place: SPRINGFIELD, Ill.",
        ),
        (
            'Oats\n\nPosted on June 3, 2021, on the blog "Mills of the North"\n\n…',
            "published: June 3, 2021; publisher: Mills of the North",
        ),
        (
            "Oats\nPosted by Laura Chen on June 3, 2021\n\n…",
            "author: Laura Chen; published: June 3, 2021",
        ),
        (
            "OATS IN 2022\nReport of the Orran Mill Trust, issued on 15 January 2023\n\n…",
            "published: 15 January 2023; publisher: Orran Mill Trust",
        ),
        (
            "Oats through the years\nOrran History Society, Paper No. 7, 2019\n\n…",
            "published: 2019; publisher: Orran History Society",
        ),
        ("Oats\nLast updated: 3 June 2022\n\n…", "published: 3 June 2022"),
        ("Oats\n\n…\n\nauthor: Jane Doe\ntags: oats, mills", "author: Jane Doe"),
        ("Oats\n\n…\n\nReporting by Sarah Young; Editing by Tom Hogue", "author: Sarah Young"),
        ("Oats\n\n… (Huang Yanmei)", "author: Huang Yanmei"),
        ("Oats\n\n…\n\n— Margaret Holt", "author: Margaret Holt"),
        (
            "Parish council\nMinutes of the meeting held on Tuesday, 16 March 2024, here\n\n…",
            "published: 16 March 2024",
        ),
        ("Oats\n\n…\n\nRespectfully submitted,\nLinda Marsh, Secretary", "author: Linda Marsh"),
        (
            "Oats\n\n…\n\n© 2023 The Orran Times Company. All rights reserved.",
            "published: 2023; publisher: The Orran Times Company",
        ),
        (
            "Mill guide\nInformation sheet for visitors, revised January 2024\n\n…",
            "published: January 2024",
        ),
        ("FOR IMMEDIATE RELEASE\nMay 3, 2021\n\nOats for all\n\n…", "published: May 3, 2021"),
        (
            "BEIJING, Sept. 17 (Xinhua) -- The mill ground oats.\n\n…",
            "published: Sept. 17; publisher: Xinhua; place: BEIJING",
        ),
        (
            "Geneva, 12 May 2023 – The mill ground oats.\n\n…",
            "published: 12 May 2023; place: Geneva",
        ),
        (
            "SAN FRANCISCO--(BUSINESS WIRE)--Oat Mills Inc. opened.\n\n…",
            "publisher: BUSINESS WIRE; place: SAN FRANCISCO",
        ),
        ("PARIS — The mill at Orran ground 40 tonnes of oats.\n\n…", "place: PARIS"),
        ("(Reuters) - The mill ground oats.\n\n…", "publisher: Reuters"),
        (
            "Oats\nJane Doe · May 4, 2020 · 5 min read\n\n…",
            "author: Jane Doe; published: May 4, 2020",
        ),
        ("Oats\nMay 4, 2020 by Jane Doe\n\n…", "author: Jane Doe; published: May 4, 2020"),
        ("Oats\nPublished: 2021-03-04\n\n…", "published: 2021-03-04"),
        ("Oats\nPublished 04/03/2021 09:12 GMT\n\n…", "published: 04/03/2021"),
        (
            "Oats\nAuthors: A. Kim, B. J. Lee and Maria dos Santos\n\n…",
            "author: A. Kim, B. J. Lee and Maria dos Santos",
        ),
        (
            "Oats\nThe Evening Star – Tuesday, 4 May 2020\n\n…",
            "published: 4 May 2020; publisher: The Evening Star",
        ),
        (
            "Oats\nHalbrook Gazette, Vol. 12, No. 3, May 2019\n\n…",
            "published: May 2019; publisher: Halbrook Gazette",
        ),
        ("Oats\n\n…\n\nSource: The Guardian", "publisher: The Guardian"),
        (
            "Oats\n\n…\n\nThis article was originally published in The Conversation on 3 May 2021.",
            "published: 3 May 2021; publisher: The Conversation",
        ),
        ("Oats\n\n…\n\nYours faithfully,\nArthur Penhale\nOrran", "author: Arthur Penhale"),
        ("Oats\n\n…\n\nMaria Gomez is a staff writer at the Orran Herald.", "author: Maria Gomez"),
        ("Oats\nText: Petra Lang / Photos: Jan Vos\n\n…", "author: Petra Lang"),
        (
            "Annual report\nPrepared by: Helga Brandt, Finance Officer\nDate: 3 March 2020\n\n…",
            "author: Helga Brandt; published: 3 March 2020",
        ),
        (
            "People's Daily, Shanghai, June 1 (Reporters Wang Li, Zhao Min) It rained.\n\n…",
            "author: Wang Li, Zhao Min; published: June 1; publisher: People's Daily; "
            "place: Shanghai",
        ),
        (
            "Oats 2.0\n\nReleased on 18 September 2023 by the Oatmeal team. It is better.\n\n…",
            "published: 18 September 2023; publisher: Oatmeal team",
        ),
        (
            "Oats\n\n*Posted April 3, 2024 on Crumbs of Orran*\n\n…",
            "published: April 3, 2024; publisher: Crumbs of Orran",
        ),
        (
            "Bus times\n\n…\n\nIssued by the Orran Transport Authority, May 2022",
            "published: May 2022; publisher: Orran Transport Authority",
        ),
        (
            "Budget\nPresented to the Town Council on February 20, 2024\n\n…",
            "published: February 20, 2024",
        ),
        (
            "Minutes of the meeting of June 11, 2024\n\n…\n\nMinutes taken by Sam Okafor",
            "author: Sam Okafor; published: June 11, 2024",
        ),
        (
            "Oats\nBy Lise Holm in Oslo for the Nordic Times, 1 June 2021\n\n…",
            "author: Lise Holm; published: 1 June 2021; publisher: Nordic Times",
        ),
        (
            "Statement by the Ministry of Mills\n3rd of May 2019\n\n…",
            "published: 3rd of May 2019; publisher: Ministry of Mills",
        ),
        (
            "Oats\nWritten by Ana Lucía Pérez\nUpdated 10:15 a.m. ET, Tue March 3, 2020\n\n…",
            "author: Ana Lucía Pérez; published: March 3, 2020",
        ),
        ("Oats\n\n…\n\n(Reporter: Li Na; Editor: Sun Wei)", "author: Li Na"),
        (
            "Oats\nFirst published in the Orran Magazine, Spring 2018\n\n…",
            "published: Spring 2018; publisher: Orran Magazine",
        ),
        ("NEW YORK (AP) — The mill ground oats.\n\n…", "publisher: AP; place: NEW YORK"),
        (
            "12 May 2023, Geneva — The mill ground oats.\n\n…",
            "published: 12 May 2023; place: Geneva",
        ),
        ("Oats\nJane Doe, Orran Herald\nMonday 4 May 2020\n\n…", "published: 4 May 2020"),
        (
            "Oats\n\n…\n\nCopyright © 2019-2021 Orran Mills",
            "published: 2019; publisher: Orran Mills",
        ),
        (
            "From: Jane Doe <jane@mill.example>\nDate: Tue, 4 May 2020 10:00\nSubject: Oats\n\n…",
            "author: Jane Doe; published: 4 May 2020",
        ),
        (
            "Oats\nby Jane Doe\nThe Orran Herald\nMay 2020\n\n…",
            "author: Jane Doe; published: May 2020",
        ),
        ("Oats\nStory by Kim Park. Photographs by Jo Lee.\n\n…", "author: Kim Park"),
        (
            "Oats\n\n…\n\nReporting by Sarah Young and Ed Cropley in Orran; Editing by Tom Hogue",
            "author: Sarah Young and Ed Cropley",
        ),
        (
            "A guide to oats\nLeaflet of the Oat Growers' Association, May 2015\n\n…",
            "published: May 2015; publisher: Oat Growers' Association",
        ),
        ("Oats\nOrran, 4 May 2020\n\n…", "published: 4 May 2020"),
        (
            "Oats\nBlog: The Oat Diary | 4 May 2020\n\n…",
            "published: 4 May 2020; publisher: The Oat Diary",
        ),
        (
            "Oats\nKeiko Tanaka, Staff Reporter\nDaily Oats, May 4, 2020\n\n…",
            "published: May 4, 2020; publisher: Daily Oats",
        ),
    ],
)
def test_what_an_article_tells_of_itself_is_found(text: str, expected: str) -> None:
    assert found(text) == tuple(expected.split("; "))


@pytest.mark.parametrize(
    "text",
    [
        "Oats\n\n…",
        "Oats\nBy the Numbers\n\n…",
        "Oats\n\nBy Friday the oats were gone.\n\n…",
        "How to get there\n\nBy Train: from Kelmouth. By Car: the A9.\n\n…",
        "Oats\n\n…\n\nReporter: How much did the new wheel cost?",
        "The mill was opened on 3 May 2020 by Jane Doe. It is large.\n\n…",
        "Oats\n\n… (Continued on page 5)",
        "Oats\n\n… (Tidewell Iron Works)",
        "Oats — Wheat — Rye\n\n…",
        "Oats\n\nA book by Jane Doe was read aloud.\n\n…",
        "Oats\n\nBy Jove! It grew.\n\n…",
        "# By Jane Austen's house\n\n…",
        "Oats\nIn May 2020 the mill closed\n\n…",
        "Oats\n\nSummary — The mill closed.\n\n…",
        "The mill closed on 3 May 2020\n\n…",
        "Oats\n\n…\n\nThe report was published on 3 May 2020 and is out of print.",
        "Oats\n\n… It moved to the islands (New Zealand)",
        "Oats\n\n…\n\nJane Doe is a historian and lives nearby.",
        "Mills: Orran, Marrow, Kelmouth\n\n…",
        "Oats\n\n| Date | Source |\n|---|---|\n| 3 May 2020 | Herald |\n\n…",
        "Q: Who wrote it?\nA: Jane Doe.\n\n…",
        "Oats\n\nPrinted on recycled paper\n\n…",
        "SUMMARY\n\nThe mill (Orran) ground oats, and Jane Doe (Reuters) was there.\n\n…",
        "Oats\nOur reporter, 4 May 2020\n\n…",
        "Oats\nDR. HELGA BRANDT\n\n…",
        "",
    ],
)
def test_nothing_is_made_up(text: str) -> None:
    assert found(text) == ()


def test_the_date_of_the_file_counts_where_the_text_has_none() -> None:
    told = signed("Oats\n\nThe mill ground oats.", "2024-05-06")["published"]
    assert (told.value, told.start, told.end) == ("2024-05-06", 0, 0)
    assert signed("Oats\n6 May 2024\n\nThe mill.", "2024-05-06")["published"].value == "6 May 2024"


def test_in_a_long_paragraph_the_sentence_is_named() -> None:
    text = "LONDON, March 3 (Reuters) - The mill ground oats. " + BODY.replace("\n", " ")
    place = signed(text, None)["place"]
    assert text[place.start : place.end] == "LONDON, March 3 (Reuters) - The mill ground oats."


def test_a_long_text_of_names_is_read_at_once() -> None:
    assert signed("Jane Doe, " * 20_000, None) == {}
    assert "published" not in signed("By " + "A. " * 60 + "\n" + "The Mill " * 20, None)


def test_the_author_that_the_file_names_counts_where_the_text_names_none() -> None:
    told = signed("Oats\n\nThe mill ground oats.", None, "Ann Reed")["author"]
    assert (told.value, told.start, told.end) == ("Ann Reed", 0, 0)
    assert signed("Oats\nBy Jane Doe\n\nThe mill.", None, "Ann Reed")["author"].value == "Jane Doe"
    assert "author" not in signed("Oats\n\nThe mill ground oats.", None, "The Herald Staff")
