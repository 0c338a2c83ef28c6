"""Time in Skopje: holidays, working days, and legal terms that explain themselves."""

from .days import Holiday, community_days, holidays, is_working, next_working
from .moment import ZONE, now, today
from .terms import Due, ServiceTarget, Step, due, in_term, latest, service_target, terms

__all__ = [
    "ZONE",
    "Due",
    "Holiday",
    "ServiceTarget",
    "Step",
    "community_days",
    "due",
    "holidays",
    "in_term",
    "is_working",
    "latest",
    "next_working",
    "now",
    "service_target",
    "terms",
    "today",
]
