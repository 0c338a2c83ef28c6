"""Addresses of the contacts, under /office/contacts/."""

from django.urls import path

from konak.contacts.rules import KEEPERS, READERS
from konak.contacts.web import views
from konak.kernel.people import needs

app_name = "contacts"
urlpatterns = [
    path("", needs(*READERS)(views.PartiesView.as_view()), name="parties"),
    path("new/", needs(*KEEPERS)(views.AddView.as_view()), name="add"),
    path("<int:pk>/", needs(*READERS)(views.PartyView.as_view()), name="party"),
    path("<int:pk>/change/", needs(*KEEPERS)(views.ChangeView.as_view()), name="change"),
]
