"""What the acts do when something happened in another room."""

from konak.acts.citing import citing
from konak.acts.models import Act
from konak.kernel.clock import ZONE, service_target
from konak.kernel.journal import SYSTEM, Entry, Ref, listener
from konak.kernel.norms import on
from konak.laws import office as laws
from konak.laws.facts import LawChanged, LawRepealed
from konak.tasks.office import assign

REVIEW = {
    "mk": "Проверете го актот: изменет е прописот на кој се повикува",
    "sq": "Kontrolloni aktin: ka ndryshuar dispozita në të cilën mbështetet",
    "en": "Look the act over: a regulation it rests on has changed",
}


@listener(LawChanged, LawRepealed, name="acts.review_what_rests_on_it")
def review(told: LawChanged | LawRepealed, entry: Entry) -> None:
    """One task for the legal officer for each act that cites what was changed."""
    change = laws.change(told.change)
    day = entry.at.astimezone(ZONE).date()
    due = service_target(on(day)["laws.review_days"].value, day).target
    for act in citing(Act.objects.exclude(state="rejected"), change.regulation.name, change.articles):
        assign(SYSTEM, about=Ref.of(act), title=REVIEW, due=due, role="lawyer", at=entry.at)
