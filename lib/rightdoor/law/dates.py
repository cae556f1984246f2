"""Calendar arithmetic: terms in days, months and years, and working days by China's official calendar."""

from datetime import date, timedelta


def later(day, count, unit):
    """The date `count` days, months or years after `day` (the first day is not counted).

    A month without that day ends on its last one.
    """
    if unit == "days":
        return day + timedelta(days=count)
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "years" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, _last_day(year, month + 1)))


def _last_day(year, month):
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def is_working_day(day):
    """`(works, official)`: whether people work on that day; `official` is False where the year's calendar is not
    published in the package, so that only weekends are known."""
    from chinese_calendar import is_workday  # loaded only by who needs a date

    try:
        return is_workday(day), True
    except NotImplementedError:
        return day.weekday() < 5, False


def working_days_after(day, count):
    """`(date, official)`: the `count`-th working day after `day`; `official` is False where a year's calendar is not
    published in the package, so that the date assumes weekends only and no public holiday."""
    official = True
    while count:
        day += timedelta(days=1)
        works, known = is_working_day(day)
        official, count = official and known, count - works
    return day, official
