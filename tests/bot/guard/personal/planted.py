"""Marked secrets of every kind, to be looked for where nothing personal may be."""

from __future__ import annotations

PLANTED = {
    "phone": ("ring me on 07700 900731 about kent", ("900731", "07700 900")),
    "spoken_phone": ("oh seven seven double oh nine double oh seven three two", ("double oh seven three two",)),
    "email": ("email quuxmail.jane@example.com about the survey", ("quuxmail", "example.com")),
    "nhs_number": ("nhs number 943 476 5919 in leeds", ("4765919", "476 5919")),
    "pupil_number": ("his upn is B801200005001 in kent", ("801200005001",)),
    "insurance_number": ("ni number AB 73 73 73 C", ("73 73 73", "737373")),
    "birth_date": ("my son, dob 17/03/2013, needs a plan", ("17/03/2013",)),
    "account": ("card 4111 1111 1111 1111", ("1111 1111",)),
    "address": ("we live at 73 Quuxacre Avenue, Bedford", ("quuxacre",)),
    "link": ("https://portal.example.org/view?token=quuxtoken99 what is it", ("quuxtoken",)),
    "postcode": ("is MK40 2QX inspected", ("mk40 2qx", "mk402qx")),
    "name": ("my son Zebedee Quuxington is out of school", ("zebedee", "quuxington")),
    "small_name": ("hi im zebedee, has leeds been inspected", ("zebedee",)),
    "titled": ("Mrs Quuxington at the council wont help", ("quuxington",)),
    "school": ("he goes to Quuxfield primary in kent", ("quuxfield",)),
    "several": ("Zebedee is my son, quuxmail.jane@example.com, 07700 900731", ("zebedee", "quuxmail", "900731")),
    "nonsense": ("zxqv blorp my son zebedee quuxington 07700 900731 zxqv", ("zebedee", "quuxington", "900731")),
    "other_script": ("اسم ابني كيوكسزيد 07700900731", ("كيوكسزيد", "900731")),
    "hidden": ("07700\u200b 900\u200b731 and my son Zebe\u200bdee", ("900731", "zebedee")),
    "command": ('/look_up{"name": "my son Zebedee", "tel": "07700900731"}', ("zebedee", "900731")),
}
"""A message by kind, and the secrets in it, in small letters."""


def found_in(text: str) -> list[str]:
    """The kinds whose secrets stand in a text."""
    lower = text.lower()
    return [kind for kind, (_, secrets) in PLANTED.items() if any(secret in lower for secret in secrets)]
