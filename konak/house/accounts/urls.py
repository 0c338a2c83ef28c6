"""Addresses of the administrator's screens."""

from django.urls import path

from . import views

app_name = "accounts"
urlpatterns = [
    path("", views.Accounts.as_view(), name="list"),
    path("person/", views.EnterPerson.as_view(), name="person"),
    path("open/", views.OpenAccount.as_view(), name="open"),
    path("appoint/", views.Appoint.as_view(), name="appoint"),
    path("holding/<int:pk>/end/", views.EndHolding.as_view(), name="end_holding"),
    path("deputies/", views.Deputies.as_view(), name="deputies"),
    path("deputies/new/", views.NameDeputy.as_view(), name="deputise"),
    path("deputies/<int:pk>/end/", views.EndDeputy.as_view(), name="end_deputy"),
    path("<int:pk>/", views.AccountPage.as_view(), name="account"),
    path("<int:pk>/password/", views.GivePassword.as_view(), name="password"),
    path("<int:pk>/close/", views.CloseAccount.as_view(), name="close"),
    path("<int:pk>/open/", views.ReopenAccount.as_view(), name="reopen"),
    path("<int:pk>/second/", views.ResetSecondFactor.as_view(), name="second"),
]
