"""A mail server that keeps what it is given in a folder: sink.py FOLDER [--port N] [--tls CERT KEY] [--smtps] [--auth USER PASSWORD].

The first word of a recipient says how it behaves: refused, later (taken the third time), spam (refused after the mail),
lost (the connection ends before the answer), silent (no answer to the recipient), mute (none to the mail), slow, ended (the connection ends after each mail). Each mail that was taken is
a line in FOLDER/taken.jsonl, each attempt one in FOLDER/tried.jsonl; "ready PORT" is printed when it listens.
"""

import argparse
import asyncio
import itertools
import json
import pathlib
import ssl

from aiosmtpd.smtp import SMTP, AuthResult

parser = argparse.ArgumentParser()
parser.add_argument("folder", type=pathlib.Path)
parser.add_argument("--port", type=int, default=0)
parser.add_argument("--tls", nargs=2)
parser.add_argument("--smtps", action="store_true")
parser.add_argument("--auth", nargs=2)
options = parser.parse_args()
options.folder.mkdir(parents=True, exist_ok=True)
connections = itertools.count(1)


def write(name, **fields):
    with open(options.folder / name, "a") as file:
        file.write(json.dumps(fields) + "\n")


class Sink:
    def __init__(self):
        self.number, self.tries, self.taken = next(connections), {}, 0

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        write("tried.jsonl", to=address)
        kind = address.split("@")[0].split("-")[0]
        tried = sum(json.loads(line)["to"] == address for line in open(options.folder / "tried.jsonl"))
        if kind == "silent":
            await asyncio.sleep(3600)
        if kind == "refused":
            return "550 5.1.1 There is nobody of that name"
        if kind == "later" and tried < 3:
            return "450 4.2.1 Come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        to = envelope.rcpt_tos[0]
        kind = to.split("@")[0].split("-")[0]
        if kind == "spam":
            return "554 5.7.1 This looks like spam"
        if kind == "mute":
            write("tried.jsonl", to=to)
            await asyncio.sleep(3600)
        if kind == "slow":
            await asyncio.sleep(0.05)
        content = envelope.original_content.decode("utf-8", "surrogateescape")
        user = session.auth_data.login.decode() if session.auth_data else None
        write("taken.jsonl", to=to, sender=envelope.mail_from, content=content, user=user, tls=server.transport.get_extra_info("ssl_object") is not None, connection=self.number)
        if kind in ("lost", "ended"):
            asyncio.get_running_loop().call_later(0 if kind == "lost" else 0.02, server.transport.close)
        if kind == "lost":
            await asyncio.sleep(0.1)
        return "250 2.0.0 Taken as 4711"


def authenticate(server, session, envelope, mechanism, data):
    given = [data.login.decode(), data.password.decode()]
    return AuthResult(success=given == options.auth, auth_data=data, handled=False)


def session(context):
    with_auth = dict(authenticator=authenticate, auth_required=True, auth_require_tls=not options.smtps) if options.auth else {}
    with_tls = {} if options.smtps or not context else dict(tls_context=context, require_starttls=True)
    return SMTP(Sink(), hostname="sink.example", enable_SMTPUTF8=True, **with_auth, **with_tls)


async def main():
    context = None
    if options.tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*options.tls)
    server = await asyncio.get_running_loop().create_server(
        lambda: session(context), "127.0.0.1", options.port, ssl=context if options.smtps else None)
    # In one piece, for who reads only what is there.
    print(f"ready {server.sockets[0].getsockname()[1]}\n", end="", flush=True)
    await server.serve_forever()


asyncio.run(main())
