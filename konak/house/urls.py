"""Who answers which address. The website comes last: it owns the two languages."""

from django.urls import URLPattern, URLResolver, include, path

from konak.house.health import health

# room → where its staff pages begin; a room comes in here on the day it has pages
OFFICE: dict[str, str] = {
    "contacts": "contacts/",
    "tasks": "tasks/",
    "registry": "registry/",
    "laws": "laws/",
    "acts": "acts/",
    "sessions": "sessions/",
    "gazette": "gazette/",
}

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health, name="healthz"),
    path("office/", include("konak.kernel.people.web.urls")),
    path("office/accounts/", include("konak.house.accounts.urls")),
    path("office/", include("konak.desk.web.urls")),
    path("office/norms/", include("konak.house.norms.urls")),
    *(path(f"office/{address}", include(f"konak.{room}.web.urls")) for room, address in OFFICE.items()),
    path("", include("konak.opendata.web.urls")),
    path("", include("konak.website.web.urls")),
]

handler400 = "konak.house.trouble.bad"
handler403 = "konak.house.trouble.forbidden"
handler404 = "konak.house.trouble.not_found"
handler500 = "konak.house.trouble.fault"
