"""The journal's seal with the house's key: closed every night, verified whenever somebody asks."""

from datetime import datetime
from pathlib import Path

from django.conf import settings

from konak.kernel import files
from konak.kernel.journal.sealing import Block, Findings, close_block, verify
from konak.kernel.signing import HouseSeal


def folder() -> Path:
    """Where blocks are kept outside the database; a copy elsewhere is what makes it outside the house too."""
    return Path(settings.VAR) / "seals"


def close(at: datetime) -> Block | None:
    """Seal what is not sealed yet; None when there is nothing."""
    return close_block(folder(), HouseSeal(), at=at)


def examine() -> tuple[Findings, list[str]]:
    """The journal against its kept seals, and every kept file against its hash (sentences about damaged ones)."""
    return verify(folder(), HouseSeal()), [str(trouble) for trouble in files.audit()]
