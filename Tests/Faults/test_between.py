"""What happens between a page and its stream: the page as it was, and what the stream told, are the page as it is."""

import random
import re
import secrets
import threading
import time

from conftest import often
from servers import eventually
from streams import OpenPage, Stream
from writers import ask, paper_ids

# Each page is followed by so many trials; a channel takes so many messages that no page is longer than one.
TRIALS = 25


class Talker(threading.Thread):
    """Writes in one channel and changes what stands there, and asks about the same thing and votes, as fast as it can."""

    def __init__(self, person, subject, questions, seed, most):
        super().__init__(daemon=True)
        self.person, self.subject, self.questions, self.most = person, subject, questions, most
        self.chance, self.messages, self.is_over, self.fault = random.Random(seed), [], False, None

    def run(self):
        try:
            while not self.is_over:
                self.act()
                time.sleep(self.chance.uniform(0, 0.05))
        except Exception as error:
            self.fault = error

    def act(self):
        kind = self.chance.random()
        if kind < 0.4 and len(self.messages) < self.most:
            answer = self.person.say(self.subject, f"says {secrets.token_hex(8)}")
            if answer.status == 303:
                self.messages.append(answer.place.rsplit("#m-", 1)[1])
        elif kind < 0.55 and self.messages:
            answer = self.person.post(f"/messages/{self.chance.choice(self.messages)}", {"text": f"says rather {secrets.token_hex(8)}"})
        elif kind < 0.6 and self.messages:
            answer = self.person.post(f"/messages/{self.messages.pop(0)}/removal", {})
            self.most -= 1
        elif kind < 0.75 and self.messages:
            answer = self.person.post(f"/messages/{self.chance.choice(self.messages)}/reactions", {"sign": self.chance.choice("👍🎉💡")})
        elif kind < 0.8 and self.messages:
            answer = self.person.say(self.subject, f"replies {secrets.token_hex(8)}", thread=self.chance.choice(self.messages))
        else:
            question = self.chance.choice(self.questions)
            answer = self.person.post(f"/questions/{self.subject}/votes", {self.chance.choice(["vote", "unvote"]): question})
        assert answer.status in (303, 400, 429), answer.text[-2000:]


class Trial(threading.Thread):
    """A page is loaded; after a while its stream is opened, which half of the times breaks and is resumed."""

    def __init__(self, person, subject, seed):
        super().__init__(daemon=True)
        self.person, self.subject, self.chance = person, subject, random.Random(seed)
        self.told, self.fault = [], None

    def run(self):
        try:
            chance = self.chance
            self.chat = OpenPage(self.person.get(f"/chat/{self.subject}").text)
            self.questions = OpenPage(self.person.get(f"/questions/{self.subject}").text)
            time.sleep(chance.choice([0, 0.01, 0.1, 0.5]))
            topics = [f"chat/{self.subject}", f"questions/{self.subject}"]
            self.stream = Stream(self.person, topics, self.chat.cursor)
            if chance.random() < 0.5:
                time.sleep(chance.uniform(0, 0.3))
                self.stream.close()
                self.told = self.stream.told
                time.sleep(chance.uniform(0, 0.3))
                self.stream = Stream(self.person, topics, self.stream.cursor, resuming=True)
        except Exception as error:
            self.fault = error

    def applied(self, page):
        """A page with everything that was told."""
        fresh = OpenPage(page.text)
        for updates in self.told + list(self.stream.told):
            fresh.apply(updates)
        return fresh


def trials(place, chance, subject, asked, count):
    readers, writers = place.people[:10], place.people[10:14]
    talkers = [Talker(person, subject, asked, chance.random(), 45 // len(writers)) for person in writers]
    for talker in talkers:
        talker.start()
    started = []
    # One at a time for each reader, whose browser has its own connection.
    for number in range(0, count, len(readers)):
        wave = [Trial(person, subject, chance.random()) for person in readers[:count - number]]
        for trial in wave:
            trial.start()
        for trial in wave:
            trial.join(60)
        started += wave
    for talker in talkers:
        talker.is_over = True
    for talker in talkers:
        talker.join(60)
    assert [one.fault for one in talkers + started if one.fault] == []
    last = place.people[10].say(subject, "the last word")
    assert last.status == 303
    chat, questions = OpenPage(readers[0].get(f"/chat/{subject}").text), OpenPage(readers[0].get(f"/questions/{subject}").text)
    for trial in started:
        eventually(lambda: trial.stream.has("the last word"), "the stream tells everything")
        # Counts and reactions are told within a second.
        eventually(lambda: counts(trial.applied(trial.questions)) == counts(questions), "the page counts as many votes")
        end = time.monotonic() + 3
        while trial.applied(trial.chat).element("messages") != chat.element("messages") and time.monotonic() < end:
            time.sleep(0.1)
        assert trial.applied(trial.chat).element("messages") == chat.element("messages")
        assert sorted(trial.applied(trial.questions).rows("questions")) == sorted(questions.rows("questions"))
        trial.stream.close()
    return len(started)


def counts(page):
    return sorted(re.findall(r'id="(votes-[^"]*)">(\d+)<', page.element("questions")))


def test_nothing_is_missed_between_a_page_and_its_stream(place, chance):
    papers = paper_ids(place.organizer)
    done = 0
    for index, paper in enumerate(papers[:often(40, 1)]):
        subject = f"papers/{paper}"
        # By turns, as nobody may ask more than ten in ten minutes.
        asked = [ask(place.people[(3 * index + number) % len(place.people)], subject)[0] for number in range(3)]
        done += trials(place, chance, subject, asked, TRIALS)
    print(f"\n{done} trials")
    assert done == often(1_000, TRIALS)
