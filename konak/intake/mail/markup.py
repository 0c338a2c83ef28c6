"""Text for reading: HTML reduced to its words, lines that were cut to be joined again (RFC 3676).

Nothing is fetched and nothing runs. Not by `html.parser`: its time grows with the square of what is broken.
"""

import re
from html import unescape

_TOKEN = re.compile(r"""<!--|<(?:[^<>"']|"[^"<]*"|'[^'<]*')*>|<[^<>]*>""")
_NAME = re.compile(r"</?\s*([a-zA-Z][\w:-]*)")
_SKIPPED = ("script", "style", "title", "template", "noscript")
_LINES = {
    *"address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6".split(),
    *"header hr main nav ol p pre section table tr ul li br tbody thead caption option".split(),
}
_APART = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "pre"}
_ATTRIBUTE = re.compile(r"""\b(href|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)


def charset_in(data: bytes) -> str:
    """The charset an HTML page names itself; "" when it does not."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii", "replace") if found else ""


def readable(html: str) -> str:
    """The words of an HTML page: a block on lines of its own, cells apart, quoted text after „>“, links beside."""
    page = _Page()
    at = 0
    while token := _TOKEN.search(html, at):
        page.words(html[at : token.start()])
        at = token.end()
        if token[0] == "<!--":
            end = html.find("-->", at)
            at = len(html) if end < 0 else end + 3
        elif name := _NAME.match(token[0]):
            tag = name[1].casefold()
            if tag in _SKIPPED and token[0][1] != "/":
                closing = re.compile(rf"</\s*{tag}\b[^<>]*>", re.I).search(html, at)
                at = closing.end() if closing else len(html)
            else:
                page.tag(tag, token[0])
        elif not token[0].startswith(("<!", "<?")):
            page.words(token[0])
    page.words(html[at:])
    return page.text()


class _Page:
    """Lines in the making."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.quoted = self.kept = 0
        self.link = ("", 0)

    def words(self, markup: str) -> None:
        text = unescape(markup)
        if not self.kept:
            self.line.append(re.sub(r"[ \t\r\n\f]+", " ", text))
            return
        first, *others = text.replace("\r\n", "\n").split("\n")
        self.line.append(first)
        for other in others:
            self.end()
            self.line.append(other)

    def tag(self, name: str, token: str) -> None:
        closing = token[1] == "/"
        if name in _LINES:
            self.end(apart=name in _APART)
        if name == "blockquote":
            self.quoted = max(0, min(self.quoted + (-1 if closing else 1), 20))
        elif name == "pre":
            self.kept = max(0, self.kept + (-1 if closing else 1))
        elif name == "li" and not closing:
            self.line.append("- ")
        elif name in ("td", "th") and closing:
            self.line.append("\t")
        elif name == "img" and (alt := _attribute(token, "alt").strip()):
            self.line.append(f"[{alt}]")
        elif name == "a":
            self.anchor("" if closing else _attribute(token, "href"))

    def anchor(self, href: str) -> None:
        """A link's address stands after its words, unless they say it themselves."""
        before, since = self.link
        shown = "".join(self.line[since:]).strip()
        bare = before.removeprefix("mailto:").strip()
        if before.startswith(("http:", "https:", "mailto:")) and bare.rstrip("/") not in shown:
            self.line.append(f" <{bare}>")
        self.link = (href, len(self.line))

    def end(self, *, apart: bool = False) -> None:
        text = "".join(self.line)
        text = text.rstrip() if self.kept else re.sub(r" *\t *", "\t", re.sub(r" +", " ", text)).strip()
        self.line, self.link = [], (self.link[0], 0)
        if text:
            self.lines.append("> " * self.quoted + text)
        if apart and self.lines and self.lines[-1]:
            self.lines.append("")

    def text(self) -> str:
        self.anchor("")
        self.end()
        return "\n".join(self.lines).strip("\n")


def _attribute(token: str, name: str) -> str:
    for found in _ATTRIBUTE.finditer(token[:4096]):
        if found[1].casefold() == name:
            return unescape(found[2] or found[3] or found[4] or "")
    return ""


def flowed(text: str, *, delsp: bool) -> str:
    """Lines that end in a space joined with the next of the same depth; the mark of a signature stays alone."""
    done, depth_before, open_ = list[list[str]](), 0, False
    for written in text.split("\n"):
        depth = len(written) - len(written.lstrip(">"))
        line = written[depth:].removeprefix(" ")
        soft = line.endswith(" ") and line != "-- "
        if soft and delsp:
            line = line[:-1]
        if open_ and depth == depth_before and line != "-- ":
            done[-1].append(line)
        else:
            done.append([">" * depth + " " * bool(depth), line])
        depth_before, open_ = depth, soft
    return "\n".join("".join(parts).rstrip() for parts in done)
