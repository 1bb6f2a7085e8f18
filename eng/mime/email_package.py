"""Reads the corpus with Python's email package: bodies and files with the modern policy, names and subjects with compat32, whose decoder
does not put a space between adjacent encoded words."""
import base64
import email
import email.header
import email.policy
import email.utils
import hashlib
import json
import re
import sys


def decoded(value):
    """RFC 2047 section 6.2: white space between two encoded words is none; header.decode_header keeps the rest."""
    return "".join(
        piece.decode(charset or "ascii", "replace") if isinstance(piece, bytes) else piece
        for piece, charset in email.header.decode_header(re.sub(r"\r?\n[ \t]", " ", value)))


def pairs(message, name):
    raw = [re.sub(r"\r?\n[ \t]", " ", str(value)) for value in message.get_all(name, [])]
    return [[decoded(person), address] for person, address in email.utils.getaddresses(raw)]


def bare(value):
    return None if value is None else str(value).strip().removeprefix("<").removesuffix(">")


def text(value):
    return (value or "").replace("\r\n", "\n").rstrip("\n")


def read(raw):
    old = email.message_from_bytes(raw, policy=email.policy.compat32)
    new = email.message_from_bytes(raw, policy=email.policy.default)
    leaves = [part for part in old.walk() if not part.is_multipart()]
    bodies = {"text/plain": None, "text/html": None}
    files = []
    for part in leaves:
        name = part.get_filename()
        if name is None:
            body = part.get_payload(decode=True).decode(part.get_content_charset())
            bodies[part.get_content_type()] = body
            continue
        name = decoded(email.utils.collapse_rfc2231_value(name))
        content = part.get_payload(decode=True)
        files.append([name, part.get_content_type(), bare(part.get("Content-ID")), hashlib.sha256(content).hexdigest()])
    return {
        "from": pairs(old, "From"), "replyTo": pairs(old, "Reply-To"), "to": pairs(old, "To"), "cc": pairs(old, "Cc"), "bcc": pairs(old, "Bcc"),
        "subject": decoded(str(old.get("Subject", ""))),
        "date": int(email.utils.parsedate_to_datetime(old["Date"]).timestamp()),
        "messageId": bare(new["Message-ID"]), "inReplyTo": bare(old["In-Reply-To"]),
        "references": [bare(one) for one in str(old.get("References", "")).split()],
        "text": text(bodies["text/plain"]), "html": text(bodies["text/html"]),
        "files": files,
    }


def main():
    mails = differences = 0
    shown = []
    with open(sys.argv[1], encoding="utf-8") as corpus:
        for line in corpus:
            expected = json.loads(line)
            mails += 1
            actual = read(base64.b64decode(expected["raw"]))
            expected["text"], expected["html"] = text(expected["text"]), text(expected["html"])
            expected["files"] = [[one["name"], one["type"], one["id"], one["sha256"]] for one in expected["files"]]
            for field, value in actual.items():
                if value != expected[field]:
                    differences += 1
                    if len(shown) < 5:
                        shown.append(f"  mail {expected['seed']}, {field}: wrote {expected[field]!r:.300}\n    read {value!r:.300}")
    print(f"python email: {mails} mails, {differences} differences")
    print("\n".join(shown))
    sys.exit(0 if mails and not differences else 1)


main()
