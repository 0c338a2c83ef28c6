"""The plan of the house: which rooms there are, who may knock where, and what stands inside a room.

Calls go down, never sideways or up; facts go up. `tests/house/test_plan.py` and the import contracts in
`pyproject.toml` hold the code against these tables. A room not yet built is simply not there.
"""

# high to low; rooms on one floor never see each other
FLOORS: tuple[tuple[str, ...], ...] = (
    ("house",),
    ("website", "opendata", "desk"),
    ("gazette", "press"),
    ("sessions", "citizens"),
    ("acts", "events"),
    ("intake", "archive", "foi", "protocol", "itdesk", "laws"),
    ("correspondence",),
    ("registry",),
    ("contacts", "tasks"),
    ("lex",),
    ("kernel",),
)

# left to right: a part may use those to its left; parts of one group do not see each other
KERNEL: tuple[tuple[str, ...], ...] = (
    ("errors",),
    ("i18n",),
    ("norms",),
    ("clock",),
    ("journal",),
    ("workflow", "numbering", "files", "signing"),
    ("org",),
    ("people",),
    ("notices",),
    ("search",),
    ("ui",),
)

OFFICE, STREET, FACTS = "office", "public", "facts"
WORK = (OFFICE, FACTS)

# room → rooms it may call → by which doors. Every room may use the kernel. The house wires all of them.
MAY_CALL: dict[str, dict[str, tuple[str, ...]]] = {
    "website": {
        "gazette": (STREET,),
        "sessions": (STREET,),
        "acts": (STREET,),
        "intake": (STREET,),
        "registry": (STREET,),
        "contacts": (STREET,),
        "lex": (),
    },
    "opendata": {"gazette": (STREET,), "sessions": (STREET,), "acts": (STREET,), "lex": ()},
    "desk": {
        "gazette": (OFFICE,),
        "sessions": (OFFICE,),
        "acts": (OFFICE,),
        "registry": (OFFICE,),
        "tasks": (OFFICE,),
    },
    "gazette": {"acts": WORK, "registry": WORK, "tasks": WORK, "lex": ()},
    "sessions": {"acts": WORK, "registry": WORK, "contacts": (OFFICE,), "tasks": WORK, "lex": ()},
    "acts": {
        "archive": WORK,
        "correspondence": (OFFICE,),
        "laws": WORK,
        "registry": WORK,
        "contacts": (OFFICE,),
        "tasks": WORK,
        "lex": (),
    },
    "intake": {"correspondence": WORK, "registry": WORK, "contacts": WORK, "tasks": WORK},
    "archive": {"correspondence": WORK, "registry": WORK, "contacts": (OFFICE,), "tasks": WORK},
    "laws": {"tasks": WORK, "lex": ()},
    "correspondence": {"registry": WORK, "contacts": WORK, "tasks": WORK},
    "registry": {"contacts": WORK, "tasks": WORK},
    "contacts": {},
    "tasks": {},
    "lex": {},
}

# doors of a kernel part beside its own front door, and the other door of lex
SIDE_DOORS: dict[str, tuple[str, ...]] = {
    "konak.kernel.i18n": ("catalogue", "fields", "forms"),
    "konak.kernel.journal": ("sealing", "sql"),
    "konak.kernel.signing": ("authority",),
    "konak.kernel.ui": (
        "components",
        "components.inputs",
        "forms",
        "frame",
        "links",
        "lists",
        "navigation",
        "paper",
        "parts",
        "street",
        "views",
    ),
    "konak.lex": (
        "akn",
        "amend",
        "amend.apply",
        "amend.operation",
        "amend.sentences",
        "amend.sentences.reasons",
        "documents",
        "labels",
        "letters",
        "references",
        "timeline",
        "tree",
    ),
}

# high to low: the order of the furniture inside a room
FURNITURE: tuple[tuple[str, ...], ...] = (
    ("web", "listeners", "jobs", "cli"),
    ("office", "public"),
    ("actions", "queries", "index"),
    ("rules", "flow", "law", "models", "facts"),
)
FITTINGS = ("apps", "migrations", "tests")  # what Django and pytest need

# what a room has that no other has, and why
OWN_PIECES: dict[str, dict[str, str]] = {
    "acts": {
        "consolidation": "the versions of a text: its base and what amends it, made one",
        "citing": "what the texts of acts cite, told to the law watch",
        "opinions": "legality opinions, and whether the text changed since",
        "paper": "data for the printed act, from its tree alone",
        "preview": "the text in force as a draft would make it, for the screen and the paper",
        "rivals": "other drafts that amend the same act, and where both touch it",
        "readiness": "what is missing before a draft is proposed, all at once",
        "shown": "the text of an act on a screen, for the staff and the street",
        "story": "how an act came to be, for the staff and the street",
        "templatetags": "the text of an act as read, for its screens",
    },
    "archive": {
        "eark": "a case as a package for the State Archive, written and read; pure, as lex is",
        "packing": "a closed case of the registry as such a package",
    },
    "gazette": {"paper": "the printed issue: data for the engine, and the seal on what it made"},
    "intake": {
        "likeness": "how near two letters are, told by their words",
        "mail": "raw mails read into trees of pieces, fetched and received; pure",
        "scans": "separator pages, and scanned bundles cut at them; pure",
    },
    "laws": {"resting": "what our texts cite, and whether it is still so, for the deeds and the screens"},
    "registry": {
        "entries": "an entry as it reads in the book, for corrections and the screens",
        "objections": "what rooms above have against a step of a case or a document",
        "auditing": "the self-audit of the books, for the command and the tests",
        "marks": "the plan of archive marks, the books and the prefixes, read from the norms",
        "sheets": "the ten columns of the book, printed and as files",
        "takeover": "an old book batch by batch, for the worker and the command",
        "terms": "the legal terms a letter may start",
        "oldbook": "the file of an old book as entries; pure",
        "paper": "data for the receipt slip and the outgoing letter",
    },
    "sessions": {
        "minutes": "words of minutes and invitation, the same for screen, DOCX and PDF",
        "titles": "what a session is called, for deeds, papers and the street door",
    },
}


def floor(room: str) -> int:
    """How high a room lies; the kernel is 0."""
    return next(height for height, rooms in enumerate(reversed(FLOORS)) if room in rooms)


def kernel_rank(part: str) -> int:
    """How far to the right a part of the kernel stands."""
    return next(rank for rank, parts in enumerate(KERNEL) if part in parts)
