"""Texts that try to run something, or to break out of where they stand. Whatever of them is markup has the attribute that `BROKEN` finds."""

PAYLOADS = [
    "<script data-pwn>ran(1)</script>",
    "<img data-pwn src=x onerror=ran(2)>",
    "<svg data-pwn onload=ran(3)>",
    "<svg data-pwn><script>ran(4)</script></svg>",
    "<svg data-pwn><animate onbegin=ran(5) attributeName=x dur=1s>",
    "<math data-pwn><mtext><table><mglyph><style><img src=x onerror=ran(6)>",
    "<details data-pwn open ontoggle=ran(7)>",
    "<iframe data-pwn srcdoc='<script>parent.ran(8)</script>'></iframe>",
    "<a data-pwn href=javascript:ran(9)>x</a>",
    "<form data-pwn action=javascript:ran(10)><button>x</button></form>",
    "<meta data-pwn http-equiv=refresh content='0;url=javascript:ran(11)'>",
    "<base data-pwn href=//evil.example>",
    "<object data-pwn data=javascript:ran(12)>",
    "<body data-pwn onpageshow=ran(13)>",
    "<input data-pwn autofocus onfocus=ran(14)>",
    "<style data-pwn>*{display:none}</style>",
    '" data-pwn autofocus onfocus=ran(15) x="',
    "' data-pwn autofocus onfocus=ran(16) x='",
    '"><img data-pwn src=x onerror=ran(17)>',
    "'><img data-pwn src=x onerror=ran(18)>",
    "` data-pwn onmouseover=ran(19) x=`",
    "</title><script data-pwn>ran(20)</script>",
    "</textarea><script data-pwn>ran(21)</script>",
    "</script><script data-pwn>ran(22)</script>",
    "]]><script data-pwn>ran(23)</script>",
    "javascript:ran(24)",
    "jav\tascript:ran(25)",
    " JaVaScRiPt:ran(26)//https://",
    "data:text/html,<script data-pwn>ran(27)</script>",
    "vbscript:ran(28)",
    "[x](javascript:ran(29))",
    "[x](JaVaScRiPt&colon;ran(30))",
    "[x](<java\nscript:ran(31)>)",
    "![x](x\"onerror=\"ran(32))",
    "<javascript:ran(33)>",
    "[x]: javascript:ran(34)\n[x]",
    "`<img data-pwn src=x onerror=ran(35)>`",
    "\\(ran(36)) ${ran(36)} {{ran(36)}} #{ran(36)} <%= ran(36) %>",
    r"$\href{javascript:ran(37)}{x}$",
    r"$\htmlData{pwn=1,onclick=ran(38)}{x}$",
    r"$\includegraphics{javascript:ran(39)}$ $\url{javascript:ran(39)}$",
    r"$\text{<img data-pwn src=x onerror=ran(40)>}$",
    r"$$\def\a{\a\a}\a$$",
    "\u202e<gpj.onp ran(41)\u202c \u2066x\u2069 \u200f\u061c",
    "=HYPERLINK(\"javascript:ran(42)\",\"x\")",
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|x",
    "-2+3+cmd|x",
    "%3Cimg%20data-pwn%20src=x%20onerror=ran(43)%3E",
    "&lt;img data-pwn src=x onerror=ran(44)&gt;",
    "\uff1cscript data-pwn\uff1eran(45)\uff1c/script\uff1e",
    "+ADw-script data-pwn+AD4-ran(46)+ADw-/script+AD4-",
    "<!-- <img data-pwn src=x onerror=ran(47)>",
    "--><img data-pwn src=x onerror=ran(48)>",
    "<x data-pwn/onclick=ran(49) style=animation-name:x onanimationstart=ran(49)>",
]

# Markup that came from a payload, handlers in attributes, and addresses that run or lead elsewhere than to a page, a mail or a calendar.
BROKEN = """() => {
  const found = [...document.querySelectorAll('[data-pwn], [pwn], object, embed, iframe[srcdoc], base, meta[http-equiv], form[action^="javascript" i]')];
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || (/^(href|src|action|formaction|data|xlink:href)$/i.test(name) && /^[\\s\\0-\\x1f]*(javascript|vbscript|data(?!:image\\/))[\\s]*:/i.test(value))) found.push(element);
    }
  }
  for (const script of document.scripts) if (!script.src && !/json$/.test(script.type)) found.push(script);
  return found.map((element) => element.outerHTML.slice(0, 200));
}"""

# Before any script of a page: notes what runs, and what only the page's policy kept from running.
WATCH = """
  window.seen = [];
  window.ran = (what) => { window.seen.push(`ran ${what}`); return ''; };
  document.addEventListener('securitypolicyviolation', (event) => {
    if (/script|base-uri|form-action|object|frame/.test(event.effectiveDirective)) window.seen.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
  });
"""


# Of what a short field takes, so long.
SHORT = 36


def packed(limit, separator):
    """The payloads that a field takes, as few texts as hold them all; a short field gets the short ones."""
    texts, text = [], ""
    for payload in PAYLOADS:
        payload = payload if "\n" in separator else payload.replace("\n", " ")
        if len(payload) > (limit if limit > 250 else min(limit, SHORT)):
            continue
        if text and len(text) + len(separator) + len(payload) > limit:
            texts.append(text)
            text = ""
        text = text + separator + payload if text else payload
    return texts + [text] if text else texts
