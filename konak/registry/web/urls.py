"""Addresses of the писарница, under /office/registry/."""

from typing import Any

from django.urls import URLPattern, path

from konak.kernel.people import needs
from konak.registry.rules import CLERKS, READS, SEES_ALL
from konak.registry.web import books, cases, documents, files, mending, oldbooks, register


def _page(route: str, view: Any, name: str, roles: frozenset[str] = READS) -> URLPattern:
    return path(route, needs(*roles)(view.as_view()), name=name)


app_name = "registry"
urlpatterns = [
    _page("", documents.BookView, "book"),
    _page("new/", register.RegisterView, "register", CLERKS),
    _page("parties/", register.PartiesView, "parties"),
    _page("documents/<int:pk>/", documents.DocumentView, "document"),
    _page("documents/<int:pk>/number/", documents.NumberView, "number"),
    _page("documents/<int:pk>/slip.pdf", files.SlipView, "slip"),
    _page("documents/<int:pk>/letter.pdf", files.LetterView, "letter"),
    _page("documents/<int:pk>/files/", documents.AddFilesView, "add_files"),
    _page("documents/<int:pk>/dispatch/", documents.DispatchView, "dispatch", CLERKS),
    _page("documents/<int:pk>/correct/", mending.CorrectView, "correct", CLERKS),
    _page("documents/<int:pk>/remark/", mending.RemarkView, "remark", CLERKS),
    _page("void/", mending.VoidView, "void", CLERKS),
    _page("books/", books.BooksView, "books", SEES_ALL),
    _page("books/import/", oldbooks.BringView, "bring_old_book", CLERKS),
    _page("books/import/<int:pk>/", oldbooks.OldBookView, "old_book", CLERKS),
    _page("books/import/<int:pk>/wrong.xlsx", oldbooks.BadRowsView, "bad_rows", CLERKS),
    _page("books/<int:pk>/", books.VolumeView, "volume", SEES_ALL),
    _page("books/<int:pk>/pages.pdf", books.PagesView, "pages", SEES_ALL),
    _page("books/<int:pk>/book.csv", books.CsvView, "book_csv", SEES_ALL),
    _page("books/<int:pk>/book.xlsx", books.XlsxView, "book_xlsx", SEES_ALL),
    _page("books/<int:pk>/close/", books.CloseBookView, "close_book", CLERKS),
    _page("books/<int:pk>/note.pdf", books.NoteView, "closing_note", SEES_ALL),
    _page("books/<int:pk>/note/", books.SignClosingView, "sign_closing", CLERKS),
    _page("files/<int:pk>/", files.ScanView, "scan"),
    _page("cases/new/", cases.OpenView, "open_case"),
    _page("cases/<int:pk>/", cases.CaseView, "case"),
    _page("cases/<int:pk>/route/", cases.RouteView, "route"),
    _page("cases/<int:pk>/reply/", cases.ReplyView, "reply"),
    _page("cases/<int:pk>/file/", cases.FileView, "file"),
    _page("cases/<int:pk>/reopen/", mending.ReopenView, "reopen", SEES_ALL),
    _page("cases/<int:pk>/close/", cases.CloseView, "close"),
]
