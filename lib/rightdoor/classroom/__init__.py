"""What stands around a drill: the folder of a class, its personal links, and who may sit where."""

from rightdoor.classroom.folder import ClassError, ClassFolder
from rightdoor.classroom.links import INSTRUCTOR, TRAINEE, Holder, Links, Refused
from rightdoor.classroom.seats import Seats

__all__ = ["INSTRUCTOR", "TRAINEE", "ClassError", "ClassFolder", "Holder", "Links", "Refused", "Seats"]
