"""The office itself: persons, units, bodies, posts and mandates, each from a day to a day."""

from typing import TYPE_CHECKING

from konak.kernel import opens

if TYPE_CHECKING:
    from .actions import (
        appoint,
        declare_community,
        end_holding,
        end_mandate,
        enter_community,
        enter_local_community,
        enter_person,
        enter_settlement,
        give_mandate,
        introduce_language,
        read_communities,
        set_up_body,
        set_up_post,
        set_up_unit,
    )
    from .models import Body, Community, Holding, LocalCommunity, Mandate, Person, Post, Settlement, Unit
    from .queries import (
        bodies,
        body,
        holders,
        holdings,
        languages,
        local_communities,
        mandates,
        mayor,
        members,
        persons,
        post,
        posts,
        president,
        running_on,
        seats,
        settlements,
        staff,
        title_of,
        unit,
        units,
        units_of,
        vacancies,
        with_role,
    )
    from .roles import Role, one_of, words_of
else:
    _ACTIONS = (
        "appoint declare_community end_holding end_mandate enter_community enter_local_community enter_person"
        " enter_settlement give_mandate introduce_language read_communities set_up_body set_up_post"
        " set_up_unit"
    )
    _MODELS = "Body Community Holding LocalCommunity Mandate Person Post Settlement Unit"
    _QUERIES = (
        "bodies body holders holdings languages local_communities mandates mayor members persons post posts"
        " president running_on seats settlements staff title_of unit units units_of vacancies with_role"
    )
    __getattr__ = opens(
        __name__,
        {
            name: module
            for module, names in {
                "actions": _ACTIONS,
                "models": _MODELS,
                "queries": _QUERIES,
                "roles": "Role one_of words_of",
            }.items()
            for name in names.split()
        },
    )

__all__ = [
    "Body",
    "Community",
    "Holding",
    "LocalCommunity",
    "Mandate",
    "Person",
    "Post",
    "Role",
    "Settlement",
    "Unit",
    "appoint",
    "bodies",
    "body",
    "declare_community",
    "end_holding",
    "end_mandate",
    "enter_community",
    "enter_local_community",
    "enter_person",
    "enter_settlement",
    "give_mandate",
    "holders",
    "holdings",
    "introduce_language",
    "languages",
    "local_communities",
    "mandates",
    "mayor",
    "members",
    "one_of",
    "persons",
    "post",
    "posts",
    "president",
    "read_communities",
    "running_on",
    "seats",
    "set_up_body",
    "set_up_post",
    "set_up_unit",
    "settlements",
    "staff",
    "title_of",
    "unit",
    "units",
    "units_of",
    "vacancies",
    "with_role",
    "words_of",
]
