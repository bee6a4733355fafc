"""An exported conference folder, rewritten so that every text in it is a payload, and every address one that tries to break out."""

import csv
import itertools
import json
import re

from payloads import PAYLOADS

# Cells that are texts of one line, and of many.
LINES = {
    "title", "name", "affiliation", "country", "track", "keywords", "tier", "label", "question", "section", "role", "summary", "tldr", "people", "kind",
}
TEXTS = {"abstract", "description", "notice", "biography", "answer", "bibtex"}
ADDRESSES = {"website", "join", "url", "forum", "code"}
# What a table says in words of its own: where something is, or of which sort.
STRUCTURE = {"sessions": {"kind"}, "papers": {"kind"}}
# Names stand in tables of their own, where they are no lists.
PEOPLE = {"papers": "authors", "keynotes": "people", "workshops": "people", "socials": "people", "tutorials": "people", "plenary": "people", "expos": "people"}
# Addresses that an import takes.
LINKS = [
    "https://evil.example/'onmouseover='ran(50)'data-pwn='", "https://evil.example/#javascript:ran(51)", "https://evil.example/&quot;onfocus=ran(52)&quot;data-pwn=",
    "https://evil.example/`onclick=ran(53)`", "https://evil.example/%22%3E%3Cimg%20data-pwn%20src=x%20onerror=ran(54)%3E", "http://javascript:ran(55)@evil.example/",
    "https://evil.example/{{ran(56)}}${ran(56)}",
]
# Those that it refuses.
REFUSED = [
    "javascript:ran(57)", "JaVaScRiPt:ran(58)//https://", "data:text/html,<script>ran(59)</script>", "vbscript:ran(60)", "javascript&colon;ran(61)",
    "https://evil.example/<img data-pwn src=x onerror=ran(62)>", "https://evil.example/ onclick=ran(63)",
]
# Tables that are written as YAML and as JSON instead.
YAML, JSON = {"faq", "links", "talks"}, {"committee", "socials", "sponsors"}


class Hostile:
    """Gives out payloads, one after another, so that all of them come in every sort of field."""

    def __init__(self):
        self.next = {}

    def turn(self, column, values):
        return next(self.next.setdefault(column, itertools.cycle(values)))

    def cell(self, table, column, value):
        if column == PEOPLE.get(table):
            return ""
        if column in STRUCTURE.get(table, ()):
            return value
        if table == "themes" and column == "title":
            # The same in each row of a theme.
            return f"{PAYLOADS[1]} {value}"
        if column in LINES:
            # Two of them in a line; the ways to part a list are none of them.
            return re.sub(r"[|;\n]", " ", " ".join(self.turn(column, PAYLOADS) for _ in range(2)))
        if column in TEXTS:
            return "\n\n".join(PAYLOADS)
        if column in ADDRESSES and value:
            # A paper's addresses of code are a list, in which "&quot;" would end one.
            return LINKS[0] if column == "code" else self.turn(column, LINKS)
        return value


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(folder, table, rows):
    for ending in ("csv", "yml", "json"):
        (folder / f"{table}.{ending}").unlink(missing_ok=True)
    if table in YAML | JSON:
        # What is JSON is YAML, too.
        content = json.dumps([{name: value for name, value in row.items() if value} for row in rows], ensure_ascii=False, indent=1)
        (folder / f"{table}.{'yml' if table in YAML else 'json'}").write_text(content)
        return
    with open(folder / f"{table}.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def named(folder, table, of, owner):
    """One person for each thing that has nobody in the table of people."""
    known = read(folder / f"{table}.csv") if (folder / f"{table}.csv").exists() else []
    columns = list(known[0]) if known else [of, "name", "affiliation", "country", "website", "biography"]
    for row in owner:
        if row not in {person[of] for person in known}:
            known.append({column: {of: row, "website": "https://here.example"}.get(column, "") for column in columns})
    return known


def rewrite(folder):
    """Makes the whole folder hostile."""
    hostile = Hostile()
    kinds = {table: table.removesuffix("s") for table in PEOPLE if table != "papers"}
    events = [f"{kind}/{row['id']}" for table, kind in kinds.items() for row in read(folder / f"{table}.csv")]
    people = {
        "authors": named(folder, "authors", "paper", [row["id"] for row in read(folder / "papers.csv")]),
        "people": named(folder, "people", "event", events),
    }
    tables = {path.stem: read(path) for path in folder.glob("*.csv")} | people
    for table, rows in tables.items():
        write(folder, table, [{column: hostile.cell(table, column, value) for column, value in row.items()} for row in rows])
    kept = re.findall(r"^(?:id|start|end|zone|accent): .*$", (folder / "conference.yml").read_text(), re.M)
    words = {name: hostile.turn("conference", PAYLOADS).replace("\n", " ") for name in ["name", "tagline", "organization", "proceedings"]}
    words |= {"website": LINKS[0], "description": "\n\n".join(PAYLOADS)}
    (folder / "conference.yml").write_text("\n".join(kept + [f"{name}: {json.dumps(text)}" for name, text in words.items()]) + "\n")
    (folder / "code-of-conduct.md").write_text("\n\n".join(PAYLOADS))
