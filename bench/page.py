"""The public page of an act of forty articles with its whole road from the letter to the gazette, uncached."""

from bench.measure import Figure, loop, postmaster
from bench.visit import Visitor, cost, counted

ARTICLES, PAGES = 40, 300


def figures() -> list[Figure]:
    """Queries, and CPU milliseconds of the application and of the database, a page."""
    from konak.acts import public
    from konak.acts.tests.office_of import furnish
    from konak.gazette.tests.office_of import published
    from konak.kernel.journal import settle
    from konak.website.tests.test_pages import long_act
    from konak.website.web import addresses

    house = furnish()
    act = long_act(house, ARTICLES)
    published(house, act)
    settle()
    steps = len(public.history(public.act(act.pk)))
    address = addresses.act("mk", act.pk, act.title)
    visitor = Visitor()
    size = len(visitor.get(address)) / 1000
    with counted() as said:
        visitor.get(address)
    page = cost(visitor, address, PAGES, postmaster())
    what = f"act of {ARTICLES} articles, {steps} steps of history"
    return [
        Figure(f"{what}: queries", len(said), 8, "queries"),
        Figure(
            f"{what}: CPU, app", 1000 * page.app, 8, "ms", floor=f"{size:.0f} kB; fixed loop {loop():.2f} s"
        ),
        Figure(f"{what}: CPU, database", 1000 * page.database, 2, "ms"),
    ]
