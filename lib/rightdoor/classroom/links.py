"""Personal links: who may sit where, in a text that nobody can make up, that runs out and that can be revoked.

A link says the role, the learner code and the turn (how often the code's links have been revoked); a ticket, kept in a
browser's cookie, says the device as well. Both are signed with the key of one class and are good for that class alone.
Nothing here knows which turn and which device are the present ones: see seats.
"""

import hashlib
import secrets
from dataclasses import dataclass, replace

TRAINEE, INSTRUCTOR = "trainee", "instructor"
MARKS = {TRAINEE: "t", INSTRUCTOR: "i"}
LONGEST = 400  # characters of what can be a link or a ticket


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a link: the `role`, the learner `code` (an instructor's is "instructor"), the `turn`, and of a ticket
    the `device` (an id of one browser)."""

    role: str
    code: str
    turn: int = 0
    device: str = ""


class Refused(Exception):
    """A link or ticket is not good. `why`: "forged", "expired", "revoked", "moved" or "stranger"."""

    def __init__(self, why):
        super().__init__(why)
        self.why = why


class Links:
    """Signs and reads the links and tickets of one class. `key` are its secret bytes, `hours` how long both hold."""

    def __init__(self, key, drill, hours):
        from itsdangerous import URLSafeTimedSerializer

        how = {"digest_method": hashlib.sha256, "key_derivation": "hmac"}
        self._link, self._ticket = (
            URLSafeTimedSerializer(key, salt=f"rightdoor {kind} {drill}", signer_kwargs=how)
            for kind in ("link", "ticket")
        )
        self.seconds = hours * 3600

    def link(self, holder):
        """The text of a link for this Holder: letters, digits, "-", "_" and "."."""
        return self._link.dumps([MARKS[holder.role], holder.code, holder.turn])

    def admit(self, text):
        """The Holder of a link. Raises Refused: "forged" or "expired"."""
        return self._read(self._link, text)

    def ticket(self, holder):
        """The text that a browser keeps once the Holder has come in on a device of her own."""
        return self._ticket.dumps([MARKS[holder.role], holder.code, holder.turn, holder.device])

    def holder(self, text):
        """The Holder of a ticket. Raises Refused: "forged" or "expired"."""
        return self._read(self._ticket, text)

    def _read(self, serializer, text):
        from itsdangerous import BadData, SignatureExpired

        try:
            if len(text) > LONGEST:
                raise Refused("forged")
            mark, code, turn, *device = serializer.loads(text, max_age=self.seconds)
        except SignatureExpired:
            raise Refused("expired") from None
        except (BadData, ValueError, TypeError):
            raise Refused("forged") from None
        role = next(role for role, known in MARKS.items() if known == mark)
        return Holder(role, code, turn, *device)


def on_a_device(holder):
    """The same Holder on a device that has just come in."""
    return replace(holder, device=secrets.token_hex(6))
