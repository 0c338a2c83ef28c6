"""Whole numbers in words, as a closing note or a receipt spells them beside the digits."""

_MK = ("", "еден", "два", "три", "четири", "пет", "шест", "седум", "осум", "девет", "десет", "единаесет", "дванаесет",
       "тринаесет", "четиринаесет", "петнаесет", "шеснаесет", "седумнаесет", "осумнаесет", "деветнаесет")  # fmt: skip
_MK_TENS = (
    "",
    "",
    "дваесет",
    "триесет",
    "четириесет",
    "педесет",
    "шеесет",
    "седумдесет",
    "осумдесет",
    "деведесет",
)
_MK_HUNDREDS = ("", "сто", "двесте", "триста", "четиристотини", "петстотини", "шестотини", "седумстотини",
                "осумстотини", "деветстотини")  # fmt: skip
_SQ = ("", "një", "dy", "tre", "katër", "pesë", "gjashtë", "shtatë", "tetë", "nëntë", "dhjetë")
_SQ_TENS = ("", "", "njëzet", "tridhjetë", "dyzet", "pesëdhjetë", "gjashtëdhjetë", "shtatëdhjetë", "tetëdhjetë",
            "nëntëdhjetë")  # fmt: skip


def cardinal(n: int, lang: str) -> str:
    """`n` (0 … 999,999) in words: „илјада двесте триесет и четири“, „një mijë e dyqind e tridhjetë e katër“."""
    if not 0 <= n < 1_000_000:
        raise ValueError(f"no words for {n}")
    if lang == "sq":
        return _sq(n)
    return _mk(n) if lang == "mk" else str(n)


def _mk(n: int) -> str:
    if n == 0:
        return "нула"
    thousands, rest = divmod(n, 1000)
    parts = [_mk_thousands(thousands)] if thousands else []
    hundreds, small = divmod(rest, 100)
    parts += [_MK_HUNDREDS[hundreds]] if hundreds else []
    tens, ones = divmod(small, 10) if small >= 20 else (0, small)
    parts += [word for word in (_MK_TENS[tens], _MK[ones]) if word]
    # „и“ stands once, before the last word
    return " ".join(parts) if len(parts) == 1 else f"{' '.join(parts[:-1])} и {parts[-1]}"


def _mk_thousands(n: int) -> str:
    if n == 1:
        return "илјада"
    words = _mk(n)
    if n % 10 == 1 and n % 100 != 11:
        return f"{words.removesuffix('еден')}една илјада"
    if n % 10 == 2 and n % 100 != 12:
        return f"{words.removesuffix('два')}две илјади"
    return f"{words} илјади"


def _sq(n: int) -> str:
    if n == 0:
        return "zero"
    thousands, rest = divmod(n, 1000)
    hundreds, small = divmod(rest, 100)
    parts = [f"{_sq(thousands)} mijë"] if thousands else []
    parts += [f"{_SQ[hundreds]}qind"] if hundreds else []
    if 10 < small < 20:
        parts.append(f"{_SQ[small - 10]}mbëdhjetë")
    else:
        tens, ones = divmod(small, 10) if small >= 20 else (0, small)
        parts += [word for word in (_SQ_TENS[tens], _SQ[ones]) if word]
    return " e ".join(parts)
