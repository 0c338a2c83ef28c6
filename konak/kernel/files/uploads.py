"""Files while they come in: never more of them than the house takes, and never one that is left behind.

Django's own handlers write the whole of an upload to disk, whoever sends it, before anybody may refuse it.
This one writes what `store` may take, into a file without a name (the system removes it, even after kill -9);
what is too large, or comes from nobody, is read to its end, so that the browser hears the answer, and dropped.
"""

import tempfile
from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.db import DatabaseError

from .storing import folder, limit_now

TOGETHER = 2  # files of one form may weigh as much as so many of the largest
HOPELESS = 10  # what weighs more is not even listened to


class Upload(UploadedFile):
    """A file that came in: its name, its true size, and its bytes unless they were dropped."""

    dropped = False
    trouble: OSError | None = None  # of the disk; raised when somebody wants the bytes


class Careful(FileUploadHandler):
    """One for all uploads of a request."""

    heavy = False
    file: IO[bytes] | None = None
    trouble: OSError | None = None

    def handle_raw_input(
        self, input_data: Any, META: Mapping[str, Any], content_length: int, *_: Any, **__: Any
    ) -> None:
        """What the sender announces is enough to know that nothing of it will be kept."""
        if content_length > HOPELESS * limit_now():
            raise RequestDataTooBig("the files of this form weigh more than the house listens to")
        self.heavy = content_length > TOGETHER * limit_now()

    def new_file(self, *args: Any, **more: Any) -> None:
        super().new_file(*args, **more)
        self._drop()
        self.trouble = None
        if not self.heavy and self._is_somebody():
            place = folder() / "new"
            place.mkdir(parents=True, exist_ok=True)
            self.file = _nameless(str(place))

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) > limit_now():
            self._drop()
        elif self.file:
            try:
                self.file.write(raw_data)
            except OSError as trouble:  # not now: the fields of the form are still to come, and to be kept
                self.trouble = trouble
                self._drop()

    def file_complete(self, file_size: int) -> Upload:
        upload = Upload(self.file or BytesIO(), self.file_name, self.content_type)
        upload.dropped, upload.size, upload.trouble = self.file is None, file_size, self.trouble
        upload.seek(0)
        self.file = None
        return upload

    def upload_interrupted(self) -> None:
        self._drop()

    def _drop(self) -> None:
        if self.file:
            with suppress(OSError):  # what could not be written is written once more
                self.file.close()
        self.file = None

    def _is_somebody(self) -> bool:
        try:
            user = getattr(self.request, "user", None)
            return user is not None and bool(user.is_authenticated)
        except DatabaseError:  # the page will say so, with the words that were typed
            return False


def _nameless(place: str) -> IO[bytes]:
    """In memory while it is small, then in a file that has no name in the folder."""
    return tempfile.SpooledTemporaryFile(settings.FILE_UPLOAD_MAX_MEMORY_SIZE, dir=place)
