"""The law as a table: whatever a law, the statute or the house fixes is a norm with its basis and validity.

`norms.on(day)["sessions.notice_days"]` gives value and article. Shipped norms need no database; a town's
deviations, rows with their own basis and dates, are laid over them.
"""

from .reading import Norms, fresh, intervals, known, on
from .shipped import Norm, UnknownNorm

__all__ = ["Norm", "Norms", "UnknownNorm", "fresh", "intervals", "known", "on"]
