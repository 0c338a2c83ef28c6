"""One view, one template: a request of HTMX gets the named part of the page it asked for.

`{% part rows %} … {% endpart %}` names a part; the element around it has the same id, so HTMX's own header
`HX-Target` says which part to give.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import Context, Node, NodeList, Template, TemplateSyntaxError
from django.template.base import Parser, Token
from django.template.context import make_context
from django.template.loader import get_template
from django.utils.cache import patch_vary_headers


class PartNode(Node):
    """A named part of a template."""

    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name = name
        self.nodelist = nodelist

    def render(self, context: Context) -> Any:
        return self.nodelist.render(context)


def part(parser: Parser, token: Token) -> PartNode:
    """Compile `{% part name %} … {% endpart %}`."""
    words = token.split_contents()
    if len(words) != 2:
        raise TemplateSyntaxError("part takes one name")
    nodelist = parser.parse(("endpart",))
    parser.delete_first_token()
    return PartNode(words[1], nodelist)


def _find(template: Template, name: str) -> PartNode | None:
    for node in template.nodelist.get_nodes_by_type(PartNode):
        if isinstance(node, PartNode) and node.name == name:
            return node
    return None


def respond(
    request: HttpRequest, template_name: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """The page, or the part of it that HTMX asked for."""
    target = request.headers.get("HX-Target", "") if request.headers.get("HX-Request") else ""
    template: Template = get_template(template_name).template  # type: ignore[attr-defined]
    asked = _find(template, target) if target else None
    if asked is None:
        response = render(request, template_name, context, status=status)
    else:
        bound = make_context(context, request, autoescape=True)
        with bound.render_context.push_state(template), bound.bind_template(template):
            response = HttpResponse(asked.render(bound), status=status)
    patch_vary_headers(response, ("HX-Request", "HX-Target"))
    return response
