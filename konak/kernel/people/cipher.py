"""What only this house may read, though it lies where others can see it: enciphered by the house's secret."""

import base64
import hashlib
from typing import Any

from django.conf import settings


def cipher(purpose: str) -> Any:
    """A Fernet cipher of its own for each purpose."""
    from cryptography.fernet import Fernet

    key = hashlib.sha256(f"konak {purpose}".encode() + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
