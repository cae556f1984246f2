"""Personal links: forged, run out, revoked, opened twice, opened elsewhere; and the sheet that they are printed on."""

import asyncio
import time

import pytest
from schoolroom import Schoolroom, schoolroom
from visitor import Visitor

from rightdoor import cli
from rightdoor.classroom import INSTRUCTOR, TRAINEE, ClassError, ClassFolder, Holder, Links, Refused, Seats, opening
from rightdoor.classroom.sheet import sheet
from rightdoor.roster import Person
from rightdoor.server.class_words import CLASS_WORDS
from rightdoor.text import LANGS

ANN, BOB = "class-ann111", "class-bob222"
KEY = b"k" * 32


@pytest.fixture
def room(tmp_path):
    """A class that is not served."""
    room = Schoolroom(tmp_path, "warm-up", (ANN, BOB))
    room.now = 0.0
    room.seats = Seats(ClassFolder(room.folder.path), room.record, clock=lambda: room.now)
    yield room
    room.record.close()


def refusal(ask, *arguments):
    with pytest.raises(Refused) as refused:
        ask(*arguments)
    return refused.value.why


# ---- signing -----------------------------------------------------------------------------------------------------


def test_a_link_says_who_and_cannot_be_made_up():
    links, holder = Links(KEY, "drill-1", 12), Holder(TRAINEE, ANN, 3)
    text = links.link(holder)
    assert links.admit(text) == holder
    for n in range(len(text)):
        forged = text[:n] + ("A" if text[n] != "A" else "B") + text[n + 1 :]
        try:
            assert links.admit(forged) == holder, "the last bits of base64 may differ and mean the same"
        except Refused as refused:
            assert refused.why in ("forged", "expired")
    for text in (
        "",
        ".",
        "..",
        "a.b.c",
        "x" * 10_000,
        links.ticket(holder),
        Links(KEY, "drill-2", 12).link(holder),
        "\u202e",
    ):
        assert refusal(links.admit, text) == "forged"
    assert refusal(links.holder, links.link(holder)) == "forged", "a link is no ticket"


def test_a_link_runs_out(monkeypatch):
    links = Links(KEY, "drill-1", 12)
    text, ticket, now = links.link(Holder(TRAINEE, ANN)), links.ticket(Holder(TRAINEE, ANN, 0, "d")), time.time()
    monkeypatch.setattr(time, "time", lambda: now + 12 * 3600 - 60)
    assert links.admit(text).code == ANN
    monkeypatch.setattr(time, "time", lambda: now + 12 * 3600 + 60)
    assert refusal(links.admit, text) == refusal(links.holder, ticket) == "expired"


# ---- seats -------------------------------------------------------------------------------------------------------


def test_a_revoked_link_is_worth_nothing_and_a_new_one_lets_in(room):
    old = room.seats.link(ANN, TRAINEE)
    _, ticket = room.seats.sit(room.seats.arrive(old))
    assert room.seats.holder(ticket).code == ANN
    opening.revoke(room.folder, room.record, ANN)
    room.now += 1
    assert refusal(room.seats.arrive, old) == refusal(room.seats.holder, ticket) == "revoked"
    assert refusal(room.seats.arrive, room.seats.link(ANN, TRAINEE)) == "revoked", "until she is let in again"
    opening.let_in_again(room.folder, room.record, ANN)
    room.now += 1
    assert room.seats.arrive(room.seats.link(ANN, TRAINEE)).code == ANN
    assert refusal(room.seats.arrive, old) == "revoked", "the lost one stays dead"
    assert room.seats.arrive(room.seats.link(BOB, TRAINEE)).code == BOB


def test_a_link_opened_again_moves_the_seat(room):
    link = room.seats.link(ANN, TRAINEE)
    _, first = room.seats.sit(room.seats.arrive(link))
    _, second = room.seats.sit(room.seats.arrive(link))
    assert refusal(room.seats.holder, first) == "moved" and room.seats.holder(second).code == ANN
    again = Seats(ClassFolder(room.folder.path), room.record)
    assert refusal(again.holder, first) == "moved" and again.holder(second).code == ANN, (
        "after the server came back too"
    )


def test_two_instructors_sit_at_once_until_their_link_is_revoked(room):
    link = room.seats.link(INSTRUCTOR, INSTRUCTOR)
    tickets = [room.seats.sit(room.seats.arrive(link))[1] for _ in range(2)]
    assert {room.seats.holder(t).role for t in tickets} == {INSTRUCTOR}
    opening.revoke(room.folder, room.record, INSTRUCTOR)
    room.now += 1
    assert {refusal(room.seats.holder, t) for t in tickets} == {"revoked"}
    assert room.seats.arrive(room.seats.link(INSTRUCTOR, INSTRUCTOR)).role == INSTRUCTOR


def test_a_code_that_is_not_in_the_class_has_no_seat(room):
    assert refusal(room.seats.arrive, room.seats.links.link(Holder(TRAINEE, "class-eve333"))) == "stranger"
    with pytest.raises(ClassError):
        opening.revoke(room.folder, room.record, "class-eve333")


def test_a_class_that_is_taken_up_again_keeps_key_port_and_links(room):
    link, people = room.seats.link(ANN, TRAINEE), opening.roster_of(room.folder)
    new = type(people)((*people.people, Person("class-new444", "后来的", "zh-Hans")))
    again = opening.take_up(room.folder.path, new, room.record, "warm-up")
    seats = Seats(again, room.record)
    assert (again.key, again.port, again.drill) == (room.folder.key, room.folder.port, room.drill)
    assert seats.arrive(link).code == ANN and seats.arrive(seats.link("class-new444", TRAINEE)).code == "class-new444"
    with pytest.raises(ClassError):
        opening.take_up(room.folder.path, None, room.record, "police-lookup")


@pytest.mark.parametrize("name", ["key", "class.json"])
def test_a_spoilt_folder_is_said_in_a_sentence(room, name):
    (room.folder.path / name).write_text("{]")
    with pytest.raises(ClassError) as error:
        ClassFolder(room.folder.path)
    assert error.value.problem.place.endswith(name) and error.value.problem.cure.zh


# ---- the words and the sheet -------------------------------------------------------------------------------------


def test_every_refusal_has_a_sentence_in_three_scripts():
    for lang in LANGS:
        for why in ("forged", "expired", "revoked", "moved", "stranger", "no-link", "too-often"):
            assert CLASS_WORDS[lang][why] and CLASS_WORDS[lang][f"{why}-why"]
    assert CLASS_WORDS["zh-Hans"]["revoked"] != CLASS_WORDS["zh-Hant"]["revoked"] != CLASS_WORDS["en"]["revoked"]


def test_the_sheet_is_inert_whatever_a_name_is():
    people = [
        Person(ANN, '<img src=x onerror=alert(1)>=HYPERLINK("http://evil")', "en"),
        Person(BOB, "王小明", "zh-Hant"),
    ]
    page = sheet(people, lambda code: f"http://10.0.0.1:8765/in/{code}", "http://10.0.0.1:8765/in/own", 12, "zh-Hans")
    assert "<img" not in page and "<script" not in page and "onerror=alert(1)&gt;" in page
    assert (
        page.count("<svg") == 3
        and 'lang="en"' in page
        and "你的代碼" in page
        and "default-src &#x27;none&#x27;" in page
    )
    assert "href=" not in page and "src=" not in page.replace("<img src=x", "").replace("&lt;img src=x", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["open", "no-such-plan", "--roster", "ROSTER"], "there is no such plan"),
        (["open", "warm-up"], "--roster: is needed"),
        (["open", "warm-up", "--roster", "DOUBLE"], "stands in row 2 already"),
        (["open", "warm-up", "--roster", "HOSTILE"], "does not begin with a letter"),
        (
            ["open", "warm-up", "--roster", "ROSTER", "--host", "0.0.0.0", "--port", "80", "--hours", "0"],
            "no address that a trainee could type",
        ),
        (["revoke", ANN, "--folder", "NOWHERE"], "there is no class here"),
        (["links", "--folder", "NOWHERE"], "there is no class here"),
    ],
)
def test_bad_input_is_said_before_anything_is_made(tmp_path, monkeypatch, capsys, arguments, said):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("RIGHTDOOR_STORE", str(tmp_path / "data" / "events.sqlite"))
    rows = {"ROSTER": f"{ANN},Ann Lee,en\n", "DOUBLE": f"{ANN},Ann,en\n{ANN},Bob,en\n",
            "HOSTILE": f"{ANN},=HYPERLINK(1),en\n\n{BOB},<img onerror>,en\n"}  # fmt: skip
    for name, text in rows.items():
        (tmp_path / name).write_text("code,name,lang\n" + text)
    given = [str(tmp_path / a) if a.isupper() else a for a in arguments]
    assert (
        cli.main(
            ["class", *given, "--no-serve", "--lang", "en"] if given[0] == "open" else ["class", *given, "--lang", "en"]
        )
        == 2
    )
    assert said in capsys.readouterr().err
    assert not list(tmp_path.rglob("class.json"))


def test_open_prepares_a_class_and_the_same_command_goes_on_with_it(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("RIGHTDOOR_STORE", str(tmp_path / "events.sqlite"))
    roster = tmp_path / "class.csv"
    roster.write_bytes(
        b"code,name,lang\r\n" + f"{ANN},王小明,zh-Hans\r\n".encode("gb18030")
    )  # as a spreadsheet saves it
    command = ["class", "open", "warm-up", "--roster", str(roster), "--no-serve", "--lang", "en"]
    assert cli.main(command) == 0 and cli.main(command) == 0
    said = capsys.readouterr().out
    (folder,) = (tmp_path / "data" / "rightdoor" / "classes").iterdir()
    assert said.count("links.html") == 2 and "王小明" in (folder / "links.html").read_text("utf-8")
    assert (
        cli.main(["class", "revoke", ANN, "--lang", "en"]) == 0
        and cli.main(["class", "links", ANN, "--lang", "en"]) == 0
    )
    assert (folder / f"links-{ANN}.html").is_file()


# ---- as a browser meets them -------------------------------------------------------------------------------------


def test_a_seat_moves_comes_back_and_is_revoked(tmp_path):
    async def scenario(room):
        phone, laptop = Visitor(room.url), Visitor(room.url)
        await phone.enter(room.link(ANN))
        await phone.arrive()
        preview = await laptop.ask(f"in/{room.link(ANN)}")
        assert preview.code == 200 and await phone.pulse() == "here", "who only looks at a link moves nobody"
        await laptop.enter(room.link(ANN))
        assert await phone.pulse() == "moved"
        await laptop.arrive()
        await phone.until(
            lambda: phone.reader.done(), "the end of the old line", 15
        ) if not phone.reader.done() else None
        page = await phone.ask("")
        assert page.code == 403 and "This seat is open on another device" in page.body.decode()
        assert (await phone.ask("here", "POST", form={})).code == 303, "her own button brings it back"
        await phone.arrive()
        assert await phone.pulse() == "here" and await laptop.pulse() == "moved"
        opening.revoke(room.folder, room.record, ANN)
        await asyncio.sleep(2.5)
        assert await phone.pulse() == "revoked" and phone.reader.done(), "its line is cut"
        assert (await phone.ask(phone.page)).headers["Location"] == "/"
        for path in (f"in/{room.link(ANN)}", ""):
            response = await phone.ask(path)
            assert response.code == 403 and all(
                CLASS_WORDS[lang]["revoked"] in response.body.decode() for lang in LANGS
            )

    with schoolroom(tmp_path, codes=(ANN, BOB)) as room:
        asyncio.run(scenario(room))
