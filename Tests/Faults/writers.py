"""People who write all the time, and know what was acknowledged to them."""

import random
import re
import secrets
import threading
import time

from people import Unanswered

CHANNELS = ["general/corridor", "general/feedback"]


class Writer(threading.Thread):
    """Writes one thing after another, each until it is answered; every tenth again although it was."""

    def __init__(self, person, questions, papers, seed, gate):
        super().__init__(daemon=True)
        self.person, self.questions, self.papers, self.gate = person, questions, papers, gate
        self.chance = random.Random(seed)
        # What was acknowledged: a name and what it is now, in order.
        self.known = {}
        # What was sent and not yet answered.
        self.pending = {}
        self.count = self.retries = self.refusals = self.limited = 0
        self.refused_as = set()
        self.faults = []
        self.is_over = self.is_idle = False

    def run(self):
        while not self.is_over:
            self.is_idle = True
            self.gate.wait()
            if self.is_over:
                return
            self.is_idle = False
            path, fields, self.pending = self.choose()
            while self.pending and not self.is_over:
                self.send(path, fields)

    def send(self, path, fields):
        try:
            answer = self.person.post(path, fields)
        except Unanswered:
            self.retries += 1
            self.is_idle = True
            time.sleep(0.02)
            self.gate.wait()
            self.is_idle = False
            return
        if answer.status == 303:
            self.known |= self.pending
            self.count += 1
            # Whoever presses the button again after the answer gets no second one.
            if self.chance.random() > 0.1:
                self.pending = {}
        elif answer.status in (503, 507):
            self.refusals += 1
            self.refused_with = answer.headers
            self.refused_as.add(answer.status)
            time.sleep(0.2)
        elif answer.status in (400, 429):
            self.limited += 1
            self.pending = {}
            time.sleep(0.1)
        else:
            self.faults.append(f"{path}: {answer.status} {answer.text[:2000]}")
            self.is_over = True

    def choose(self):
        kind = self.chance.random()
        client = secrets.token_hex(8)
        text = f"{self.person.name} writes {client}"
        if kind < 0.6:
            channel = self.chance.choice(CHANNELS)
            return f"/chat/{channel}/messages", {"text": text, "client": client}, {("message", client): f"{channel} {text}"}
        if kind < 0.8:
            question, subject = self.chance.choice(self.questions)
            isFor = not self.known.get(("vote", question), False)
            return f"/questions/{subject}/votes", {"vote" if isFor else "unvote": question}, {("vote", question): isFor}
        if kind < 0.95:
            # Two at once: never only one of them.
            pair = self.chance.choice(self.papers)
            isSaved = not self.known.get(("saved", pair[0]), False)
            fields = {"save" if isSaved else "unsave": ",".join(f"papers:{paper}" for paper in pair), "back": "/"}
            return "/account/saved", fields, {("saved", paper): isSaved for paper in pair}
        subject = self.chance.choice(self.questions)[1]
        return f"/questions/{subject}", {"text": text + "?", "client": client}, {("question", client): f"{subject} {text}?"}


class Writers:
    """All of them: let write, and held back."""

    def __init__(self, place, chance):
        papers = paper_ids(place.organizer)
        self.questions = [ask(place.organizer, f"papers/{paper}") for paper in papers[:4]]
        pairs = list(zip(papers[0:20:2], papers[1:20:2]))
        self.gate = threading.Event()
        self.all = [Writer(person, self.questions, pairs, chance.random(), self.gate) for person in place.people]
        for writer in self.all:
            writer.start()

    def go(self):
        self.gate.set()

    def hold(self, seconds=60):
        """Lets everyone end what is under way, or give it up where nobody answers."""
        self.gate.clear()
        end = time.monotonic() + seconds
        while not all(writer.is_idle or not writer.is_alive() for writer in self.all):
            assert time.monotonic() < end, "the writers come to rest"
            time.sleep(0.01)
        # One may have been on the way past the gate when it was looked at.
        time.sleep(0.05)
        self.check_faults()

    def end(self):
        for writer in self.all:
            writer.is_over = True
        self.gate.set()
        for writer in self.all:
            writer.join(60)

    def check_faults(self):
        assert [fault for writer in self.all for fault in writer.faults] == []

    def sum(self, name):
        return sum(getattr(writer, name) for writer in self.all)


def paper_ids(person):
    """The ids of the forty papers, as the two pages of papers link to them."""
    pages = "".join(person.get(f"/papers?page={page}").text for page in (1, 2))
    return sorted(set(re.findall(r'href="/papers/([A-Za-z0-9]+)"', pages)))


def ask(person, subject):
    """Asks a question: its id, and what it is about."""
    text = f"What does {secrets.token_hex(8)} mean?"
    assert person.post(f"/questions/{subject}", {"text": text}).status == 303
    page = person.get(f"/questions/{subject}").text
    return re.search(rf'id="question-([^"]*)"(?:(?!id="question-).)*{text[:24]}', page, re.S).group(1), subject
