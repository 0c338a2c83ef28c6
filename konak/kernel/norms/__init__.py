"""The law as a table: whatever a law, the statute or the house fixes is a norm with its basis and validity.

`norms.on(day)["sessions.notice_days"]` gives value and article. Shipped norms need no database; a town's
deviations, rows with their own basis and dates, are laid over them.
"""

from typing import TYPE_CHECKING

from konak.kernel import opens

from .reading import Norms, fresh, intervals, known, on
from .shipped import Norm, UnknownNorm

if TYPE_CHECKING:
    from .models import Deviation
else:
    __getattr__ = opens(__name__, {"Deviation": "models"})

__all__ = ["Deviation", "Norm", "Norms", "UnknownNorm", "fresh", "intervals", "known", "on"]
