"""Numbers and dates as a spreadsheet shows them."""

from datetime import date, datetime, time, timedelta

import pytest

from index.reading.further.values.number_formats import shown

DAY = datetime(2024, 5, 31)
MOMENT = datetime(2024, 5, 31, 14, 5)


@pytest.mark.parametrize(
    ("value", "style", "seen"),
    [
        (0.125, "0.0%", "12.5%"),
        (0.07, "0%", "7%"),
        (1234567.5, '#,##0.00 "€"', "1,234,567.50 €"),
        (1234.5, "[$€-407]#,##0.00", "€1,234.50"),
        (-5, '"$"#,##0_);("$"#,##0)', "($5)"),
        (-5.5, '"$"#,##0.00', "-$5.50"),
        (-1234.5, '_-* #,##0.00 "€"_-;-* #,##0.00 "€"_-', "-1,234.50 €"),
        (-3, "#,##0;[Red]-#,##0", "-3"),
        (0, '0;-0;"none"', "none"),
        (0.0, '_($* #,##0_);_($* (#,##0);_($* "-"??_)', "$-"),
        (7, "000", "007"),
        (1234, "General", "1234"),
        (0.1 + 0.2, "General", "0.3"),
        (12.5, "0.##", "12.5"),
        (1500000, '0.0,,"M"', "1.5M"),
        (1234.5, "0.00E+00", "1.23E+03"),
        (20.5, '0.0" °C"', "20.5 °C"),
        (0.5, "# ?/?", "0.5"),
        (5, 'General" kg"', "5 kg"),
        (-5, 'General" kg"', "-5 kg"),
        (1500, '[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', "1.5K"),
        (2500000, '[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', "2.5M"),
        (15, '[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', "15"),
        (-15, '[>=1000]0.0,"K";0', "-15"),
        (5551234, "[<=9999999]###-####;(###) ###-####", "555-1234"),
        (2125551234, "[<=9999999]###-####;(###) ###-####", "(212) 555-1234"),
        (12, "###-####", "12"),
        (5, '[>10]"many"', "5"),
        (123456789, "000-00-0000", "123-45-6789"),
        (1234567, r"000\-00\-0000", "001-23-4567"),
        (612345678, "00 00 00 00 00", "06 12 34 56 78"),
        (1234.5, "# ##0.00", "1 234.50"),
        (12, "# ##0", "12"),
        (-1234567, "# ##0", "-1234 567"),
        (0.5, ".00", ".50"),
        (-5, "0.0;;", "-5"),
        (5, "[Red]", "5"),
        (45000, "yyyy", "45000"),
        ("Adult", "0.00", "Adult"),
        (None, "0.00", ""),
        (True, "General", "TRUE"),
    ],
)
def test_numbers_stand_as_they_are_shown(value: object, style: str, seen: str) -> None:
    assert shown(value, style) == seen


@pytest.mark.parametrize(
    ("value", "style", "seen"),
    [
        (DAY, "dd/mm/yyyy", "31/05/2024"),
        (DAY, "dddd, d. mmmm yyyy", "Friday, 31. May 2024"),
        (DAY, "mmm-yy", "May-24"),
        (DAY, 'yyyy"年"m"月"d"日"', "2024年5月31日"),
        (DAY, "[$-407]d. mmmm yyyy;@", "31. May 2024"),
        (MOMENT, "d mmm yyyy h:mm AM/PM", "31 May 2024 2:05 PM"),
        (MOMENT, "yyyy-mm-dd hh:mm:ss", "2024-05-31 14:05:00"),
        (time(14, 5), "h:mm", "14:05"),
        (time(0, 1, 2, 350000), "mm:ss.00", "01:02.35"),
        (timedelta(seconds=62.35), "[mm]:ss.00", "01:02.35"),
        (timedelta(seconds=62.35), "[s].0", "62.4"),
        (timedelta(hours=30, minutes=5, seconds=7), "[h]:mm:ss", "30:05:07"),
        (timedelta(hours=1, minutes=5), "[m]", "65"),
        (timedelta(hours=30, minutes=5), "General", "30:05:00"),
        (DAY, "yyyy-mm-dd_)", "2024-05-31"),
        (MOMENT, "[$-411]ggge", "2024-05-31 14:05:00"),
        (timedelta(hours=30, minutes=5), "[h]:mm", "30:05"),
    ],
)
def test_dates_and_times_stand_as_they_are_shown(value: object, style: str, seen: str) -> None:
    assert shown(value, style) == seen


@pytest.mark.parametrize("value", [DAY, date(2024, 5, 31)])
def test_a_date_in_the_format_of_each_reader_s_system_is_told_without_doubt(value: date) -> None:
    assert shown(value, "mm-dd-yy") == "2024-05-31"
