"""A line → whether it belongs to the page around an article: who reported it, prompts and notices, datelines.

    "Sign up for our newsletter" → a prompt    "By Ann Arden" → a dateline    "(Editing by Ben Brill)" → a credit

Words are looked up, not matched: compiling patterns for them would cost a tenth of the start-up.
"""

from __future__ import annotations

_CREDITS = frozenset("additional extra further reporting writing editing compiled edited written reported".split())
# A prompt begins so …
_PROMPTS = tuple(
    phrase.strip() + " "
    for phrase in """
    please enter your; enter your; leave a comment; leave a reply; your email address will; save my name; notify me of
    required fields are; share this; share on; share via; follow us; like us on; subscribe; sign up; get the latest
    we use cookies; this site uses cookies; this website uses cookies; accept all cookies; privacy policy; terms of use
    terms of service; terms and conditions; ©; copyright ©; copyright (c); all rights reserved; our standards:
    photo:; image credit:; photo credit:; file photo; read more; read next; read also; see also:; you may also like
    you might also like; recommended for you; skip to; back to top; click here; continue reading; keep reading
    next article; previous article; related:; contact us; tel:; phone:; fax:; telephone:; email:; e-mail:; tags:
    media contact:; newsroom:; for more information visit; for more information, visit; for more information contact
    for more information, contact; for more information please; for more information, please; for more information go to
    """.replace("\n", ";").split(";")
    if phrase.strip()
)
# … or is this and no more.
_LABELS = frozenset(
    label.strip()
    for label in """
    share, tweet, print, email, e-mail, whatsapp, facebook, twitter, subscribe, sign in, log in, login, register,
    register now, register free, newsletter, newsletters, our newsletter, advertisement, sponsored, accept cookies,
    cookie policy, cookie settings, related articles, related stories, related topics, related news, related links,
    related content, more stories, more news, top stories, top news, latest news, latest stories, most read,
    most popular, most viewed, recommended stories, next page, previous page, home, menu, search, comments,
    post comment, post a comment, add a comment, view comments, view all comments, show comments, read full story
    """.split(",")
)
_RULES = "-=_*~#"

_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
_DATE_WORDS = _MONTHS | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "published updated posted last first on at gmt utc est edt bst cet am pm".split()
)
_JOINING = frozenset(("and", "of", "in", "the", "for", "at", "de", "la", "van", "von", "al", "bin", "", "with"))
_AGENCIES = ("(Reuters)", "(AP)", "(AFP)", "(UPI)", "(PTI)", "(Xinhua)", "(Bloomberg)")


def is_credit(line: str) -> bool:
    """A line → whether it says who reported, wrote and edited."""
    words = line[:60].lower().lstrip("(").split()
    return len(words) > 2 and words[0] in _CREDITS and "by" in words[1:5]


def is_prompt(line: str) -> bool:
    """A line → whether it belongs to the page around the article: prompts, notices, navigation, phone numbers."""
    low = line.lower()
    if low.startswith(("http://", "https://", "www.", "***")):
        return " " not in line or line[0] == "*"
    if line[0].islower():  # the middle of a wrapped sentence, whatever its words
        return False
    if (low + " ").startswith(_PROMPTS) or low.strip(" .:!?>»…") in _LABELS:
        return True
    if low.startswith(("copyright 1", "copyright 2", "(c) 1", "(c) 2")):
        return True
    if low.startswith("page "):
        return low[5:].replace(" of ", "").isdigit()
    return (len(line) >= 3 and not line.strip(_RULES)) or (line[0] == "+" and not line.strip("+0123456789 ()-"))


def is_dateline(line: str) -> bool:
    """A line → whether it only names a writer, a place with its agency, or a date."""
    words = line.split()
    if len(words) > 14 or line[-1] in ".!?":
        return False
    if words[0] in ("By", "by", "BY") and len(words) > 1:
        return words[1][0].isupper() and all(w[0].isupper() or w.strip(",|&-") in _JOINING for w in words[1:])
    stem = line.rstrip(" -–—:")
    if stem[-1:] == ")" and line[0].isupper():
        agency = stem[stem.rfind("(") + 1 : -1]
        return stem.endswith(_AGENCIES) or (stem != line and agency[:1].isupper() and agency.isalpha())
    return _is_date(words)


def _is_date(words: list[str]) -> bool:
    plain = [word.strip(",.:|–-").lower() for word in words]
    if not (_MONTHS.intersection(plain) or any(len(w) == 10 and w[4] == w[7] == "-" for w in plain)):
        return False
    numbers = [word.replace(":", "").replace("-", "").rstrip("apm.").isdigit() for word in plain]
    return any(numbers) and all(n or not w or w in _DATE_WORDS for n, w in zip(numbers, plain, strict=True))
