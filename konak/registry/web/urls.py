"""Addresses of the писарница, under /office/registry/."""

from django.urls import path

from konak.registry.web import cases, documents, files, register

app_name = "registry"
urlpatterns = [
    path("", documents.BookView.as_view(), name="book"),
    path("new/", register.RegisterView.as_view(), name="register"),
    path("new/senders/", register.SendersView.as_view(), name="senders"),
    path("documents/<int:pk>/", documents.DocumentView.as_view(), name="document"),
    path("documents/<int:pk>/number/", documents.NumberView.as_view(), name="number"),
    path("documents/<int:pk>/slip.pdf", files.SlipView.as_view(), name="slip"),
    path("documents/<int:pk>/letter.pdf", files.LetterView.as_view(), name="letter"),
    path("documents/<int:pk>/files/", documents.AddFilesView.as_view(), name="add_files"),
    path("documents/<int:pk>/dispatch/", documents.DispatchView.as_view(), name="dispatch"),
    path("files/<int:pk>/", files.ScanView.as_view(), name="scan"),
    path("cases/new/", cases.OpenView.as_view(), name="open_case"),
    path("cases/<int:pk>/", cases.CaseView.as_view(), name="case"),
    path("cases/<int:pk>/route/", cases.RouteView.as_view(), name="route"),
    path("cases/<int:pk>/reply/", cases.ReplyView.as_view(), name="reply"),
    path("cases/<int:pk>/file/", cases.FileView.as_view(), name="file"),
    path("cases/<int:pk>/close/", cases.CloseView.as_view(), name="close"),
]
