"""People sign in at a real OpenID provider, and nobody does with what it did not say."""

import json
import re
import subprocess
import time
import urllib.parse

from conftest import HATATA, SECRET, clean, hatata, request

NOW = int(time.time())
VICTIM = {"sub": "victim", "email": "vic@example.org", "email_verified": True}


def test_who_is_on_the_list_signs_in_and_is_the_same_the_second_time(server, provider, visitor):
    provider.knows("ada-1", name="Ada Elsewhere", email="Ada@Example.org", email_verified=True)
    before = server.rows("SELECT COUNT(*) FROM accounts")
    for _ in range(2):
        browser = visitor()
        answer = browser.sign_in(provider, "ada-1", back="/papers?q=a")
        assert (answer.status, answer.headers["Location"]) == (303, "/papers?q=a"), answer.text
        assert browser.name == ("Ada Story", "ada@example.org")
    # The address may change there: the person is known by the subject.
    provider.knows("ada-1", email="new@example.net", email_verified=True)
    browser = visitor()
    browser.sign_in(provider, "ada-1")
    assert browser.name == ("Ada Story", "ada@example.org")
    assert server.rows("SELECT issuer, subject FROM openid_identities WHERE subject = 'ada-1'") == [(provider.issuer, "ada-1")]
    assert server.rows("SELECT COUNT(*) FROM accounts") == before
    assert server.rows("SELECT COUNT(*) FROM deeds WHERE action = 'tied to Story ID' AND detail LIKE '%ada-1%'") == [(1,)]


def test_the_provider_learns_who_we_are_and_nothing_is_left_to_guess(server, provider, visitor):
    provider.knows("ada-2", email="ada@example.org", email_verified=True)
    browser = visitor()
    address = urllib.parse.urlparse(browser.begin())
    query = dict(urllib.parse.parse_qsl(address.query))
    assert query["response_type"] == "code" and query["code_challenge_method"] == "S256" and query["client_id"] == "hatata"
    assert query["redirect_uri"] == f"{server.address}/sign-in/openid/story/return"
    assert len({query["state"], query["nonce"], query["code_challenge"]}) == 3
    again = dict(urllib.parse.parse_qsl(urllib.parse.urlparse(browser.begin()).query))
    assert not {query[name] for name in ("state", "nonce", "code_challenge")} & {again[name] for name in ("state", "nonce", "code_challenge")}
    browser.sign_in(provider, "ada-2")
    asked = provider.seen("/oauth2/token")[-1]
    assert asked["authorization"].startswith("Basic ") and SECRET not in str(asked["form"])


def test_all_three_algorithms_are_taken(server, provider, visitor):
    provider.knows("ada-3", email="ada@example.org", email_verified=True)
    for algorithm in ("RS256", "ES256", "EdDSA"):
        provider.mood(alg=algorithm)
        browser = visitor()
        assert browser.sign_in(provider, "ada-3").status == 303
        assert browser.name


def test_a_secret_that_was_planted_before_signing_in_is_worth_nothing_after(server, provider, visitor):
    provider.knows("ada-4", email="ada@example.org", email_verified=True)
    # A secret that the browser had before signing in is worth nothing after.
    fresh = visitor()
    fresh.cookies["__Host-device"] = "A" * 43
    fresh.sign_in(provider, "ada-4")
    assert fresh.cookies["__Host-device"] != "A" * 43 and fresh.name
    planted = visitor()
    planted.cookies["__Host-device"] = "A" * 43
    assert planted.name is None


def test_keys_are_changed_while_the_server_runs(server, provider, visitor):
    provider.knows("ada-5", email="ada@example.org", email_verified=True)
    assert visitor().sign_in(provider, "ada-5").status == 303
    provider.rotate()
    assert visitor().sign_in(provider, "ada-5").status == 303


def test_an_address_that_nobody_vouches_for_ties_nothing(server, provider, visitor):
    tried = 0
    for number, claims in enumerate([
        {"email": "una@example.org"}, {"email": "una@example.org", "email_verified": False}, {"email": "una@example.org", "email_verified": "false"},
        {"email": "una@example.org", "email_verified": 1}, {"email": "una@example.org", "email_verified": ["true"]}, {"email": ["una@example.org"], "email_verified": True},
        {"email": "una@example.org\r\nbcc: x", "email_verified": True}, {"email_verified": True}, {}, {"name": "una@example.org", "email_verified": True},
    ]):
        provider.knows(f"una-{number}", **claims)
        browser = visitor()
        answer = browser.sign_in(provider, f"una-{number}")
        assert answer.status == 403 and "vouches for no address" in answer.text, answer.text
        assert browser.name is None
        tried += 1
    assert server.rows("SELECT COUNT(*) FROM openid_identities WHERE subject LIKE 'una-%'") == [(0,)]
    print(f"tried {tried}, let in 0")


def test_strangers_come_in_as_the_registration_says(server, provider, visitor):
    for mode, comes_in in [("closed", False), ("code", False), ("approval", True), ("open", True)]:
        server.registration(mode)
        provider.knows(f"new-{mode}", name=f"New {mode}", email=f"new-{mode}@example.net", email_verified=True)
        browser = visitor()
        answer = browser.sign_in(provider, f"new-{mode}")
        assert answer.status == (303 if comes_in else 403), answer.text
        assert (browser.name == (f"New {mode}", f"new-{mode}@example.net")) == comes_in
        assert comes_in or "not on the list" in answer.text
    assert server.rows("SELECT standing FROM accounts WHERE email LIKE 'new-%' ORDER BY email") == [("waiting",), ("active",)]
    server.registration("closed")


def test_the_banned_stay_out(server, provider, visitor):
    provider.knows("bad", email="banned@example.org", email_verified=True)
    provider.knows("tia", email="tia@example.org", email_verified=True)
    assert visitor().sign_in(provider, "bad").status == 403
    browser = visitor()
    browser.sign_in(provider, "tia")
    assert browser.name == ("Tia Story", "tia@example.org")
    hatata("people", "standing", "tia@example.org", "banned", "--data", server.data)
    # Neither by what was tied before, nor under another address, nor with the secret of before.
    provider.knows("tia", email="ada@example.org", email_verified=True)
    again = visitor()
    assert again.sign_in(provider, "tia").status == 403 and again.name is None
    deadline = time.monotonic() + 30
    while browser.name and time.monotonic() < deadline:
        time.sleep(0.05)
    assert browser.name is None
    assert server.rows("SELECT COUNT(*) FROM openid_identities WHERE subject = 'bad'") == [(0,)]


def test_an_identity_without_address_is_tied_by_who_is_signed_in_and_untied_again(server, provider, visitor):
    provider.knows("orcid-0000", name="Una")
    link = hatata("people", "code", "una@example.org", "--data", server.data, "--address", server.address).splitlines()[0].split()[1]
    browser = visitor()
    assert browser.post(link, "/sign-in/link", link=link.rsplit("/", 1)[1], back="/").status == 303
    assert browser.name == ("Una Story", "una@example.org")
    answer = browser.sign_in(provider, "orcid-0000", page="/account", back="/account")
    assert answer.headers["Location"] == "/account#identities", answer.text
    assert "orcid-0000" in browser.get("/account").text
    other = visitor()
    other.sign_in(provider, "orcid-0000")
    assert other.name == ("Una Story", "una@example.org")
    # Nobody else can tie it, nor untie it.
    provider.knows("ada-6", email="ada@example.org", email_verified=True)
    thief = visitor()
    thief.sign_in(provider, "ada-6")
    assert thief.name
    back = provider.agree(thief.begin(page="/account"), "orcid-0000")
    assert thief.get(back).status == 409
    [(identity,)] = server.rows("SELECT id FROM openid_identities WHERE subject = 'orcid-0000'")
    thief.post("/account", f"/account/identities/{identity}/removal")
    assert server.rows(f"SELECT COUNT(*) FROM openid_identities WHERE id = '{identity}'") == [(1,)]
    browser.post("/account", f"/account/identities/{identity}/removal")
    assert "orcid-0000" not in browser.get("/account").text
    assert visitor().sign_in(provider, "orcid-0000").status == 403


def test_who_says_no_there_is_told_what_to_do(server, provider, visitor):
    browser = visitor()
    state = urllib.parse.parse_qs(urllib.parse.urlparse(browser.begin()).query)["state"][0]
    answer = browser.get(f"/sign-in/openid/story/return?error=access_denied&state={state}")
    assert answer.status == 403 and "/sign-in" in answer.text and "not finished" in answer.text


def test_a_provider_that_is_away_is_said_to_be(server, visitor):
    answer = visitor().post("/sign-in", "/sign-in/openid/away", back="/")
    assert answer.status == 503 and "Away does not answer" in answer.text and "by mail" in answer.text
    assert visitor().post("/sign-in", "/sign-in/openid/nowhere", back="/").status == 404


def lies(provider):
    """What a provider may say that is not to be believed, by name."""
    issuer, later = provider.issuer, NOW + 3_600
    claims = {
        "wrong nonce": {"nonce": "A" * 43}, "no nonce": {"nonce": None}, "empty nonce": {"nonce": ""}, "nonce of another kind": {"nonce": 0},
        "wrong audience": {"aud": "another"}, "audience of others": {"aud": ["another", "third"]}, "no audience": {"aud": None}, "empty audience": {"aud": []},
        "audience with others but no party": {"aud": ["hatata", "another"]}, "another party": {"azp": "another"}, "another party of many": {"aud": ["hatata", "another"], "azp": "another"},
        "audience that begins alike": {"aud": "hatata2"}, "audience in other letters": {"aud": "HATATA"},
        "wrong issuer": {"iss": "https://accounts.google.com"}, "issuer with a slash": {"iss": issuer + "/"}, "issuer that begins alike": {"iss": issuer + ".evil.example"}, "no issuer": {"iss": None},
        "expired": {"exp": NOW - 3_600}, "expired two minutes ago": {"exp": NOW - 120}, "never expires": {"exp": None}, "expires in a word": {"exp": "never"}, "expired in milliseconds below": {"exp": -1},
        "issued in the future": {"iat": later}, "not yet good": {"nbf": later}, "never issued": {"iat": None},
        "no subject": {"sub": None}, "empty subject": {"sub": ""}, "subject of another kind": {"sub": 7}, "very long subject": {"sub": "x" * 300},
    }
    moods = {name: {"claims": {**value}} for name, value in claims.items()}
    for name in ("none", "None", "NONE", "nOnE", ""):
        moods[f"alg {name or 'empty'} without a signature"] = {"header": {"alg": name}, "sign": "no"}
    moods["alg none with a signature"] = {"header": {"alg": "none"}}
    moods["no alg"] = {"header": {"alg": None}}
    for secret in ("public pem", "public jwk", "modulus", "published", "empty", "client"):
        moods[f"HS256 with {secret}"] = {"header": {"alg": "HS256"}, "sign": secret}
        moods[f"RS256 that is HMAC with {secret}"] = {"sign": secret}
    moods["HS256 with the kid of what is published"] = {"header": {"alg": "HS256", "kid": "a secret that nobody should publish"}, "sign": "published"}
    for algorithm in ("RS384", "RS512", "PS256", "ES384", "ES256K", "HS512", "RS1"):
        moods[f"alg {algorithm}"] = {"header": {"alg": algorithm}}
    for algorithm in ("RS256", "ES256", "EdDSA"):
        moods[f"{algorithm} by a stranger"] = {"alg": algorithm, "sign": "stranger"}
        moods[f"{algorithm} by a stranger without a kid"] = {"alg": algorithm, "sign": "stranger", "header": {"kid": None}}
        moods[f"{algorithm} of zeros"] = {"alg": algorithm, "sign": "zero"}
        moods[f"{algorithm} without a signature"] = {"alg": algorithm, "sign": "no"}
        moods[f"{algorithm} changed after signing"] = {"alg": algorithm, "changed": True}
    moods["RS256 said to be ES256"] = {"alg": "RS256", "header": {"alg": "ES256"}}
    moods["an extension that must be understood"] = {"header": {"crit": ["exp"]}}
    moods["a key in the head"] = {"sign": "stranger", "header": {"kid": "x", "jwk": {"kty": "RSA"}}}
    moods["an address of keys in the head"] = {"sign": "stranger", "header": {"kid": "x", "jku": provider.issuer + "/jwks"}}
    moods["a kid that is a path"] = {"sign": "empty", "header": {"alg": "HS256", "kid": "../../../dev/null"}}
    for name, text in {"nothing": "", "one part": "abc", "two dots": "..", "four parts": "TOKEN.abc", "five parts": "TOKEN.a.b", "padded": "TOKEN==", "spaces": " TOKEN", "a line": "TOKEN\n", "very long": "TOKEN" + "A" * 40_000}.items():
        moods[f"token of {name}"] = {"token": text}
    moods["no token"] = {"answer": {"id_token": None}}
    moods["token of another kind"] = {"answer": {"id_token": {"sub": "victim"}}}
    moods["very long answer"] = {"answer": {"more": "x" * 2_000_000}}
    return moods


def test_no_lie_lets_anybody_in(server, provider, visitor):
    provider.knows("victim", email="vic@example.org", email_verified=True)
    let_in, strange = [], []
    moods = lies(provider)
    for name, mood in moods.items():
        provider.mood(**mood)
        browser = visitor()
        answer = browser.sign_in(provider, "victim")
        if answer.status == 303 or "__Host-device" in browser.cookies or browser.name:
            let_in.append(name)
        if answer.status not in (403, 503):
            strange.append((name, answer.status))
    print(f"tried {len(moods)}, let in {len(let_in)}")
    assert (let_in, strange) == ([], [])
    reasons = set(re.findall(r'"reason":"(\w+)"', server.log.read_text()))
    assert reasons >= {"algorithm", "audience", "early", "expired", "issuer", "malformed", "nonce", "signature", "subject"}
    assert server.rows("SELECT COUNT(*) FROM openid_identities WHERE subject IN ('victim', 'somebody else')") == [(0,)]
    # The same person is let in as soon as nobody lies.
    provider.mood()
    browser = visitor()
    assert browser.sign_in(provider, "victim").status == 303 and browser.name == ("Vic Victim", "vic@example.org")


def test_what_is_said_of_another_person_counts_for_nobody(server, provider, visitor):
    provider.knows("plain", name="Plain")
    for said in [{**VICTIM}, {"email": "vic@example.org", "email_verified": True}, [], "victim"]:
        provider.mood(userinfo=said)
        browser = visitor()
        assert browser.sign_in(provider, "plain").status == 403 and browser.name is None


def test_no_way_back_is_taken_that_was_not_begun_here(server, provider, visitor):
    provider.knows("ada-7", email="ada@example.org", email_verified=True)
    tried, let_in = 0, 0

    def attempt(browser, address):
        nonlocal tried, let_in
        tried += 1
        answer = browser.get(address)
        let_in += answer.status == 303 or browser.name is not None
        assert answer.status in (403, 404), (address, answer.status)

    back = provider.agree(visitor().begin(), "ada-7")
    # In another browser, that has none, one, or a request of its own.
    attempt(visitor(), back)
    other = visitor()
    other.begin()
    attempt(other, back)
    own = provider.agree(other.begin(), "ada-7")
    state = urllib.parse.parse_qs(urllib.parse.urlparse(own).query)["state"][0]
    code = urllib.parse.parse_qs(urllib.parse.urlparse(back).query)["code"][0]
    # The code of one with the state of another: PKCE and the nonce bind it to its browser.
    attempt(other, f"/sign-in/openid/story/return?code={code}&state={state}")
    attempt(other, own)
    for query in ("", "?", "?code=x", f"?code={code}", "?state=x", "?state=" + "A" * 43, "?state=%00&code=x", "?state=" + "A" * 3_000 + "&code=x", "?error=access_denied", "?state=&code=", "?state[]=x"):
        attempt(visitor(), f"/sign-in/openid/story/return{query}")
    # Used twice, by the same browser.
    browser = visitor()
    back = provider.agree(browser.begin(), "ada-7")
    assert browser.get(back).status == 303
    kept = dict(browser.cookies)
    for _ in range(3):
        replay = visitor()
        replay.cookies = {"__Host-browser": kept["__Host-browser"]}
        attempt(replay, back)
    replay = visitor()
    begun = provider.agree(replay.begin(), "ada-7")
    before = dict(replay.cookies)
    assert replay.get(begun).status == 303
    replay.cookies = before
    attempt(replay, begun)
    # At the address of another provider, and with the name of another.
    browser = visitor()
    back = provider.agree(browser.begin(), "ada-7")
    attempt(browser, back.replace("/openid/story/", "/openid/other/"))
    for issuer in ("https://evil.example", provider.issuer + "/", f"http://localhost:{provider.port}"):
        browser = visitor()
        attempt(browser, provider.agree(browser.begin(), "ada-7") + "&iss=" + urllib.parse.quote(issuer))
    browser = visitor()
    assert browser.get(provider.agree(browser.begin(), "ada-7") + "&iss=" + urllib.parse.quote(provider.issuer)).status == 303
    print(f"tried {tried}, let in {let_in}")
    assert let_in == 0


def test_a_tying_that_another_began_or_that_outlives_its_sign_in_ties_nothing(server, provider, visitor):
    provider.knows("ada-8", email="ada@example.org", email_verified=True)
    provider.knows("free", name="Free")
    browser = visitor()
    browser.sign_in(provider, "ada-8")
    assert browser.name
    back = provider.agree(browser.begin(page="/account"), "free")
    out = dict(browser.cookies)
    del out["__Host-device"]
    left = visitor()
    left.cookies = out
    assert left.get(back).status == 403
    assert server.rows("SELECT COUNT(*) FROM openid_identities WHERE subject = 'free'") == [(0,)]


def test_a_provider_that_is_described_falsely_is_not_gone_to(server, provider, liar, visitor):
    lies = [{"issuer": value} for value in ("https://evil.example", provider.issuer, "", None, 7)]
    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint"):
        for value in ("http://evil.example/x", "javascript:alert(1)", "file:///etc/passwd", "//evil.example", "https://user@evil.example/", "https://evil.example\r\nX: y", "gopher://127.0.0.1/", "https://", "", 7):
            lies.append({name: value})
    for lie in lies:
        liar.mood(metadata=lie)
        answer = visitor().post("/sign-in", "/sign-in/openid/liar", back="/")
        assert answer.status == 503 and "Refresh" not in answer.headers, lie
    print(f"tried {len(lies)}, let in 0")
    liar.mood()
    assert visitor().begin("liar").startswith(liar.issuer)


def test_nothing_but_our_own_form_begins_it(server, visitor):
    browser = visitor()
    browser.get("/sign-in")
    assert browser.get("/sign-in/openid/story").status in (404, 405)
    cookie = {"Cookie": f"__Host-browser={browser.cookies['__Host-browser']}", "Content-Type": "application/x-www-form-urlencoded"}
    assert request(server.port, "POST", "/sign-in/openid/story", "back=/", cookie).status == 403


def test_where_to_go_then_is_always_here(server, provider, visitor):
    provider.knows("ada-9", email="ada@example.org", email_verified=True)
    for back in ("https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/%0d%0aSet-Cookie:x=y"):
        answer = visitor().sign_in(provider, "ada-9", back=back)
        assert answer.headers["Location"].startswith("/") and "//" not in answer.headers["Location"][:2] and "\\" not in answer.headers["Location"]


def test_nothing_secret_is_in_the_log_or_in_the_database(server, provider, visitor):
    provider.knows("ada-10", email="ada@example.org", email_verified=True)
    browser = visitor()
    address = browser.begin()
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlparse(address).query))
    back = provider.agree(address, "ada-10")
    code = dict(urllib.parse.parse_qsl(urllib.parse.urlparse(back).query))["code"]
    stored = str(server.rows("SELECT * FROM openid_requests"))
    browser.get(back)
    verifier = provider.seen("/oauth2/token")[-1]["form"]["code_verifier"]
    log = server.log.read_text()
    assert "refused" in log, "refusals are told to who runs the server"
    for secret in (SECRET, query["state"], query["nonce"], code, verifier, browser.cookies["__Host-device"]):
        assert secret not in log and secret not in stored


def test_settings_that_cannot_work_are_refused_with_what_to_do(tmp_path):
    hatata("demo", "--data", tmp_path, "--papers", "5")
    good = {"name": "ORCID", "issuer": "https://orcid.org", "client": "APP-1", "secret": SECRET}
    for setting, words in [
        ({"orcid": {**good, "issuer": "http://orcid.org"}}, "plain http is for this machine only"), ({"OR CID": good}, "small letters"),
        ({"orcid": {**good, "client": ""}}, "client id"), ({"orcid": {"name": "ORCID"}}, '"issuer"'), ("https://orcid.org", '"issuer"'),
    ]:
        (tmp_path / "settings.json").write_text(json.dumps({"openid": setting}))
        done = subprocess.run([HATATA, "serve", "--data", str(tmp_path), "--port", "0"], capture_output=True, text=True, timeout=60, env=clean())
        assert done.returncode != 0 and words in done.stderr and SECRET not in done.stderr, done.stderr
