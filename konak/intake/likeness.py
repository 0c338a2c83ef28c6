"""How near two letters are: an imprint of 64 bits of their words, one for both scripts of a language.

Imprints of near texts differ in few bits. A row keeps the imprint as four bands of 16 bits: two texts that differ in
at most three bits share a band whole, and an index on each band finds them without comparing with every letter.
"""

from hashlib import blake2b

from konak.kernel.i18n import fold

NEAR = 8  # bits; what this finds and what it takes for near wrongly is measured in the tests
SHORTEST = 12  # words; below, letters of one kind are alike without being the same
_BITS, _BANDS, _SHINGLE, _MOST = 64, 4, 4, 20_000


def words(text: str) -> list[str]:
    """The words of a text as search compares them: no case, one script, numbers too; at most 20,000."""
    folded = fold(text[: 16 * _MOST])
    return "".join(letter if letter.isalnum() else " " for letter in folded).split()[:_MOST]


def imprint(text: str) -> int | None:
    """The imprint of a text, a number of 64 bits; None for a text too short to tell."""
    told = words(text)
    if len(told) < SHORTEST:
        return None
    counts = [0] * _BITS
    for shingle in {" ".join(told[at : at + _SHINGLE]) for at in range(len(told) - _SHINGLE + 1)}:
        digest = int.from_bytes(blake2b(shingle.encode(), digest_size=8).digest(), "big")
        for bit in range(_BITS):
            counts[bit] += 1 if digest >> bit & 1 else -1
    return sum(1 << bit for bit, count in enumerate(counts) if count > 0)


def bands(value: int) -> tuple[int, int, int, int]:
    """The four bands of an imprint, each 0 to 65,535, the lowest bits first."""
    width = _BITS // _BANDS
    first, second, third, fourth = (value >> width * band & (1 << width) - 1 for band in range(_BANDS))
    return first, second, third, fourth


def apart(one: int, other: int) -> int:
    """In how many bits two imprints differ."""
    return (one ^ other).bit_count()


def near(one: int, other: int) -> bool:
    """Whether two letters are worth a warning: a band in common, and few bits apart in all."""
    shared = any(a == b for a, b in zip(bands(one), bands(other), strict=True))
    return shared and apart(one, other) <= NEAR
