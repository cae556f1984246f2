"""Papers to take along: letter of report and list of evidence (.docx), dates (.ics). Word and calendar are known here
alone, and are imported when a paper is asked for."""

from dataclasses import dataclass

from rightdoor.text import Pair, say

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ICS = "text/calendar"


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to download: what it is, its name, its type and its content."""

    label: Pair
    name: str
    type: str
    content: bytes


def letter(plan, door, words, lang):
    """The letter of report to a door of a Plan, as Papers for a reader of `lang`.

    `words` is a plan.Words. The letter is in Chinese; beside Traditional script stands the Simplified letter that
    mainland organs read, beside Chinese a reading copy in English. Raises LookupError for a door that takes no letter.
    """
    from rightdoor.drafts import compose, word

    blocks = compose.letter(plan, door, words)
    papers = []
    for script, label, tail in LETTERS[lang]:
        content = word.write(compose.for_script(blocks, script), script, lang)
        papers.append(Paper(label, f"{door}-{tail}.docx", DOCX, content))
    return tuple(papers)


LETTER, READING = Pair("举报信（可以修改）", "letter of report (editable, in Chinese)"), "letter-reading-copy"
LETTERS = {
    "zh-Hans": (("zh-Hans", LETTER, "letter"),),
    "zh-Hant": (
        ("zh-Hant", Pair("举报信（繁体，可以修改）", ""), "letter-traditional"),
        ("zh-Hans", Pair("举报信（简体，寄给内地机关用）", ""), "letter-simplified"),
    ),
    "en": (("zh-Hans", LETTER, "letter"), ("en", Pair("", "English reading copy (do not send)"), READING)),
}


def evidence_list(plan, words, lang):
    """The list of evidence and red lines as one Paper, for the client's own folder."""
    from rightdoor.drafts import compose, word

    label = Pair("证据清单和红线", "list of evidence and red lines")
    return Paper(label, "evidence-list.docx", DOCX, word.write(compose.evidence_list(plan, words), lang, lang))


def calendar(plan, lang):
    """The plan's dates as one Paper for a calendar program. It names doors and terms, no person and no fact."""
    from rightdoor.drafts import dates

    label = Pair("日历文件（期限和提醒）", "calendar file (dates and reminders)")
    return Paper(label, "dates.ics", ICS, dates.calendar(plan, lambda pair: say(pair, lang)))
