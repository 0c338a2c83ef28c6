"""How the kinds of `konak.lex.tree` are called in Akoma Ntoso, and our few own attributes."""

SPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:konak:lex:1"  # attributes the schema lets stand beside its own: num, reason, line
# Akoma Ntoso has no item, sub-point, table, annex or unread text among provisions: named hcontainers.
PLAIN = frozenset({"part", "chapter", "section", "article", "paragraph", "point", "indent"})
