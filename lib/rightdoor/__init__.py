"""RightDoor: a training workbook on where to report a leak of personal information in mainland China."""

__version__ = "0.2.0"
