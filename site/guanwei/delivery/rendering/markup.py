"""Inline styles that WeChat's editor was seen to keep (no official list exists; classes are lost)."""

from html import escape

INK = "color:#333333;font-size:16px;line-height:1.8"
STYLES = {
    "h": "color:#1f1f1f;font-size:18px;font-weight:bold;line-height:1.6;margin:24px 0 12px",
    "p": f"{INK};margin:0 0 16px;text-align:justify",
    "ul": f"{INK};margin:0 0 16px;padding:0 0 0 24px",
    "ol": f"{INK};margin:0 0 16px;padding:0 0 0 24px",
    "li": "margin:0 0 8px",
    "blockquote": f"{INK};border-left:3px solid #c8c8c8;margin:0 0 16px;padding:0 0 0 12px",
    "table": "border-collapse:collapse;margin:0 0 16px;width:100%",
    "td": f"{INK};border:1px solid #d0d0d0;padding:6px;vertical-align:top",
    "th": f"{INK};border:1px solid #d0d0d0;font-weight:bold;padding:6px;vertical-align:top",
    "figure": "margin:0 0 16px;text-align:center",
    "img": "max-width:100%",
    "caption": "color:#808080;font-size:14px;line-height:1.6;margin:8px 0 0;text-align:center",
    "note": "color:#808080;font-size:14px;line-height:1.6;margin:0 0 4px",
}


def tag(name: str, inner: str, style: str = "", **attributes: str) -> str:
    """An element. ``inner`` is markup already; attribute values are escaped here."""
    shown = {**attributes, **({"style": STYLES[style]} if style else {})}
    text = "".join(f' {key}="{escape(value)}"' for key, value in shown.items())
    return f"<{name}{text}>{inner}</{name}>"


def words(text: str) -> str:
    """Text as markup, line breaks kept."""
    return escape(text).replace("\n", "<br>")


def paragraph(text: str, style: str = "p") -> str:
    """A paragraph of plain text."""
    return tag("p", words(text), style)


def figure(name: str, caption: str) -> str:
    """A numbered picture with its caption. ``packages`` reads the same shape back."""
    image = f'<img src="{escape(name)}" alt="{escape(caption)}" style="{STYLES["img"]}">'
    return tag("section", image + (paragraph(caption, "caption") if caption else ""), "figure")
