"""When the amending act enters into force."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend import saying
from konak.lex.amend.operation import Operation, Unsayable
from konak.lex.amend.refusals import Refused
from konak.lex.amend.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class EntersIntoForce(Operation):
    """`days_after_publication` (0: that day itself), or `from_` is `adoption`, or a `date` (ISO)."""

    op: ClassVar[str] = "in_force"

    days_after_publication: int | None = None
    from_: str = ""
    date: str = ""

    def change(self, text: Text) -> None:
        """The words stay as they are: a timeline reads from this when they count."""
        if [self.days_after_publication is not None, bool(self.from_), bool(self.date)].count(True) != 1:
            raise Refused("incomplete", "days_after_publication", plain=True)

    def said(self, lang: str) -> str:
        begins = "Оваа одлука влегува во сила" if lang == "mk" else "Ky vendim hyn në fuqi"
        return saying.sentence(f"{begins} {self._when(lang)}")

    def _when(self, lang: str) -> str:
        days = self.days_after_publication
        if (days is not None) + bool(self.from_) + bool(self.date) != 1 or self.from_ not in ("", "adoption"):
            raise Unsayable("when")
        if self.date:
            return f"{'на' if lang == 'mk' else 'më'} {saying.day(self.date, lang)}"
        if self.from_:
            return "со денот на донесувањето" if lang == "mk" else "në ditën e miratimit"
        if not days:
            return "со денот на објавувањето" if lang == "mk" else "në ditën e shpalljes"
        if days == 1:
            return ("наредниот ден од денот на објавувањето" if lang == "mk"
                    else "ditën e nesërme nga dita e shpalljes")  # fmt: skip
        word = saying.ordinal_day(days, lang)
        if lang == "mk":
            return f"{word + ' ден' if word else f'{days} дена'} од денот на објавувањето"
        return f"ditën e {word} nga dita e shpalljes" if word else f"{days} ditë nga dita e shpalljes"
