"""How the small platform shows a post."""

from html import escape
from typing import Any

PAGE = (
    '<!doctype html><html lang="zh"><meta charset="utf-8"><title>{title}</title>'
    '<body style="max-width:677px;margin:2em auto;font-family:sans-serif"><p>试运行 · {account}</p>'
    "<h1>{title}</h1>{body}</body></html>"
)


def page(post: dict[str, Any]) -> str:
    """The post as a page; of a push every article, one below the other."""
    said = [str(post.get(name, "")) for name in ("title", "account")]
    return PAGE.format(title=escape(said[0]), account=escape(said[1]), body=_body(post))


def _body(post: dict[str, Any]) -> str:
    if isinstance(post.get("articles"), list):
        return "".join(
            f'<section id="{number}"><h2>{escape(str(each.get("title", "")))}</h2>{_one(each)}</section>'
            for number, each in enumerate(post["articles"], 1)
        )
    return _one(post)


def _one(post: dict[str, Any]) -> str:
    if "html" not in post:
        text = f'<p style="white-space:pre-wrap">{escape(str(post.get("text", "")))}</p>'
        return text + "".join(f'<img src="/pictures/{each}" alt="">' for each in _pictures(post).values())
    html = str(post["html"])
    for name, digest in _pictures(post).items():
        html = html.replace(f'<img src="{escape(name)}"', f'<img src="/pictures/{digest}"')
    return html


def _pictures(post: dict[str, Any]) -> dict[str, str]:
    given = post.get("pictures")
    return {
        str(each["name"]): escape(str(each["sha256"]))
        for each in (given if isinstance(given, list) else ())
        if isinstance(each, dict) and {"name", "sha256"} <= each.keys()
    }
