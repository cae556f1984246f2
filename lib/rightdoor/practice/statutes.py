"""The statute browser: search, choose an instrument and an article, move through its versions, see what changed."""

import re
from datetime import date

from rightdoor.pictures.versions import lineage
from rightdoor.practice import quote
from rightdoor.practice.markup import button, capital, join, lines, tag
from rightdoor.practice.reference import Page
from rightdoor.tables.search import LONGEST, changes, predecessor, search
from rightdoor.text import Pair, convert, say, ui

MOST_HITS = 30
WORDS = {
    "statutes": Pair("法条", "Statutes"),
    "search": Pair("找词，或者条号（如 253-1、第五条）", "Words, or the number of an article (such as 253-1)"),
    "go": Pair("找", "Find"),
    "law": Pair("法律、法规、司法解释", "Law, regulation or interpretation"),
    "open": Pair("打开", "Open"),
    "hits": Pair("“{query}”：找到 {n} 条", "“{query}”: articles found: {n}"),
    "hits-more": Pair(
        "“{query}”：找到 {n} 条，先列 {most} 条；多写一个词可以缩小范围。",
        "“{query}”: {n} found, the first {most} are listed; one more word narrows it down.",
    ),
    "no-hits": Pair(
        "没有条文含有“{query}”。换一个词，或者只写条号。",
        "No article holds “{query}”. Try another word, or the number alone.",
    ),
    "too-long": Pair("要找的文字太长，写几个词就够了。", "That is too long; a few words are enough."),
    "articles-of": Pair("{law}：收录 {n} 条", "{law}: {n} articles held"),
    "articles": Pair("条文", "Articles"),
    "versions": Pair("版本", "Versions"),
    "version": Pair("第 {n} 版：{since} 起", "Version {n}: from {since}"),
    "version-ended": Pair("第 {n} 版：{since} 至 {until} 前", "Version {n}: {since} until before {until}"),
    "in-force": Pair("现行", "in force"),
    "not-in-force": Pair("已失效", "no longer in force"),
    "to-come": Pair("尚未施行", "not yet in force"),
    "compared": Pair(
        "和前一版（{cite}，{since} 起）比，− 是删去的，＋ 是新加的",
        "Against the version before ({cite}, from {since}): − is what went, ＋ what is new",
    ),
    "first": Pair(
        "这是收录的最早一版，没有可比的。", "This is the earliest version held; there is nothing to compare it with."
    ),
    "gone": Pair("删去：", "removed: "),
    "new": Pair("新加：", "added: "),
    "same-number": Pair("同一条号，另一内容", "same number, other content"),
    "date-unsure": Pair("施行日期没有核实。", "The date from which it applies is not verified."),
}
TOKEN = re.compile(r"\S+\s*")


def word(key, lang, **values):
    """The words of the browser in one language."""
    return say(WORDS[key].format(**values) if values else WORDS[key], lang)


class StatuteBrowser:
    """All articles of the Book, by search or by instrument, with versions and differences. `sheet` shows it."""

    def __init__(self, book, lang, article="criminal-law/253-1", on=None):
        self.book, self.lang, self.today = book, lang, on or date.today()
        self.query, self.hits, self.listing, self.law = "", None, False, article.partition("/")[0]
        self.sheet = Page(lang, word("statutes", lang), self.act)
        self._open(article)
        self._show()

    def act(self, do, of, values):
        """One message of the sheet: search, open an instrument, an article, a version."""
        self.listing = do in ("search", "law")
        if do == "search":
            self._search(str(values.get("query", "")))
            self._show(self._told(), "list")
        elif do == "law" and values.get("law") in self._laws():
            self.law, self.hits, self.query = values["law"], None, ""
            self._show(self._told(), "list")
        elif do == "article" and of in self.book.articles:
            self._open(of)
            self._show(say(self.book.cite(of), self.lang), "article")
        elif do == "version" and of.isdigit() and int(of) < len(self.versions):
            self.at = int(of)
            self._show(self._name(self.at), "article")

    def _search(self, query):
        self.query = query.strip()
        self.hits = search(self.book, query) if self.query else None

    def _open(self, id):
        """Show an article: its line through renumberings, and what else its number has borne."""
        self.article, self.law = id, id.partition("/")[0]
        chain = lineage(self.book, id, self.today)
        others = [(id, v) for v in self.book.versions(id) if (id, v) not in chain]
        self.line = chain
        self.versions = sorted([*chain, *others], key=lambda entry: entry[1].since)
        standing = [
            i for i, (_, v) in enumerate(self.versions) if self._state(v) == "in-force" and self.versions[i] in chain
        ]
        self.at = standing[-1] if standing else len(self.versions) - 1

    def _state(self, version):
        if version.since > self.today:
            return "to-come"
        return "not-in-force" if version.until and version.until <= self.today else "in-force"

    def _laws(self):
        return {a.instrument.id: a.instrument for a in self.book.articles.values()}

    # ---- what is on the sheet --------------------------------------------------------------------------------------

    def _show(self, said="", focus=""):
        self.sheet.show([("form", self._forms()), ("list", self._list()), ("article", self._article())], said, focus)

    def _forms(self):
        lang = self.lang
        find = tag("button", word("go", lang), type="submit", data_do="search", class_="rd-button rs-primary")
        field = tag("input", type="search", name="query", value=self.query, maxlength=LONGEST, autocomplete="off")
        options = [
            tag("option", capital(say(law.short, lang)), value=id, selected=id == self.law)
            for id, law in sorted(self._laws().items(), key=lambda entry: entry[1].short.en)
        ]
        choose = tag("label", word("law", lang), tag("select", options, name="law"))
        opener = tag("button", word("open", lang), type="submit", data_do="law", class_="rd-button")
        return join(
            tag(
                "form",
                tag("label", word("search", lang), field),
                tag("div", find, class_="rr-acts"),
                class_="rr-form",
                data_do="search",
                role="search",
            ),
            tag(
                "form",
                choose,
                tag("div", opener, class_="rr-acts"),
                class_="rr-form",
                data_do="law",
                aria_label=word("law", lang),
            ),
        )

    def _told(self):
        lang = self.lang
        if len(self.query) > LONGEST:
            return word("too-long", lang)
        if self.hits is None:
            law = self._laws()[self.law]
            return word("articles-of", lang, law=law.title, n=len(self._listed()))
        if not self.hits:
            return word("no-hits", lang, query=self.query)
        key = "hits-more" if len(self.hits) > MOST_HITS else "hits"
        return word(key, lang, query=self.query, n=len(self.hits), most=MOST_HITS)

    def _listed(self):
        if self.hits is not None:
            return self.hits[:MOST_HITS]
        return [id for id, a in self.book.articles.items() if a.instrument.id == self.law]

    def _list(self):
        """What was found, or the articles of the instrument, each a button."""
        rows = [
            tag("li", button(self._entry(id), "article", id, aria_current="true" if id == self.article else None))
            for id in self._listed()
        ]
        head = tag("h2", self._told(), tabindex="-1", data_focus="list")
        return (
            join(
                head,
                tag(
                    "details",
                    tag("summary", word("articles", self.lang)),
                    tag("ul", rows, class_="rr-hits"),
                    class_="rs-fold",
                    open=self.listing,
                ),
            )
            if rows
            else head
        )

    def _entry(self, id):
        article = self.book.articles[id]
        return join(
            say(self.book.cite(id), self.lang), " ", tag("span", say(article.heading, self.lang), class_="rs-quiet")
        )

    # ---- one article -----------------------------------------------------------------------------------------------

    def _article(self):
        id, version = self.versions[self.at]
        provision = self.book.article(id, version.since)
        heading = tag(
            "h2",
            say(provision.cite, self.lang),
            " ",
            tag("span", say(provision.heading, self.lang), class_="rs-quiet"),
            tabindex="-1",
            data_focus="article",
        )
        unsure = (
            tag("p", word("date-unsure", self.lang), class_="rs-small")
            if version.source.get("date_status", "verified") != "verified"
            else None
        )
        note = (
            tag("p", say(Pair.of(version.source["note"]), self.lang), class_="rs-small")
            if "note" in version.source
            else None
        )
        return join(
            heading,
            self._version_buttons(),
            self._compared(id, version),
            tag("p", quote.period(provision, self.lang), class_="rs-small"),
            tag("p", quote.source(provision, self.lang), class_="rs-small"),
            unsure,
            note,
        )

    def _name(self, i):
        id, version = self.versions[i]
        key = "version" if version.until is None else "version-ended"
        name = word(
            key, self.lang, n=i + 1, since=version.since.isoformat(), until=(version.until or version.since).isoformat()
        )
        extra = [word(self._state(version), self.lang)]
        if id != self.article:
            extra.insert(0, say(self.book.cite(id), self.lang))
        elif (id, version) not in self.line:
            extra.append(word("same-number", self.lang))
        return f"{name} ({'; '.join(extra)})" if self.lang == "en" else f"{name}（{'；'.join(extra)}）"

    def _version_buttons(self):
        buttons = [
            button(self._name(i), "version", str(i), aria_pressed="true" if i == self.at else "false")
            for i in range(len(self.versions))
        ]
        return tag("div", buttons, class_="rr-list", role="group", aria_label=word("versions", self.lang))

    def _compared(self, id, version):
        """The text with what changed since the version before it; English readers get the gloss first."""
        before = predecessor(self.book, id, version)
        old = before[1] if before else None
        told = (
            word("compared", self.lang, cite=self.book.cite(before[0]), since=old.since.isoformat())
            if before
            else word("first", self.lang)
        )
        gloss = None
        if self.lang == "en":
            gloss = join(
                tag("p", tag("em", ui("unofficial-gloss", "en") + ":")),
                tag("blockquote", _pieces(TOKEN.findall(old.en) if old else None, TOKEN.findall(version.en), 1, "en")),
                tag("p", ui("official-text", "en"), class_="rs-small"),
            )
        turned = convert if self.lang == "zh-Hant" else str
        text = _pieces(turned(old.zh) if old else None, turned(version.zh), 3, self.lang)
        own = self.lang if self.lang != "en" else "zh-Hans"
        converted = tag("p", ui("converted-text", self.lang), class_="rs-small") if self.lang == "zh-Hant" else None
        return join(tag("p", told, class_="rs-small"), gloss, tag("blockquote", text, lang=own), converted)


def _pieces(old, new, shortest, lang):
    """The new text with what went and what came marked by sign and colour; without an old one, as it is."""
    if old is None:
        return lines("".join(new))
    parts = []
    for kind, piece in changes(old, new, shortest):
        text = lines("".join(piece))
        if kind == "same":
            parts.append(text)
        else:
            sign = tag("b", "−" if kind == "gone" else "＋", aria_hidden="true")
            hidden = tag("span", word(kind, lang), class_="rd-hidden")
            parts.append(tag("del" if kind == "gone" else "ins", hidden, sign, text))
    return join(parts)
