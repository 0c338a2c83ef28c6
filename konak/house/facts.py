"""What the house announces."""

from konak.house.norms.facts import NormDeviated

__all__ = ["NormDeviated"]
