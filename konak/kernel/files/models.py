"""One row each time somebody kept a file; the bytes stand once under their hash."""

from django.db import models


class File(models.Model):
    """A kept file: its name as handed in, its kind as read from the content, who kept it and when."""

    sha256 = models.CharField(max_length=64, db_index=True)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    account = models.BigIntegerField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="files_file_hash_is_sha256"
            ),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="files_file_is_not_empty"),
        )

    @property
    def extension(self) -> str:
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""
