"""A real OpenID provider with keys of its own, which can be told to lie: provider.py [PORT].

It is the one of the package oidc-provider-mock, which stands on authlib; it checks PKCE besides. "ready PORT" is printed when
it listens. PUT /users/SUB says what is known of somebody, PUT /mood how it lies from then on, GET /seen what it was asked.
"""

import base64
import hashlib
import hmac
import json
import logging
import os
import sys
import time
import urllib.parse
import warnings

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
warnings.simplefilter("ignore")

import flask
import oidc_provider_mock
import werkzeug.serving
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

logging.disable(logging.CRITICAL)
app = oidc_provider_mock.app(require_nonce=True)
app.debug = False
seen, challenges, mood = [], {}, {}


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def number(value):
    return b64(value.to_bytes((value.bit_length() + 7) // 8, "big"))


class Keys:
    """One key of each kind; made anew, they have other names."""

    def __init__(self, name):
        self.name = name
        self.rsa, self.ec, self.ed = rsa.generate_private_key(65537, 2048), ec.generate_private_key(ec.SECP256R1()), ed25519.Ed25519PrivateKey.generate()

    def published(self):
        public, point = self.rsa.public_key().public_numbers(), self.ec.public_key().public_numbers()
        raw = self.ed.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        return [
            {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": f"{self.name}-RS256", "n": number(public.n), "e": number(public.e)},
            {"kty": "EC", "crv": "P-256", "kid": f"{self.name}-ES256", "x": b64(point.x.to_bytes(32, "big")), "y": b64(point.y.to_bytes(32, "big"))},
            {"kty": "OKP", "crv": "Ed25519", "kid": f"{self.name}-EdDSA", "x": b64(raw)},
            {"kty": "RSA", "use": "enc", "kid": "other use", "n": number(public.n), "e": number(public.e)},
            {"kty": "oct", "kid": "a secret that nobody should publish", "k": b64(b"k" * 32)},
        ]

    def sign(self, algorithm, data):
        match algorithm:
            case "RS256":
                return self.rsa.sign(data, padding.PKCS1v15(), hashes.SHA256())
            case "ES256":
                return b"".join(part.to_bytes(32, "big") for part in decode_dss_signature(self.ec.sign(data, ec.ECDSA(hashes.SHA256()))))
            case "EdDSA":
                return self.ed.sign(data)

    def pem(self):
        return self.rsa.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


keys, strangers = Keys("first"), Keys("stranger")


def token(claims):
    """The claims as a signed token, or as what the mood makes of it."""
    claims = {name: value for name, value in {**claims, **mood.get("claims", {})}.items() if value is not None}
    algorithm = mood.get("alg", "RS256")
    header = {"alg": algorithm, "kid": f"{keys.name}-{algorithm}", **mood.get("header", {})}
    header = {name: value for name, value in header.items() if value is not None}
    signed = f"{b64(json.dumps(header).encode())}.{b64(json.dumps(claims).encode())}".encode()
    secret = {"public pem": keys.pem(), "public jwk": json.dumps(keys.published()[0]).encode(), "modulus": unb64(keys.published()[0]["n"]), "published": b"k" * 32, "empty": b"", "client": b"correct-horse-battery"}
    match mood.get("sign"):
        case None:
            signature = keys.sign(algorithm, signed)
        case "no":
            signature = b""
        case "stranger":
            signature = strangers.sign(algorithm, signed)
        case "zero":
            signature = bytes(64)
        case other:
            signature = hmac.new(secret[other], signed, hashlib.sha256).digest()
    if mood.get("changed"):
        signed = signed.split(b".")[0] + b"." + b64(json.dumps({**claims, "sub": "somebody else"}).encode()).encode()
    text = f"{signed.decode()}.{b64(signature)}"
    return mood.get("token", text).replace("TOKEN", text)


@app.before_request
def watch():
    request = flask.request
    seen.append({"path": request.path, "form": request.form.to_dict(), "authorization": request.headers.get("Authorization")})
    if request.path == "/jwks":
        return flask.jsonify({"keys": keys.published() + mood.get("keys", [])})
    if request.path == "/oauth2/token":
        challenge = challenges.pop(request.form.get("code"), None)
        given = b64(hashlib.sha256(request.form.get("code_verifier", "").encode()).digest())
        if challenge is None or challenge != given:
            return flask.jsonify({"error": "invalid_grant"}), 400
    if request.path == "/userinfo" and "userinfo" in mood:
        return flask.jsonify(mood["userinfo"])


@app.after_request
def lie(response):
    request = flask.request
    if request.path == "/oauth2/authorize" and response.status_code == 302:
        code = urllib.parse.parse_qs(urllib.parse.urlparse(response.location).query).get("code", [None])[0]
        assert request.args["code_challenge_method"] == "S256"
        challenges[code] = request.args["code_challenge"]
    if request.path == "/oauth2/token" and response.status_code == 200:
        body = response.get_json()
        claims = json.loads(unb64(body["id_token"].split(".")[1]))
        response.data = json.dumps({**body, "id_token": token(claims), **mood.get("answer", {})})
    if request.path == "/.well-known/openid-configuration" and "metadata" in mood:
        response.data = json.dumps({**response.get_json(), **mood["metadata"]})
    return response


@app.put("/mood")
def set_mood():
    mood.clear()
    mood.update(flask.request.json)
    return "", 204


@app.post("/rotation")
def rotate():
    global keys
    keys = Keys(f"at {time.time()}")
    return "", 204


@app.get("/seen")
def get_seen():
    return flask.jsonify(seen)


server = werkzeug.serving.make_server("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 0, app, threaded=True)
print("ready", server.server_port, flush=True)
server.serve_forever()
