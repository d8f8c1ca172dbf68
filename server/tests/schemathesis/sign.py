"""Signs what schemathesis sends, as docs/api.md says. The key comes in OBOLE_KEY and OBOLE_SECRET."""

import hashlib
import hmac
import os
import re
import time

import requests
import schemathesis


class Signature(requests.auth.AuthBase):
    """Signs a request as it goes out, whatever it has become until then."""

    def __call__(self, request):
        def raw(value):
            return value.encode("latin-1") if isinstance(value, str) else value or b""

        t = str(int(time.time()))
        body = request.body or b""
        if isinstance(body, str):
            body = body.encode()
        name = raw(request.headers.get("Idempotency-Key")).strip()
        mac = hmac.new(os.environ["OBOLE_SECRET"].encode(), digestmod=hashlib.sha256)
        for part in (t.encode(), request.method.encode(), raw(request.path_url), name, body):
            mac.update(part + b"\n")
        request.headers["Obole-Signature"] = f"key={os.environ['OBOLE_KEY']},t={t},v1={mac.hexdigest()}"
        return request


schemathesis.auth.set_from_requests(Signature())


@schemathesis.hook
def filter_case(context, case):
    """Leaves out what cannot go wrong as planned."""
    # A key that revokes itself is right to be turned away from then on; the others may be revoked.
    if (case.path_parameters or {}).get("id") == os.environ["OBOLE_KEY"]:
        return False
    # A signature that is left out on purpose is put on as the request goes out; the rest of the headers may be wrong.
    components = case.meta.components if case.meta else {}
    wrong = [place.value for place, part in components.items() if part.mode.value == "negative"]
    name = (case.headers or {}).get("Idempotency-Key", "-")
    return wrong != ["header"] or not re.fullmatch("[!-~]{1,255}", str(name))
