"""What people notice of a balancer before several servers: nothing."""

import http.client
from urllib.parse import urlencode

import pytest
from conftest import Balancer, Node, hatata
from people import field


def ask_for_mail(port, email, client):
    """The answer to a browser at an address elsewhere, which wants to sign in."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    here = {"X-Forwarded-For": client}
    connection.request("GET", "/sign-in", headers=here)
    page = connection.getresponse()
    sent = {"token": field(page.read().decode(), "token"), "email": email}
    cookie = {"Cookie": page.headers["Set-Cookie"].split(";")[0]}
    connection.request("POST", "/sign-in", urlencode(sent), here | cookie | {"Content-Type": "application/x-www-form-urlencoded"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


@pytest.mark.parametrize("options, others", [(("--trusted-proxies", "127.0.0.1"), 200), ((), 429)])
def test_limits_count_clients_where_the_balancer_is_trusted(postgres, tmp_path, options, others):
    database = postgres.database(f"limits-{others}")
    made = hatata("demo", "--data", tmp_path / "data", "--papers", "8", "--today", "2026-04-28", database=database)
    assert made.returncode == 0, made.stderr
    node = Node(tmp_path / "data", database, options=("--sign-ins-per-client", "2", *options))
    balancer = Balancer([node] * 3)
    try:
        asked = [ask_for_mail(balancer.port, f"person{number}@example.org", "198.51.100.7") for number in range(3)]
        assert asked == [200, 200, 429]
        assert ask_for_mail(balancer.port, "somebody@example.org", "203.0.113.9") == others
    finally:
        balancer.stop()
        node.stop()
