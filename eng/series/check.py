"""Expands every series of the corpus, both parts of its split and its single deletion with python-dateutil, and compares with what we said.

dateutil works on wall-clock times without zones; each becomes an instant here as RFC 5545 3.3.5 says: a time that comes twice is the first one, a time that
the clocks skip has the offset from before the gap.
"""
import collections
import datetime
import json
import multiprocessing
import sys
import zoneinfo

from dateutil.rrule import rrulestr

UTC = datetime.timezone.utc
WEEK = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
MOST = 100
# More than any series has EXDATEs.
SPARE = 60


def instant(local, zone):
    """fold=0 gives the offset from before a gap and the first of two equal times."""
    return local.replace(tzinfo=zone, fold=0).astimezone(UTC)


def value(text, zone):
    if text.endswith("Z"):
        return datetime.datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    if "T" in text:
        return instant(datetime.datetime.strptime(text, "%Y%m%dT%H%M%S"), zone)
    return instant(datetime.datetime.strptime(text, "%Y%m%d"), zone)


def rule(line, start, zone, all_day, most):
    """The instants of one RRULE. UNTIL is compared as an instant, which a wall-clock library cannot do."""
    parts = dict(part.split("=") for part in line.split(":", 1)[1].split(";"))
    until = parts.pop("UNTIL", None)
    # RFC 5545 3.3.10: what a rule does not say comes from DTSTART; dateutil takes every day of the weeks of BYWEEKNO instead.
    if "BYWEEKNO" in parts and not {"BYDAY", "BYMONTHDAY", "BYYEARDAY"} & parts.keys():
        parts["BYDAY"] = WEEK[start.weekday()]
    # RFC 5545 3.3.10: the values of BYDAY are alternatives; dateutil wants both a plain weekday and one with a number to hold where they are mixed.
    days = parts.get("BYDAY", "").split(",")
    if any(day[:-2] for day in days) and not all(day[:-2] for day in days):
        weeks = 5 if parts["FREQ"] == "MONTHLY" or "BYMONTH" in parts else 53
        plain = [f"{number}{day}" for day in days if not day[:-2] for number in range(1, weeks + 1)]
        parts["BYDAY"] = ",".join([day for day in days if day[:-2]] + plain)
    # RFC 5545 3.3.10: BYSETPOS chooses from the whole week; dateutil begins the first week at DTSTART. So it begins at that week's first day here.
    first, count = start, None
    if parts["FREQ"] == "WEEKLY" and "BYSETPOS" in parts:
        parts.setdefault("BYDAY", WEEK[start.weekday()])
        first = start - datetime.timedelta(days=(start.weekday() - WEEK.index(parts.get("WKST", "MO"))) % 7)
        count = int(parts.pop("COUNT", "0")) or None
    text = "RRULE:" + ";".join(f"{name}={part}" for name, part in parts.items())
    last = value(until, zone) if until else None
    found = []
    for local in rrulestr(text, dtstart=first):
        if local < start:
            continue
        at = instant(local, zone)
        if last is not None and local > (last.astimezone(zone).replace(tzinfo=None) + datetime.timedelta(hours=26)):
            break
        # A skipped time has moved past later ones: UNTIL ends the walk at the first wall-clock time after it.
        if last is not None and (local.date() > last.astimezone(zone).date() if all_day else at > last):
            break
        found.append(at)
        if len(found) >= (count or most):
            break
    return found


def expand(lines, start, zone, all_day, most=MOST):
    found, gone = set(), set()
    for line in lines:
        name = line.split(":")[0].split(";")[0]
        if name == "RRULE":
            found.update(rule(line, start, zone, all_day, most + SPARE))
        else:
            own = zoneinfo.ZoneInfo(line.split("TZID=")[1].split(":")[0]) if "TZID=" in line else zone
            (found if name == "RDATE" else gone).update(value(text, own) for text in line.split(":", 1)[1].split(","))
    return sorted(found - gone)[:most]


def is_moved_by_the_clocks(at, zone):
    """A time within three hours of a change: its wall clock may not be the rule's."""
    return any((at + datetime.timedelta(hours=hours)).astimezone(zone).utcoffset() != at.astimezone(zone).utcoffset() for hours in (-3, 3))


def local(text):
    return datetime.datetime.fromisoformat(text) if text else None


def check(line):
    """What differs, and why it was not split."""
    series = json.loads(line)
    # RFC 5545 3.3.10 takes ISO 8601's weeks: the first and the last of a year reach over its end (2028-01-01 is in week 52 of 2027), which dateutil misses for
    # weeks 52, 53, -52 and -53. Our own tests hold those against the .NET library's ISO weeks.
    if any(part.startswith("BYWEEKNO=") and any(abs(int(week)) >= 52 for week in part[9:].split(",")) for part in series["lines"][0].split(";")):
        return [], None, None
    zone, all_day = zoneinfo.ZoneInfo(series["zone"]), series["allDay"]
    start, ours = local(series["start"]), [value(text, zone) for text in series["times"]]
    wrong = []
    theirs = expand(series["lines"], start, zone, all_day)
    if ours != theirs:
        wrong.append("expansion")
    deleted, cut = value(series["deleted"], zone), value(series["at"], zone)
    if expand(series["without"], start, zone, all_day, MOST - 1) != [at for at in theirs if at != deleted][:MOST - 1]:
        wrong.append("deleting one")
    if series["moved"] is not None and not any(is_moved_by_the_clocks(at, zone) for at in theirs):
        walls = [at.astimezone(zone).replace(tzinfo=None) + datetime.timedelta(minutes=series["movedBy"]) for at in theirs]
        if expand(series["moved"], local(series["movedStart"]), zone, all_day) != sorted({instant(wall, zone) for wall in walls}):
            wrong.append("moving all")
    if series["before"] is not None:
        before = expand(series["before"], start, zone, all_day)
        after = expand(series["after"], local(series["afterStart"]), zone, all_day)
        if before != [at for at in theirs if at < cut]:
            wrong.append("deleting or editing this and following: what is kept")
        if after[:MOST - len(before)] != [at for at in theirs if at >= cut]:
            wrong.append("this and following: what goes on")
    elif not series["refusal"] and any(at < cut for at in theirs):
        wrong.append("this and following: taken for the whole")
    return wrong, series["refusal"], line


def main(path):
    passed, explained, shown = 0, 0, 0
    reasons, refused = collections.Counter(), collections.Counter()
    with open(path, encoding="utf-8") as file, multiprocessing.Pool(2) as pool:
        for wrong, refusal, line in pool.imap_unordered(check, file, chunksize=50):
            refused.update([refusal] if refusal else [])
            reasons.update(wrong)
            explained += line is None
            passed += not wrong and line is not None
            if wrong and shown < 10:
                shown += 1
                print(wrong, line[:900], file=sys.stderr)
    for reason, count in refused.items():
        print(f"not split, {count}: {reason}", file=sys.stderr)
    print(f"dateutil: {passed} equal, {explained} left out (weeks 52 and 53), different: {dict(reasons)}", file=sys.stderr)
    return not reasons


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1]) else 1)
