"""What the texts of acts cite of regulations: told to the law watch with every new text."""

from konak import lex
from konak.acts import consolidation, queries
from konak.acts.models import Act
from konak.kernel.clock import ZONE
from konak.kernel.journal import Ref
from konak.laws import office as laws


def tell(pk: int) -> None:
    """Tell the law watch what the newest texts of an act cite; an act that was rejected rests on nothing."""
    act = Act.objects.get(pk=pk)
    texts = queries.texts(act) if act.state != "rejected" else {}
    trees = {lang: queries.tree(text) for lang, text in texts.items()}
    if act.in_force_on is not None:
        trees |= consolidation.latest(act)
    told = {lang: (texts[lang].at.astimezone(ZONE).date(), cited(tree)) for lang, tree in trees.items()}
    laws.rest(Ref.of(act), act.title, told)


def cited(tree: lex.Act) -> list[laws.Cited]:
    """Every citation of a regulation or act by its name, in the order of print."""
    return [
        laws.Cited(
            lex.short(one.unit),
            one.name,
            one.targets,
            tuple(str(issue) for gazette in one.gazettes for issue in gazette.issues),
        )
        for one in lex.references(tree)
        if one.kind != "internal" and one.name
    ]
