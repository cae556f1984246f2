"""A trainee's way through a case. The state is a fold of what was answered; the same events always rebuild it."""

import hashlib
from dataclasses import dataclass, field, replace
from functools import cached_property

from rightdoor.cases.case import Case, News, Option, day_of, fill, fill_facts, variants
from rightdoor.cases.kinds import AnswerError
from rightdoor.text import Pair

END = "end"
EDITED = Pair(
    "这个案例在您上次练习之后改过：从“{step}”这一步起，有 {left} 个回答接不上，已保留在记录里，请从这里继续。",
    "This case has been edited since you last worked on it: from the step '{step}' on, {left} of your answers no "
    "longer fit. They stay in the record; please go on from here.",
)


@dataclass(frozen=True, slots=True)
class Move:
    """One thing the trainee did: `answered` a step, went `back` over the last answer, or heard `news` (its id is the
    response) at a step, or at the end, which is "".

    `certainty` is how sure she said she was: sure, think-so, guess or None.
    """

    kind: str
    step: str
    response: object = None
    certainty: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a step shows, in Pairs with the variant filled in. `options` stand in the seeded order shown.

    `least` and `most` bound what may be chosen; `hint` is shown when asked for; `attempt` counts from 1. By `kind`:

    - choose-one: one of `options`; the response is its id.
    - choose-several, finding, letter: at least `least` and at most `most` of `options`; the response is a list of ids
      (a `finding` with `most` 1 may be shown as a choice of one). `options` of a letter are elements to tick.
    - order-doors: `options` are doors; the response is a list of ids in the trainee's order.
    - match: `options` are items, `places` (id and label, in the order of the file) are where each of them goes; several
      items may go to one place and a place may stay empty; the response is `{item id: place id}` with every item.
    - number: no options; `unit` is the vocabulary id of its unit (items, days, percent …); the response is a whole
      number, as text or int.
    - date: no options, no unit; the response is an ISO date (the value of `<input type="date">`).
    """

    step: str
    kind: str
    say: Pair | None
    ask: Pair
    options: tuple[Option, ...]
    least: int
    most: int
    unit: str
    hint: Pair | None
    skill: str
    attempt: int
    places: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Walk:
    """The frozen state: case, variant, seed and moves. `lost` says what of an older log could not be replayed.

    `hints` are the ids of the steps whose hint was asked for.
    """

    case: Case
    seed: str
    variant: dict
    moves: tuple[Move, ...] = ()
    lost: tuple[Pair, ...] = field(default=(), compare=False)
    hints: tuple[str, ...] = field(default=(), compare=False)

    # ---- where it stands -----------------------------------------------------------------------------------

    @cached_property
    def _standing(self):
        """The moves that stand: answered and not taken back, and news."""
        stack = []
        for move in self.moves:
            if move.kind == "back":
                del stack[max(n for n, m in enumerate(stack) if m.kind == "answered")]
            else:
                stack.append(move)
        return tuple(stack)

    @cached_property
    def answers(self):
        """The answers that stand, in order."""
        return tuple(move for move in self._standing if move.kind == "answered")

    @cached_property
    def _trail(self):
        """`(id of the step to answer now or END, told, resume, waiting)`.

        News waits until the step under way is left, so that nothing half entered changes; then its facts hold and its
        steps come, and their end leads to the step `resume`. `told` are the Moves and News that brought facts, in order.
        """
        at, resume, told, waiting = self.case.start, "", [], []
        for move in self._standing:
            if move.kind == "news":
                waiting.append(self.case.news[move.response])
            else:
                told.append(move)
                at = self._next(self.case.steps[move.step], move.response)
                if at == END and resume:
                    at, resume = resume, ""
            left = at == END or (move.kind == "answered" and at != move.step)
            news = next((n for n in waiting if _reaches(n, told)), None) if left and not resume else None
            if news:
                waiting.remove(news)
                told.append(news)
                at, resume = news.go, at
        return at, tuple(told), resume, tuple(waiting)

    @cached_property
    def step(self):
        """The Step to answer now, or None at the end."""
        id = self._trail[0]
        return None if id == END else self.case.steps[id]

    @property
    def resume(self):
        """The id of the step that the steps of news lead back to (END: the end), or "" outside them."""
        return self._trail[2]

    @property
    def heard(self):
        """The News heard, in order."""
        return tuple(self.case.news[move.response] for move in self._standing if move.kind == "news")

    @property
    def reached(self):
        """Those of the News heard that may be shown: their facts hold as soon as the step under way is left."""
        return tuple(news for news in self.heard if _reaches(news, self._trail[1]))

    @property
    def done(self):
        """Whether the case has been worked to its end."""
        return self.step is None

    @property
    def attempt(self):
        """Which try at the present step this is, from 1; going back does not reset it."""
        return 1 + sum(m.kind == "answered" and m.step == self.step.id for m in self.moves) if self.step else 0

    @cached_property
    def path(self):
        """The ids of the steps answered, in order, each once: for a trail on the screen."""
        return tuple(dict.fromkeys(move.step for move in self.answers))

    # ---- what is known -------------------------------------------------------------------------------------

    @cached_property
    def learned(self):
        """Facts known so far, path to value: from the start, told on entering a step, and asked for."""
        found = dict(self.case.facts)
        for told in self._trail[1]:
            source = told if isinstance(told, News) else self.case.steps[told.step]
            found.update(source.learn)
            for option in () if source is told else _chosen(source, told.response):
                found.update(option.learn)
        found.update(self.step.learn if self.step else {})
        return fill_facts(found, self.variant)

    @cached_property
    def notes(self):
        """What the client has said so far: `(question, answer)` Pairs in the order asked."""
        asked = [option for m in self.answers for option in _chosen(self.case.steps[m.step], m.response) if option.tell]
        return tuple((self.fill(option.label), self.fill(option.tell)) for option in asked)

    @cached_property
    def facts(self):
        """The Facts that the law is asked about: what has not been learned stays unknown."""
        from rightdoor.law.facts import parse

        learned = dict(self.learned)
        return parse({"on": learned.pop("on")}).learn(learned)

    @cached_property
    def decision(self):
        """What the law says on the facts learned so far, on the day the client comes."""
        from rightdoor.law.decide import decide

        return decide(self.facts, self.case.book, today=self.case.today)

    # ---- what is shown and what is done --------------------------------------------------------------------

    def fill(self, pair):
        """The text with this walk's variant filled in."""
        return fill(pair, self.case, self.variant)

    def prompt(self):
        """The Prompt of the present step. ValueError at the end."""
        step = self.step
        if step is None:
            raise ValueError("the walk is at its end")
        shown = self._shown(step)
        options = tuple(replace(o, label=self.fill(o.label), tell=None, hint=None, why=None) for o in shown)
        return Prompt(
            step.id,
            step.kind.id,
            self.fill(step.say),
            self.fill(step.ask),
            options,
            min(step.least, len(shown)),
            min(step.most, len(shown)),
            self._unit(step),
            self.fill(step.hint),
            step.skill,
            self.attempt,
            tuple(replace(place, label=self.fill(place.label)) for place in step.places),
        )

    def _unit(self, step):
        if step.parameter:
            return self.case.book.parameter(step.parameter, day_of(step, self.case)).unit
        return {"needed": "items", "score": "percent"}.get(step.decide, "")

    def accept(self, response):
        """The response in its plain form: id, tuple of ids, dict, int or ISO date. AnswerError if it is no answer."""
        if self.step is None:
            raise AnswerError(Pair("这个案例已经做完了。", "This case has been worked to its end."))
        return self.step.kind.accept(self.step, [o.id for o in self._shown(self.step)], response)

    def take(self, response, certainty=None):
        """A new Walk with the present step answered. AnswerError if the response is no answer."""
        return self._with(Move("answered", self.step.id if self.step else "", self.accept(response), certainty))

    def hint(self):
        """A new Walk that knows that the hint of the present step was asked for."""
        asked = (*self.hints, self.step.id) if self.step and self.step.id not in self.hints else self.hints
        return replace(self, hints=asked)

    def hear(self, id):
        """A new Walk that knows of a News of the case. ValueError if the case has none of that id."""
        if id not in self.case.news:
            raise ValueError(f"{self.case.id} has no news {id}")
        known = any(news.id == id for news in self.heard)
        return self if known else self._with(Move("news", self.step.id if self.step else "", id))

    def back(self):
        """A new Walk with the last answer taken back (a new attempt at its step). ValueError at the start."""
        if not self.answers:
            raise ValueError("there is no answer to take back")
        return self._with(Move("back", self.answers[-1].step))

    def _with(self, move):
        return Walk(self.case, self.seed, self.variant, (*self.moves, move), hints=self.hints)

    def before(self, position):
        """The Walk as it stood before its move of that position, counted from 0."""
        return Walk(self.case, self.seed, self.variant, self.moves[:position], hints=self.hints)

    def _next(self, step, response):
        chosen = _chosen(step, response)
        return next((o.next for o in chosen if o.next), None) or (step.id if any(o.hint for o in chosen) else step.next)

    def _answered(self, option):
        """Whether the client has told all that this question would bring; a choice that branches is always open."""
        if not (option.tell and option.learn) or option.next:
            return False
        return all(self.learned.get(path) == value for path, value in fill_facts(option.learn, self.variant).items())

    def _shown(self, step):
        """The options in the seeded order, the same on every machine. A question already answered is left out."""
        options = [o for o in step.options if not self._answered(o)]
        if step.keep_order:
            return options
        return sorted(options, key=lambda o: _digest(self.case.id, self.seed, step.id, o.id))


def begin(case, seed, variant=None):
    """A new Walk. The seed (text or number) picks the variant unless one is given; ValueError if it is unknown."""
    every = variants(case)
    if variant is None:
        variant = every[int(_digest(case.id, seed, "variant"), 16) % len(every)]
    elif variant not in every:
        raise ValueError(f"{variant} is not a variant of {case.id}")
    return Walk(case, str(seed), dict(variant))


def trial(case, told, variant):
    """The Walk that begins one of the walks that the file names (`told`), its news heard."""
    walk = begin(case, "0", variant)
    for id in told.get("hear", ()):
        walk = walk.hear(id)
    return walk


def replay(case, seed, events):
    """The Walk that recorded events lead to, each with `kind`, `step` and `response`; other kinds are passed over.

    After an edit of the case an event may no longer fit. Replay then stops there and `lost` says what it left out.
    """
    walk, events = begin(case, seed), list(events)
    for position, event in enumerate(events):
        try:
            walk = _apply(walk, case, seed, event)
        except (AnswerError, ValueError):
            left = sum(e.kind == "answered" for e in events[position:])
            return replace(walk, lost=(EDITED.format(step=event.step or case.start, left=left),))
    return walk


def _apply(walk, case, seed, event):
    if event.kind in ("started", "restarted"):
        return begin(case, getattr(event, "seed", None) or seed, event.response or None)
    if event.kind == "back":
        return walk.back()
    if event.kind == "hint":
        return walk.hint()
    if event.kind == "news":
        return walk.hear(event.response)
    if event.kind != "answered":
        return walk
    if walk.step is None or walk.step.id != event.step:
        raise ValueError(f"the walk is not at {event.step}")
    return walk.take(event.response, getattr(event, "certainty", None))


def _reaches(news, told):
    return not news.after or any(isinstance(one, Move) and one.step == news.after for one in told)


def _chosen(step, response):
    if step is None or response is None or not step.kind.listed or isinstance(response, dict):
        return ()
    ids = (response,) if isinstance(response, str) else response
    return tuple(o for o in (step.option(id) for id in ids) if o)


def _digest(*parts):
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
