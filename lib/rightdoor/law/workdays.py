"""Working days by China's official calendar, with its moved holidays and working weekends."""

from datetime import timedelta


def working_days_after(day, count):
    """`(date, official)`: the `count`-th working day after `day`; `official` is False where a year's calendar is not
    published in the package, so that the date assumes weekends only and no public holiday."""
    from chinese_calendar import is_workday  # loaded only by who needs a date

    official = True
    while count:
        day += timedelta(days=1)
        try:
            works = is_workday(day)
        except NotImplementedError:
            official, works = False, day.weekday() < 5
        count -= works
    return day, official
