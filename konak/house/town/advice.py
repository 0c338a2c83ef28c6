"""The legal officers at work on the last day: an opinion on a school's statute, another that is still being written,
and a draft that goes to the proofreader."""

from datetime import date, timedelta
from functools import partial

from konak.acts import office as acts

from .council import Council
from .days import Days
from .founding import Town

SCHOOL = "Статут на ООУ „Јасен“ – Куманово"
REASONS = (
    "Статутот е донесен од надлежен орган и е во согласност со Законот за основното образование, со забелешките "
    "дадени во табелата.\n\nПред влегувањето во сила потребна е согласност од основачот."
)
REMARKS = {
    "founder": "Во член 4 да се наведе дека согласност дава Советот како основач.",
    "time": "Рокот за влегување во сила да се смета од денот на објавувањето на огласна табла.",
}
UNSEEN = "Работна забелешка: висината на надоместокот треба да се усогласи со тарифата."


def advise(town: Town, days: Days, council: Council, day: date) -> None:
    """What the legal officers do at the end of the day, after all that was planned for it."""
    days.plan(day, partial(_advise, town, days, council))


def _advise(town: Town, days: Days, council: Council, day: date) -> None:
    _on_a_statute(town, days, day)
    waiting = [name for name, act in council.acts.items() if acts.Act.objects.get(pk=act.pk).state == "draft"]
    for name in waiting[:1]:
        draft = council.acts[name]
        sketch = {code: acts.Check("yes") for code in ("competence", "ground")}
        lawyer = town.actor("lawyer.sq", day)
        opinion = council.opinions[name]
        acts.write_sketch(
            lawyer, opinion, verdict="remarks", text=UNSEEN, checks=sketch, lang="mk", at=days.at(day)
        )
        _in_two_languages(town, days, draft, day)


def _on_a_statute(town: Town, days: Days, day: date) -> None:
    head, lawyer = town.actor("head", day), town.actor("lawyer", day)
    opinion = acts.ask_opinion_on(head, None, matter="school", title=SCHOOL, language="mk", at=days.at(day))
    checks = {
        row["code"]: acts.Check("no" if row["code"] in REMARKS else "yes", REMARKS.get(row["code"], ""))
        for row in acts.questions(opinion, day)
    }
    acts.give_opinion(lawyer, opinion, verdict="remarks", text=REASONS, checks=checks, at=days.at(day))


def _in_two_languages(town: Town, days: Days, draft: acts.Act, day: date) -> None:
    """A licensed proofreader from outside has read the Macedonian text; the translator is asked for the Albanian."""
    officer = town.actor("lawyer", day)
    reader = "Трајанка Велјановска, лектор, лиценца 118"
    step = acts.ask_language(officer, draft, work="proofreading", lang="mk", outsider=reader, at=days.at(day))
    acts.finish_language(officer, step, at=days.at(day))
    due, person = days.working(day + timedelta(days=3)), town.accounts["translator"].person
    acts.ask_language(officer, draft, work="translation", lang="sq", person=person, due=due, at=days.at(day))
