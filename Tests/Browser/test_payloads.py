"""Every form of the site takes every payload, and every page that shows it is looked at: nothing may run, or become markup.

Forms and pages are found by following links as everybody who may see them, so that what is new is tried by itself. In each run a part of the forms
is sent once; bin/test --long sends all of them, as everybody and as often as it takes for each of their fields to have had every payload.
"""

import csv
import io
import json
import os
import re
import subprocess
import urllib.parse
import zipfile
import zlib

import pytest
from conftest import HATATA, HEROINE_PAPER, NOW, Server
from payloads import BROKEN, PAYLOADS, WATCH, packed

PEOPLE = ["organizer", "chair", "author", "participant"]
# One's own sign-in ends with these; the others have no field to type in.
LEFT_OUT = re.compile(r"/sign-out|/erasure|/devices/|/mail/")
# What is no page.
FILES = re.compile(r"\.(ics|json|xml|bib|csv|pdf|svg|png|jpg|mp4|webp|txt)(\?|$)|^/media/|^/sign-out|^/calendars/private")
IS_LONG = bool(os.environ.get("HATATA_LONG"))
# How often each form is sent at most, with other payloads each time; fields that are short need some thirty to have had them all, and begin
# at different ones, so that the site as a whole has had most of them with one.
ROUNDS = len(PAYLOADS) if IS_LONG else 1
# Of addresses that differ in ids only, so many are visited.
ALIKE = 2 if IS_LONG else 1
# Forms that are sent in every run: what many write and all read, and what shows what was typed again.
ALWAYS = {
    "chat 4", "questions 3", "question 3", "help 2", "report 1", "messages 2", "search 1", "registration 1", "organize/announcements", "organize/import",
    "organize/program/entry", "account/profile",
}

# The forms of a page: where they go, what can be typed in them, how long it may be, and what sends them. Those for who has no scripts are none for a browser.
FORMS = """([text, path]) => {
 const page = new DOMParser().parseFromString(text, 'text/html');
 const links = (within) => [...page.querySelectorAll(`${within} a[href]`)].map((link) => new URL(link.getAttribute('href'), 'https://here.example' + path)).filter((url) => url.origin === 'https://here.example').map((url) => url.pathname + url.search);
 const forms = [...page.forms].filter((form) => !form.closest('noscript')).map((form, number) => {
  const fields = [...form.elements].filter((field) => field.name && !field.disabled && (field.tagName === 'TEXTAREA'
    || (field.tagName === 'INPUT' && ['text', 'search', 'url', 'email', 'tel', 'date', 'datetime-local', 'password', 'color', 'number'].includes(field.type))));
  const files = [...form.elements].filter((field) => field.type === 'file').map((field) => ({ name: field.name, accept: field.accept }));
  return {
    number, action: new URL(form.getAttribute('action') ?? '', 'https://here.example' + path).pathname, method: form.method, files,
    fields: fields.map((field) => ({ name: field.name, type: field.type, limit: field.maxLength > 0 ? field.maxLength : 100000, lines: field.tagName === 'TEXTAREA' })),
    senders: [...form.elements].filter((button) => button.type === 'submit').map((button) => [...form.elements].indexOf(button)),
  };
 });
 return { forms, links: links('body'), beside: links('main') };
}"""

SEND = """([number, values, sender]) => {
  const form = document.forms[number];
  for (const [name, value] of Object.entries(values)) {
    const field = [...form.elements].find((field) => field.name === name && field.type !== 'file' && field.type !== 'hidden');
    if (!field) continue;
    if (['date', 'datetime-local', 'color', 'number'].includes(field.type)) field.type = 'text';
    field.value = value;
  }
  for (const field of form.elements) if (field.required && !field.value && field.type !== 'file' && field.type !== 'checkbox' && field.type !== 'radio') field.value = field.type === 'email' ? 'somebody@example.org' : 'Something';
  const button = form.elements[sender];
  if (button?.name) {
    const pressed = document.createElement('input');
    pressed.type = 'hidden';
    [pressed.name, pressed.value] = [button.name, button.value];
    form.append(pressed);
  }
  if (button?.hasAttribute('formaction')) form.setAttribute('action', button.getAttribute('formaction'));
  // As a plain form, past the scripts that would send it in their own way.
  HTMLFormElement.prototype.submit.call(form);
}"""

# Whether the server takes a text in one field when the others stay as they are.
TAKES = """async ([number, name, value]) => {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  const form = [...page.forms].filter((form) => !form.closest('noscript'))[number];
  if (!form) return false;
  const data = new URLSearchParams(new FormData(form));
  for (const field of form.elements) if (field.required && !data.get(field.name)) data.set(field.name, field.type === 'email' ? 'somebody@example.org' : 'Something');
  data.set(name, value);
  const answer = await fetch(new URL(form.getAttribute('action') ?? '', location.href), { method: 'POST', body: data });
  return answer.ok;
}"""


def hatata(*arguments, **settings):
    return subprocess.run([HATATA, *map(str, arguments)], check=True, capture_output=True, text=True, timeout=120, **settings).stdout


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A small conference in which somebody wrote a paper, speaks in a keynote and stands at a booth, and anybody may register."""
    data = tmp_path_factory.mktemp("payloads")
    hatata("demo", "--data", data, "--papers", "6", "--today", "2026-04-28")
    people = data / "people.csv"
    people.write_text("email,name,role\n" + "".join(f"{name}@example.org,{name.title()} Person,{'participant' if name == 'author' else name}\n" for name in PEOPLE))
    hatata("people", "import", people, "--data", data)
    hatata("export", "folder", "--to", data / "folder", "--data", data)
    with open(data / "folder/sponsors.csv", encoding="utf-8-sig", newline="") as file:
        booth = next(csv.DictReader(file))["id"]
    for kind, id, field in [("paper", HEROINE_PAPER, "authors"), ("event", "keynote/1", "people"), ("sponsor", booth, "contacts")]:
        entry = json.loads(hatata("program", "show", kind, id, "--json", "--data", data))
        named = entry[field] or [{"name": "Author Person"}]
        named[0]["email"] = "author@example.org"
        hatata("program", "set", kind, id, f"{field}={json.dumps(named)}", "--data", data)
    hatata("access", "--registration", "open", "--data", data)
    server = Server(data, NOW)
    server.data = data
    yield server
    server.stop()


# Sends a form as it is, but for some fields.
POST = """async ([path, action, values]) => {
  const page = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
  const form = [...page.forms].find((form) => form.getAttribute('action') === action);
  const data = new URLSearchParams(new FormData(form));
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  const answer = await fetch(action, { method: 'POST', body: data });
  return answer.ok ? new URL(answer.url).pathname : `${answer.status}`;
}"""


def talk(tours):
    """Something is written, asked, reported and needed, so that its pages and their forms are there, too."""
    sender, helper = tours["participant"].page, tours["organizer"].page
    sender.evaluate(POST, ["/chat/general/corridor", "/chat/general/corridor/messages", {"text": "Hello"}])
    message = sender.evaluate("async () => (await (await fetch('/chat/general/corridor')).text()).match(/id=\"m-([^\"]+)/)[1]")
    keynote = "/questions/keynotes/1"
    sender.evaluate(POST, [keynote, keynote, {"text": "Why?"}])
    request = sender.evaluate(POST, ["/help/desk", "/help/requests", {"question": "How?"}])
    report = tours["author"].page.evaluate(POST, [f"/report/messages/{message}", f"/report/messages/{message}", {"words": "Rude"}])
    helper.evaluate(POST, [request, f"{request}/taking", {}])
    assert request.startswith("/help/requests/") and report.startswith("/reports/"), (request, report)
    return {
        "participant": [f"/messages/{message}", keynote, request], "author": [f"/messages/{message}", report],
        "organizer": [f"/messages/{message}", keynote, request, f"/conduct/cases/{report.rsplit('/', 1)[1]}", "/conduct/channels/general/corridor"],
    }


class Tour:
    """Somebody in a browser, who notes whatever runs."""

    def __init__(self, chromium, place, who):
        self.place, self.who, self.bad, self.visits = place, who, [], 0
        self.context = chromium.new_context(timezone_id="Africa/Lagos", reduced_motion="reduce", accept_downloads=False)
        self.context.add_init_script(WATCH)
        self.context.set_default_navigation_timeout(90_000)
        self.page = self.context.new_page()
        self.page.on("dialog", lambda dialog: (self.bad.append(("dialog", self.page.url, dialog.message)), dialog.dismiss()))
        self.page.on("popup", lambda page: self.bad.append(("window", self.page.url, page.url)))
        if who != "visitor":
            said = hatata("people", "code", f"{who}@example.org", "--data", place.data)
            self.go("/sign-in/link/" + re.search(r"/sign-in/link/(\S+)", said)[1])
            self.page.locator("main form button[type=submit]").first.click()
            if "/conduct-acceptance" in self.page.url:
                self.page.get_by_role("button", name="I will keep to it").click()

    def go(self, path):
        """Opens a page, and looks at what became of it; what is no page is only fetched."""
        answer = self.page.goto(self.place.address + path, wait_until="load")
        self.look()
        return answer

    def look(self):
        self.visits += 1
        if not self.page.url.startswith(self.place.address):
            self.bad.append(("led away", self.who, self.page.url))
            return
        seen = self.page.evaluate("window.seen ?? []")
        broken = self.page.evaluate(BROKEN)
        if self.page.locator("body > header, main").count() == 0:
            broken.append("the page has no frame")
        self.bad += [(self.who, self.page.url, what) for what in seen + broken]

    def crawl(self, starts):
        """Every kind of page that one gets to; what each form is, and what is linked beside it. Only read, not shown."""
        reader = self.context.new_page()
        queue, seen, alike, pages, forms = list(starts), set(), {}, [], []
        while queue:
            path = queue.pop(0)
            if path in seen or FILES.search(path):
                continue
            seen.add(path)
            shape = shape_of(path)
            alike[shape] = alike.get(shape, 0) + 1
            if alike[shape] > ALIKE:
                continue
            answer = self.context.request.get(self.place.address + path)
            if answer.status != 200 or "text/html" not in answer.headers.get("content-type", ""):
                continue
            pages.append(path)
            found = reader.evaluate(FORMS, [answer.text(), path])
            beside = [link for link in found["beside"] if not link.startswith("/organize") and not FILES.search(link)][:2]
            for form in found["forms"]:
                key = (form_shape(form["action"]), tuple(field["name"] for field in [*form["fields"], *form["files"]]))
                if (form["fields"] or form["files"]) and not LEFT_OUT.search(form["action"]) and key not in [known["key"] for known in forms]:
                    forms.append({**form, "key": key, "page": path, "beside": beside})
            queue += [link for link in found["links"] if link not in seen]
        reader.close()
        return pages, forms


def shape_of(path):
    address = urllib.parse.urlsplit(path)
    names = sorted(name + ("=" + value if name == "of" else "") for name, value in urllib.parse.parse_qsl(address.query))
    parts = address.path.strip("/").split("/")
    whole = {"sign-in", "account", "organize", "program", "profile", "saved", "mine"}
    return tuple(part if index == 0 or part in whole or re.fullmatch(r"[a-z-]{3,}", part) else "*" for index, part in enumerate(parts)), tuple(names)


def form_shape(action):
    """Where a form goes; outside of the console and the account, what is between is ids."""
    parts = action.strip("/").split("/")
    return "/".join(shape_of(action)[0]) if parts[0] in {"organize", "account"} else f"{parts[0]} {len(parts)}"


def texts(field):
    return packed(field["limit"], "\n\n" if field["lines"] else " ")


def archive(text):
    """A conference's folder whose paper has the text in each field."""
    table = io.StringIO()
    csv.writer(table).writerows([["id", "title", "authors", "abstract", "keywords", text[:40].replace("\n", " ")], ["pwn", text, text, text, text, text]])
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("papers.csv", table.getvalue())
    return archive.getvalue()


def upload(form, text):
    """A file that a form takes, with the text inside and in its name; nothing for pictures and recordings."""
    name = re.sub(r"[/\0\r\n]", " ", text)[:100]
    for field in form["files"]:
        if ".zip" in field["accept"]:
            yield field["name"], {"name": name + ".zip", "mimeType": "application/zip", "buffer": archive(text)}
        elif ".csv" in field["accept"]:
            table = io.StringIO()
            csv.writer(table).writerows([["email", "name", "affiliation", text[:40].replace("\n", " ")], ["pwn@example.org", text.replace("\n", " ")[:110], "x", "x"], [text, text, text, text]])
            yield field["name"], {"name": name + ".csv", "mimeType": "text/csv", "buffer": table.getvalue().encode()}
        else:
            yield field["name"], {"name": name + ".png", "mimeType": "image/png", "buffer": text.encode()}


class Trial:
    """One form, taken through all payloads."""

    def __init__(self, tour, form):
        self.tour, self.form = tour, form
        self.texts = {field["name"]: texts(field) for field in form["fields"]}
        self.rounds = min(ROUNDS, max([len(texts) for texts in self.texts.values()] + [2 if form["files"] else 0]))
        self.first = sum(map(len, self.texts)) % 40
        self.free = set(self.texts)
        self.tried = 0

    def learn(self):
        """Which fields take any text; the others make the server refuse the whole form, which shows them again."""
        if self.form["method"] == "get" or self.form["files"]:
            return
        self.tour.go(self.form["page"])
        plain = "Plain & <b>simple</b>"
        self.free = {name for name in self.texts if self.tour.page.evaluate(TAKES, [self.form["number"], name, plain])}

    def text(self, name, round):
        texts, place = self.texts[name], list(self.texts).index(name)
        return texts[(self.first + place * ROUNDS + round) % len(texts)]

    def send(self, round, names, sender):
        tour, page = self.tour, self.tour.page
        page.goto(tour.place.address + self.form["page"], wait_until="domcontentloaded")
        values = {name: self.text(name, round) for name in names if self.texts[name]}
        if page.evaluate("(number) => document.forms.length <= number", self.form["number"]):
            return
        for name, file in upload(self.form, packed(700, " ")[round % len(packed(700, " "))]):
            page.locator("form").nth(self.form["number"]).locator(f"input[type=file][name='{name}']").set_input_files(file)
        with page.expect_navigation(wait_until="load"):
            page.evaluate(SEND, [self.form["number"], values, sender])
        tour.look()
        self.tried += sum(text.count("ran(") + 1 for text in values.values())

    def run(self):
        self.learn()
        strict = [name for name in self.texts if name not in self.free]
        senders = self.form["senders"] or [-1]
        for round in range(self.rounds):
            if strict or self.form["files"]:
                self.send(round, list(self.texts), senders[0])
            for sender in senders if self.free else []:
                self.send(round, sorted(self.free), sender)
            # What was stored is shown where the form is and beside it; a search stores nothing.
            for path in [self.form["page"], *self.form["beside"]] if self.free and self.form["method"] != "get" else []:
                self.tour.go(path)


def is_tried(form):
    """Every form in the long run; else some, always the same."""
    return IS_LONG or form["key"][0] in ALWAYS or zlib.crc32(repr(form["key"]).encode()) % 5 == 0


def test_nothing_that_anybody_types_runs_or_becomes_markup_on_any_page(place, chromium, capsys):
    tours = {who: Tour(chromium, place, who) for who in [*PEOPLE, "visitor"]}
    written = talk(tours)
    starts = {"organizer": ["/organize", "/"], "chair": ["/organize"], "author": ["/account"], "participant": ["/account", "/plan"], "visitor": ["/", "/sign-in", "/registration"]}
    everybody = ["visitor", "participant", "author", "chair", "organizer"] if IS_LONG else ["visitor", "participant", "organizer"]
    found, done, tried = {}, set(), 0
    for who in everybody:
        found[who] = tours[who].crawl(written.get(who, []) + starts[who])
    for who in sorted(everybody, key=lambda who: who == "chair"):
        for form in found[who][1]:
            if form["key"] in done or not is_tried(form):
                continue
            done.add(form["key"])
            trial = Trial(tours[who], form)
            trial.run()
            tried += trial.tried
    # Everything once more, with all that is stored by now.
    for who in ["organizer", "visitor"]:
        for path in tours[who].crawl(starts[who])[0][:: 1 if IS_LONG else 10]:
            tours[who].go(path)
    for tour in tours.values():
        tour.context.close()
    bad = [what for tour in tours.values() for what in tour.bad]
    with capsys.disabled():
        print(f"\ntried {tried}, ran {len(bad)} ({len(done)} forms, {sum(tour.visits for tour in tours.values())} pages looked at, {len(PAYLOADS)} payloads)")
    assert bad == []
    # The console, what is one's own, and what strangers type: should discovery break, that is seen.
    actions = {key[0] for key in done}
    assert ALWAYS <= actions
    assert {"organize/appearance", "sign-in 1", "conduct 5"} <= actions or not IS_LONG
    assert (len(done) > 50 and tried > 20_000) if IS_LONG else (len(done) > 15 and tried > 300)
