"""Content as it travels (base64, quoted-printable, uuencode) to bytes, also where a part of it was lost."""

import binascii
import re

_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_FOREIGN = bytes(set(range(256)) - set(_ALPHABET) - set(b"="))
_SPACE = b" \t\r\n"
_BROKEN_QP = re.compile(rb"=(?![0-9A-Fa-f]{2}|[ \t]*(?:\r|\n|\Z))")
_NAMES = {
    "": "",
    "7bit": "",
    "8bit": "",
    "binary": "",
    "7-bit": "",
    "8-bit": "",
    "none": "",
    "base64": "base64",
    "base-64": "base64",
    "b": "base64",
    "quoted-printable": "qp",
    "quoted_printable": "qp",
    "quotedprintable": "qp",
    "qp": "qp",
    "q": "qp",
    "x-uuencode": "uu",
    "uuencode": "uu",
    "x-uue": "uu",
    "uue": "uu",
}


def known(name: str) -> str | None:
    """The encoding a header names: "base64", "qp", "uu", "" for none; None for one nobody knows."""
    return _NAMES.get(name.split(";")[0].strip(" \t\"'").casefold())


def decoded(inside: bytes | memoryview, encoding: str) -> tuple[bytes, str]:
    """The bytes, and the code of what was broken ("" when nothing); what can be saved is saved."""
    data = bytes(inside)
    if encoding == "base64":
        return _base64(data)
    if encoding == "qp":
        return binascii.a2b_qp(data), "qp_broken" if _BROKEN_QP.search(data) else ""
    if encoding == "uu":
        return _uu(data)
    return data, ""


def _base64(data: bytes) -> tuple[bytes, str]:
    plain = data.translate(None, _SPACE)
    try:
        return binascii.a2b_base64(plain, strict_mode=True) if plain else b"", ""
    except binascii.Error:
        pass
    cleaned = plain.translate(None, _FOREIGN)
    code = "base64_broken" if len(cleaned) != len(plain) else "base64_cut"
    saved = []
    for run in filter(None, cleaned.split(b"=")):  # some programs end more than once
        whole = run[: len(run) - 1] if len(run) % 4 == 1 else run
        saved.append(binascii.a2b_base64(whole + b"=" * (-len(whole) % 4)))
    return b"".join(saved), code


def _uu(data: bytes) -> tuple[bytes, str]:
    saved, code, begun = [], "uu_broken", False
    for line in data.splitlines():
        if not begun:
            begun = line.startswith(b"begin ")
            continue
        if line.strip() == b"end":
            code = ""
            break
        try:
            saved.append(binascii.a2b_uu(line))
        except binascii.Error:
            length = (((line[0] - 32) & 63) * 4 + 5) // 3
            try:
                saved.append(binascii.a2b_uu(line[:length]))
            except binascii.Error:
                return b"".join(saved) or data, "uu_broken"
    return (b"".join(saved), code) if begun else (data, "uu_broken")
