"""Real servers and databases, as tests start, stop and kill them."""

import contextlib
import http.client
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HATATA = os.environ.get("HATATA", str(ROOT / ".build/debug/hatata"))
# The newest that Debian has here, unless another one is named.
DEBIAN = pathlib.Path("/usr/lib/postgresql")
PROGRAMS = pathlib.Path(os.environ.get("HATATA_POSTGRES") or max(
    (folder for folder in DEBIAN.glob("*/bin") if folder.parent.name.isdigit() and (folder / "initdb").exists()),
    key=lambda folder: int(folder.parent.name), default=DEBIAN))
# What this person types is never to be seen anywhere.
PASSWORD = "correct-horse-battery"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def eventually(check, what, seconds=30):
    """Waits until the check holds; a busy machine may take its time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if check():
            return
        time.sleep(0.02)
    raise AssertionError(f"{what}: not within {seconds} s")


def get(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.text = answer.read().decode()
        return answer
    finally:
        connection.close()


def status(port, path):
    """The status, or 0 where nobody answers."""
    try:
        return get(port, path).status
    except (OSError, http.client.HTTPException):
        return 0


def environment(database=None):
    """Ours without settings of the program, but for the database."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("HATATA_")}
    return clean | ({"HATATA_DATABASE": database} if database else {})


def hatata(*arguments, database=None):
    return subprocess.run([HATATA, *map(str, arguments)], capture_output=True, text=True, timeout=300, env=environment(database))


def command_line(process):
    """What everybody on the machine sees of a process."""
    return pathlib.Path(f"/proc/{process.pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()


class Postgres:
    """A PostgreSQL on a port of the loopback, which asks for a password."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="hatata-nodes-", dir="/tmp")
        self.port = free_port()
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        password = pathlib.Path(self.folder, "password")
        password.write_text(PASSWORD)
        if os.geteuid() == 0:
            shutil.chown(password, "postgres")
        self.run("initdb", "-D", f"{self.folder}/data", "-U", "hatata", "-N", "-A", "scram-sha-256", f"--pwfile={password}", "-E", "UTF8", "--no-locale")
        self.start()

    def run(self, program, *arguments):
        as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        # Its files are closed to it: a server that stays would hold the test's own output open.
        subprocess.run([*as_user, str(PROGRAMS / program), *arguments], check=True, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def start(self):
        options = f"-k {self.folder} -c listen_addresses=127.0.0.1 -c port={self.port} -c max_connections=200"
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-w", "-l", f"{self.folder}/log", "-o", options, "start")

    def stop(self, mode="immediate"):
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-w", "-m", mode, "stop")

    def sql(self, text, database="postgres"):
        command = ["psql", "-h", self.folder, "-p", str(self.port), "-U", "hatata", "-d", database, "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", text]
        return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, "PGPASSWORD": PASSWORD}).stdout.strip()

    @contextlib.contextmanager
    def hanging(self):
        """The server says nothing any more, as long as the block lasts, but takes what is sent."""
        main = pathlib.Path(self.folder, "data/postmaster.pid").read_text().split()[0]
        os.kill(int(main), signal.SIGSTOP)
        own = subprocess.run(["pgrep", "-P", main], check=True, capture_output=True, text=True).stdout.split()
        try:
            for process in own:
                os.kill(int(process), signal.SIGSTOP)
            yield
        finally:
            for process in [*own, main]:
                os.kill(int(process), signal.SIGCONT)

    @contextlib.contextmanager
    def locked(self, table, database):
        """Somebody else holds a table, as long as the block lasts."""
        command = ["psql", "-h", self.folder, "-p", str(self.port), "-U", "hatata", "-d", database, "-X", "-q", "-A", "-t"]
        holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PGPASSWORD": PASSWORD})
        try:
            holder.stdin.write(f"BEGIN;\nLOCK TABLE {table};\nSELECT 'held';\n")
            holder.stdin.flush()
            assert holder.stdout.readline() == "held\n"
            yield
        finally:
            holder.communicate("ROLLBACK;\n", timeout=30)

    def database(self, name):
        self.sql(f'CREATE DATABASE "{name}"')
        return self.address(name)

    def address(self, name, password=PASSWORD):
        return f"postgres://hatata:{password}@127.0.0.1:{self.port}/{name}"

    def address_of_parameters(self, name):
        """The same database, named in another way."""
        return f"postgres://127.0.0.1:{self.port}/{name}?user=hatata&password={PASSWORD}"

    def close(self):
        self.stop()
        shutil.rmtree(self.folder)


class Server:
    """A server over a folder, and over a PostgreSQL database where there is one."""

    def __init__(self, data, database=None, port=None, options=(), within=()):
        """`within` is a command that runs another one, such as in a mount namespace."""
        self.data, self.database, self.port = data, database, port or free_port()
        self.log = open(f"{data}.log", "a+")
        command = [*within, HATATA, "serve", "--data", str(data), "--port", str(self.port), *options]
        if database:
            command += ["--database", database]
        self.process = subprocess.Popen(command, stderr=self.log, env=environment())

    def ready(self):
        """Itself, once it answers."""
        eventually(lambda: self.process.poll() is not None or status(self.port, "/health/ready") == 200, "the server is ready")
        assert self.process.poll() is None, self.written()[-2000:]
        return self

    def command_line(self):
        return command_line(self.process)

    def written(self):
        return pathlib.Path(self.log.name).read_text()

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self, seconds=30):
        self.process.terminate()
        assert self.process.wait(timeout=seconds) == 0, "the server ends in order when it is told to"
