"""Dates as they are written, and what each means: the table of tests of dates."""

# written | kind | words | earliest | latest | anchor | precision
_TABLE = """
2026-01-09 | moment | 9 January 2026 | 2026-01-09 | 2026-01-09 | 2026-01-09 | day
2022-12 | moment | December 2022 | 2022-12-01 | 2022-12-31 | 2022-12-01 | month
2011 | moment | 2011 | 2011-01-01 | 2011-12-31 | 2011-01-01 | year
2022-11-XX | moment | an unknown day in November 2022 | 2022-11-01 | 2022-11-30 | 2022-11-01 | month
2012~ | moment | about 2012 | 2012-01-01 | 2012-12-31 | 2012-01-01 | year
2026-01-10? | moment | 10 January 2026 (uncertain) | 2026-01-10 | 2026-01-10 | 2026-01-10 | day
2024-10% | moment | about October 2024 (uncertain) | 2024-10-01 | 2024-10-31 | 2024-10-01 | month
2016/2019 | interval | 2016 to 2019 | 2016-01-01 | 2019-12-31 | 2016-01-01 | year
2026-01-06?/2026-01-11? | interval | 6 January 2026 (uncertain) to 11 January 2026 (uncertain) \
| 2026-01-06 | 2026-01-11 | 2026-01-06 | day
2024-11-27/.. | interval | since 27 November 2024 | 2024-11-27 | open | 2024-11-27 | day
2012~/.. | interval | since about 2012 | 2012-01-01 | open | 2012-01-01 | year
../2022-12-12 | interval | by 12 December 2022 | open | 2022-12-12 | 2022-12-12 | day
[2026-01-10,2026-01-11] | one of | 10 or 11 January 2026 | 2026-01-10 | 2026-01-11 \
| 2026-01-10 | day
[2022-11,2022-12] | one of | November or December 2022 | 2022-11-01 | 2022-12-31 \
| 2022-11-01 | month
[2026-01-05..2026-01-07] | one of | between 5 and 7 January 2026 | 2026-01-05 | 2026-01-07 \
| 2026-01-05 | day

2024-02-29 | moment | 29 February 2024 | 2024-02-29 | 2024-02-29 | 2024-02-29 | day
2024-02 | moment | February 2024 | 2024-02-01 | 2024-02-29 | 2024-02-01 | month
2023-02-XX | moment | an unknown day in February 2023 | 2023-02-01 | 2023-02-28 | 2023-02-01 | month
0001 | moment | 1 | 0001-01-01 | 0001-12-31 | 0001-01-01 | year
9999-12 | moment | December 9999 | 9999-12-01 | 9999-12-31 | 9999-12-01 | month
2022-11-XX? | moment | an unknown day in November 2022 (uncertain) | 2022-11-01 | 2022-11-30 \
| 2022-11-01 | month
2022-11-XX~ | moment | an unknown day in about November 2022 | 2022-11-01 | 2022-11-30 \
| 2022-11-01 | month

2026-01-06/2026-01-11 | interval | 6 to 11 January 2026 | 2026-01-06 | 2026-01-11 | 2026-01-06 | day
2026-01-30/2026-02-02 | interval | 30 January to 2 February 2026 | 2026-01-30 | 2026-02-02 \
| 2026-01-30 | day
2025-01-06/2026-01-06 | interval | 6 January 2025 to 6 January 2026 | 2025-01-06 | 2026-01-06 \
| 2025-01-06 | day
2022-11/2023-03 | interval | November 2022 to March 2023 | 2022-11-01 | 2023-03-31 \
| 2022-11-01 | month
2022-11/2022-12 | interval | November to December 2022 | 2022-11-01 | 2022-12-31 \
| 2022-11-01 | month
2022-11-27/2022-12 | interval | 27 November 2022 to December 2022 | 2022-11-27 | 2022-12-31 \
| 2022-11-27 | day
2022-11-30/2022-11 | interval | 30 November 2022 to November 2022 | 2022-11-30 | 2022-11-30 \
| 2022-11-30 | day
2022-11/2022-12-03 | interval | November 2022 to 3 December 2022 | 2022-11-01 | 2022-12-03 \
| 2022-11-01 | month
2026-01-06/2026-01-11? | interval | 6 January 2026 to 11 January 2026 (uncertain) | 2026-01-06 \
| 2026-01-11 | 2026-01-06 | day
2022-11-XX/2022-12-XX | interval \
| an unknown day in November 2022 to an unknown day in December 2022 \
| 2022-11-01 | 2022-12-31 | 2022-11-01 | month
2026-01-10?/.. | interval | since 10 January 2026 (uncertain) | 2026-01-10 | open | 2026-01-10 | day
../2012~ | interval | by about 2012 | open | 2012-12-31 | 2012-12-31 | year
../2022-11-XX | interval | by an unknown day in November 2022 | open | 2022-11-30 \
| 2022-11-30 | month

[2026-01-30,2026-02-01] | one of | 30 January or 1 February 2026 | 2026-01-30 | 2026-02-01 \
| 2026-01-30 | day
[2025-12-31,2026-01-01] | one of | 31 December 2025 or 1 January 2026 | 2025-12-31 | 2026-01-01 \
| 2025-12-31 | day
[2026-01-10,2026-01-11,2026-01-13] | one of | 10, 11 or 13 January 2026 | 2026-01-10 | 2026-01-13 \
| 2026-01-10 | day
[2026-01-30,2026-01-31,2026-02-01] | one of | 30 January, 31 January or 1 February 2026 \
| 2026-01-30 | 2026-02-01 | 2026-01-30 | day
[2016,2017] | one of | 2016 or 2017 | 2016-01-01 | 2017-12-31 | 2016-01-01 | year
[2022-11..2023-01] | one of | between November 2022 and January 2023 | 2022-11-01 | 2023-01-31 \
| 2022-11-01 | month
[2011..2013] | one of | between 2011 and 2013 | 2011-01-01 | 2013-12-31 | 2011-01-01 | year
[2026-01-05..2026-01-07,2026-01-10] | one of | between 5 and 7 January 2026, or 10 January 2026 \
| 2026-01-05 | 2026-01-10 | 2026-01-05 | day

2026-01-09T14:30 | moment | 9 January 2026, 14:30 | 2026-01-09 | 2026-01-09 | 2026-01-09 | day
2026-01-09T14:30:05 | moment | 9 January 2026, 14:30:05 | 2026-01-09 | 2026-01-09 \
| 2026-01-09 | day
2026-01-09T14:30Z | moment | 9 January 2026, 14:30 (UTC) | 2026-01-09 | 2026-01-09 \
| 2026-01-09 | day
2026-01-09T14:30+03:00 | moment | 9 January 2026, 14:30 (UTC+3) | 2026-01-09 | 2026-01-09 \
| 2026-01-09 | day
2026-01-09T00:00-03:30 | moment | 9 January 2026, 00:00 (UTC−3:30) | 2026-01-09 | 2026-01-09 \
| 2026-01-09 | day
2026-01-09T14:00/2026-01-09T16:00 | interval | 9 January 2026, 14:00 to 16:00 | 2026-01-09 \
| 2026-01-09 | 2026-01-09 | day
2026-01-09T22:00/2026-01-10T06:00 | interval | 9 January 2026, 22:00 to 10 January 2026, 06:00 \
| 2026-01-09 | 2026-01-10 | 2026-01-09 | day
2026-01-09T14:00/2026-01-10 | interval | 9 January 2026, 14:00 to 10 January 2026 | 2026-01-09 \
| 2026-01-10 | 2026-01-09 | day
2026-01-09T14:00/.. | interval | since 9 January 2026, 14:00 | 2026-01-09 | open | 2026-01-09 | day
../2026-01-09T14:00 | interval | by 9 January 2026, 14:00 | open | 2026-01-09 | 2026-01-09 | day
[2026-01-09T14:00,2026-01-09T16:00] | one of | 9 January 2026, 14:00 or 16:00 | 2026-01-09 \
| 2026-01-09 | 2026-01-09 | day
[2026-01-09T14:00Z..2026-01-09T16:00Z] | one of | 9 January 2026, between 14:00 and 16:00 (UTC) \
| 2026-01-09 | 2026-01-09 | 2026-01-09 | day
[2026-01-09T14:00,2026-01-10T14:00] | one of | 9 or 10 January 2026, 14:00 | 2026-01-09 \
| 2026-01-10 | 2026-01-09 | day

197X | moment | the 1970s | 1970-01-01 | 1979-12-31 | 1970-01-01 | decade
19XX | moment | the 1900s | 1900-01-01 | 1999-12-31 | 1900-01-01 | century
190X | moment | the years 1900 to 1909 | 1900-01-01 | 1909-12-31 | 1900-01-01 | decade
197X~ | moment | about the 1970s | 1970-01-01 | 1979-12-31 | 1970-01-01 | decade
197X/198X | interval | the 1970s to the 1980s | 1970-01-01 | 1989-12-31 | 1970-01-01 | decade
../19XX | interval | by the 1900s | open | 1999-12-31 | 1999-12-31 | century
"""
GOOD_ROWS = [line.split(" | ") for line in _TABLE.splitlines() if line]
"""The cells of each row."""
