"""The one deed on norms."""

import json
from datetime import date, datetime
from typing import Any

from konak.kernel import norms
from konak.kernel.errors import allow
from konak.kernel.i18n import Words
from konak.kernel.journal import Actor, Ref, announce, deed
from konak.kernel.norms import Deviation

from . import facts, rules, showing


@deed
def deviate(
    actor: Actor,
    *,
    key: str,
    value: Any,
    basis: Words,
    valid_from: date,
    valid_to: date | None = None,
    at: datetime,
) -> Deviation:
    """Lay a value of the town's own over a shipped norm, from a day on (to `valid_to`, the last day).

    `value` is JSON in the shape of what is shipped; `basis` names the decision in Macedonian and Albanian. A row
    is never changed: a later one over the same days wins. The same value as shipped, with a basis, confirms it.
    """
    basis = {language: text.strip() for language, text in basis.items() if text.strip()}
    allow(
        rules.may_deviate(actor, key, at.date()),
        rules.shipped(key),
        rules.fits(key, value),
        rules.founded(basis),
        rules.in_order(valid_from, valid_to),
        rules.not_again(key, value, basis, valid_from, valid_to),
    )
    row = Deviation(
        key=key,
        value=value,
        basis=basis,
        valid_from=valid_from,
        valid_to=valid_to,
        entered_at=at,
        entered_by=actor.account,
    )
    row.save(force_insert=True)
    told = facts.NormDeviated(
        subject=Ref.of(row),
        key=key,
        value=json.dumps(value, ensure_ascii=False, sort_keys=True),
        valid_from=valid_from,
        valid_to=valid_to,
        words={"what": showing.name_of(key), "basis": basis},
    )
    announce(actor, told, at=at)
    norms.fresh()
    return row
