"""Who may find a thing, as words that stand in the index beside its text."""

from konak.kernel.journal import Actor

PUBLIC, STAFF = "zzpublic", "zzstaff"


def role(code: str) -> str:
    """Everybody who holds the role."""
    return f"zzrole{code.replace('_', '')}"


def unit(number: int) -> str:
    """Everybody in the unit."""
    return f"zzunit{number}"


def person(number: int) -> str:
    """This person alone."""
    return f"zzperson{number}"


def audiences_of(actor: Actor) -> frozenset[str]:
    """The audiences an actor belongs to; a stranger belongs to the public."""
    if not actor.is_signed_in:
        return frozenset({PUBLIC})
    own = {person(actor.person)} if actor.person else set()
    return frozenset({PUBLIC, STAFF, *map(role, actor.roles), *map(unit, actor.units), *own})
