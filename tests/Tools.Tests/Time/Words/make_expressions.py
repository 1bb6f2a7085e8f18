"""Writes expressions.tsv: what people write for times, when, and what it means in three zones.

The meaning is worked out here with Python's zoneinfo from a plain statement of the intent, not by the code under test:
  D+1 09:30    the local date a day after today at that wall-clock time      D+1           that whole day
  2026-12-01   a date                                                        2026-12-01 10:00
  +2h30        that much later, as elapsed time                              D+1 06:00..12:00, 2026-12-01..2026-12-08   a span
  ?            ambiguous: the choices follow, separated by |                 !             refused
Weekdays are of Wednesday 2026-11-25, so those expressions are only used where it is that day in all zones.
"""
import datetime
import re
import zoneinfo

ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kolkata"]
WEDNESDAY = "2026-11-25T14:00"  # 15:00, 09:00, 19:30
MIDNIGHT = "2026-11-25T23:30"  # Thursday 00:30, Wednesday 18:30, Thursday 05:00
MONTH_END = "2026-01-31T12:00"
LEAP = "2028-02-28T12:00"
YEAR_END = "2026-12-31T22:30"  # 23:30, 17:30, 04:00 on the first
SPRING = "2026-03-28T12:00"  # Berlin changes that night; New York has
AUTUMN = "2026-10-24T12:00"  # Berlin changes that night; New York a week later
ALL = [WEDNESDAY, MIDNIGHT, MONTH_END, LEAP, YEAR_END, SPRING, AUTUMN]

rows = []


def add(nows, intent, *expressions):
    for expression in expressions:
        for now in nows if isinstance(nows, list) else [nows]:
            rows.append((expression, now, intent))


# Days from today.
add([WEDNESDAY, MIDNIGHT, YEAR_END], "D+0", "today", "heute", "Today")
add([WEDNESDAY, MIDNIGHT, MONTH_END, YEAR_END], "D+1", "tomorrow", "morgen", "Morgen", "TOMORROW")
add([MIDNIGHT, LEAP], "D+2", "day after tomorrow", "the day after tomorrow", "übermorgen", "Uebermorgen")
add([MIDNIGHT], "D-1", "yesterday", "gestern")
add([MIDNIGHT], "D-2", "vorgestern", "the day before yesterday")
add([WEDNESDAY, LEAP], "D+3", "in 3 days", "in three days", "in drei Tagen", "3 days from now", "in 3 Tagen")
add([WEDNESDAY, YEAR_END], "D+7", "in a week", "in one week", "in einer Woche", "heute in einer Woche", "a week from today")
add([WEDNESDAY], "D+14", "in two weeks", "in zwei Wochen", "in 14 Tagen", "in 2 weeks")
add([WEDNESDAY], "D+8", "tomorrow in a week", "morgen in einer Woche", "a week from tomorrow")
add([WEDNESDAY], "D-14", "two weeks ago", "vor zwei Wochen")
add([WEDNESDAY], "D-3", "three days ago", "vor drei Tagen")
# Months end earlier.
add([MONTH_END], "2026-02-28", "in a month", "in einem Monat", "in one month")
add([LEAP], "2029-02-28", "in a year", "in einem Jahr")
add([MONTH_END], "2027-01-31", "in a year", "in 12 months", "in zwölf Monaten")
add([LEAP], "2028-02-29", "tomorrow", "morgen", "29 February", "29. Februar", "February 29th", "end of the month", "Monatsende", "29.2.", "29.02.2028")
# Day and time, whatever the hour now: both orders and connectives.
for words in ["tomorrow 9:30", "tomorrow at 9:30", "at 9:30 tomorrow", "9:30 tomorrow", "morgen 9:30", "morgen um 9:30", "morgen um 9:30 Uhr", "um 9:30 Uhr morgen", "9:30 Uhr morgen",
              "morgen 9 Uhr 30", "tomorrow 9:30am", "tomorrow 9:30 am", "tomorrow, 09:30", "tomorrow morning at 9:30", "morgen früh um 9:30", "morgen frueh um halb zehn",
              "tomorrow morning at half past nine", "morgen Vormittag um halb zehn", "tomorrow  9:30!"]:
    add([WEDNESDAY, MIDNIGHT], "D+1 09:30", words)
add([WEDNESDAY, YEAR_END], "D+1 15:00", "tomorrow 3pm", "tomorrow at 3 pm", "tomorrow at 15:00", "morgen um 15 Uhr", "morgen 15 Uhr", "tomorrow afternoon at 3", "morgen Nachmittag um 3",
    "morgen nachmittag um drei Uhr", "3pm tomorrow", "morgen um 15:00 Uhr", "tomorrow at three in the afternoon", "tomorrow 3 p.m.")
add([WEDNESDAY, MIDNIGHT], "D+1 19:45", "tomorrow 7:45pm", "tomorrow evening at 7:45", "morgen Abend um Viertel vor acht", "morgen abend um dreiviertel acht", "tomorrow evening at quarter to eight",
    "tomorrow evening at a quarter to eight", "morgen um 19:45", "tomorrow 19:45:00", "morgen 19h45", "quarter to eight tomorrow evening")
add([WEDNESDAY], "D+1 20:20", "tomorrow at twenty past eight in the evening", "morgen Abend um zwanzig nach acht", "morgen abend um 20:20 Uhr", "tomorrow evening at 20 minutes past 8")
add([WEDNESDAY], "D+1 08:25", "morgen früh um fünf vor halb neun", "tomorrow 8:25 am", "morgen um 8:25")
add([WEDNESDAY], "D+1 12:00", "tomorrow noon", "tomorrow at noon", "morgen Mittag", "morgen mittag", "noon tomorrow", "tomorrow 12:00", "morgen 12 Uhr", "tomorrow 12pm")
add([WEDNESDAY], "D+1 00:00", "tomorrow 0:00", "morgen 0 Uhr", "tomorrow 12am", "tomorrow 00:00")
add([WEDNESDAY, LEAP], "D+2 10:00", "day after tomorrow at 10:00", "übermorgen um 10 Uhr", "in two days at 10:00", "in 2 Tagen um 10:00", "übermorgen 10:00")
add([WEDNESDAY], "D+0 23:15", "today 23:15", "heute um 23:15", "tonight at 11:15", "heute Abend um viertel nach elf", "heute um 23 Uhr 15", "23:15", "at 11:15 pm", "11:15pm", "um 23:15 Uhr", "23:15 Uhr")
add([MIDNIGHT], "D+0 22:00", "22:00", "10pm", "at 10 pm", "22 Uhr", "um 22 Uhr", "tonight at ten")
# From now.
add(ALL, "+2h", "in two hours", "in 2 hours", "in zwei Stunden", "2 hours from now")
add([WEDNESDAY, SPRING, AUTUMN], "+0h30", "in half an hour", "in einer halben Stunde", "in 30 minutes", "in 30 Minuten", "in dreißig Minuten", "in 30 min", "in thirty minutes", "in 30min")
add([WEDNESDAY], "+1h30", "in 90 minutes", "in anderthalb Stunden", "in eineinhalb Stunden", "in an hour and a half", "in 1.5 hours", "in 1,5 Stunden", "in 1 hour and 30 minutes", "in einer Stunde und 30 Minuten")
add([WEDNESDAY], "+0h45", "in 45 minutes", "in 45 Minuten", "in fünfundvierzig Minuten", "in forty-five minutes", "45 minutes from now")
add([WEDNESDAY], "-2h", "two hours ago", "vor zwei Stunden", "2 hours ago", "vor 2 Stunden")
add([WEDNESDAY, AUTUMN], "+24h", "in 24 hours", "in 24 Stunden")
add([WEDNESDAY, MIDNIGHT], "+0h", "now", "jetzt", "sofort")
# Weekdays, on a Wednesday.
for english, german, next_one in [("Thursday", "Donnerstag", 26), ("Friday", "Freitag", 27), ("Saturday", "Samstag", 28), ("Sunday", "Sonntag", 29)]:
    add(WEDNESDAY, f"2026-11-{next_one}", english, german, f"on {english}", f"am {german}", f"this {english}", f"diesen {german}", f"kommenden {german}", f"coming {english}")
    later = datetime.date(2026, 11, next_one) + datetime.timedelta(7)
    add(WEDNESDAY, f"?2026-11-{next_one}|{later}", f"next {english}", f"nächsten {german}")
    add(WEDNESDAY, f"{later}", f"{english} week", f"{german} in einer Woche", f"a week from {english}", f"{english} next week", f"nächste Woche {german}")
for english, german, day in [("Monday", "Montag", "2026-11-30"), ("Tuesday", "Dienstag", "2026-12-01")]:
    add(WEDNESDAY, day, english, german, f"next {english}", f"nächsten {german}", f"naechsten {german}", f"kommenden {german}", f"{english} next week", f"am {german} nächster Woche")
    add(WEDNESDAY, f"{day} 10:15", f"next {english} at 10:15", f"nächsten {german} um 10:15 Uhr", f"{english} 10:15", f"10:15 on {english}", f"um 10:15 am {german}", f"{german}, 10:15")
    add(WEDNESDAY, "!", f"this {english}", f"diesen {german}")
add(WEDNESDAY, "2026-12-02", "coming Wednesday", "kommenden Mittwoch", "next Wednesday", "nächsten Mittwoch", "Wednesday next week")
add(WEDNESDAY, "?2026-11-25|2026-12-02", "Wednesday", "Mittwoch", "am Mittwoch", "on Wed")
add(WEDNESDAY, "2026-11-20", "last Friday", "letzten Freitag")
add(WEDNESDAY, "?2026-11-24|2026-11-17", "last Tuesday", "letzten Dienstag")
# Dates.
add([WEDNESDAY], "2026-12-03", "2026-12-03", "3 December", "December 3", "December 3rd", "Dec 3", "3rd of December", "the 3rd of December", "3. Dezember", "3.12.", "03.12.2026", "3.12.26", "3 Dec 2026",
    "December 3rd, 2026", "am 3. Dezember", "am 3. Dezember 2026", "Thursday, 3 December", "Donnerstag, 3. Dezember", "Donnerstag, den 3.12.2026", "Thursday 2026-12-03", "3 dec")
add([WEDNESDAY], "2026-12-24 18:30", "24 December 18:30", "24 December at 6:30pm", "24. Dezember um 18:30", "24.12. 18:30", "24.12.2026 um 18:30 Uhr", "2026-12-24 18:30", "2026-12-24T18:30", "2026-12-24T18:30:00",
    "Dec 24 at 18:30", "on December 24th at 6:30 pm", "am 24.12. um 18 Uhr 30", "18:30 on 24 December", "24. Dez. 18:30")
add([WEDNESDAY], "?2026-11-03|2027-11-03", "3 November", "3. November", "3.11.", "Nov 3")
add([WEDNESDAY], "?2026-11-03|2026-12-03", "the 3rd", "am 3.", "on the 3rd")
add([WEDNESDAY], "2026-11-28", "the 28th", "am 28.", "Saturday the 28th")
add([WEDNESDAY], "2026-12-25", "12/25/2026", "25/12/2026", "25/12", "12/25")
add([WEDNESDAY], "2026-12-12", "12/12/2026")
add([WEDNESDAY], "?2026-04-03|2026-03-04", "03/04/2026", "3/4/2026")
add([WEDNESDAY], "2026-11-25", "25 November", "25.11.")
# Exact instants.
for words in ["2026-12-24T18:30Z", "2026-12-24T18:30:00Z", "2026-12-24T19:30+01:00", "2026-12-24 18:30 UTC", "24 December 2026 18:30 UTC", "2026-12-24T18:30:00.000Z", "2026-12-24T13:30-05:00",
              "24.12.2026 19:30 Europe/Berlin", "2026-12-24 13:30 America/New_York"]:
    add([WEDNESDAY, SPRING], "=2026-12-24T18:30", words)
# Spans.
add([WEDNESDAY], "D+1 06:00..12:00", "tomorrow morning", "morgen früh", "morgen Vormittag")
add([WEDNESDAY], "D+1 12:00..18:00", "tomorrow afternoon", "morgen Nachmittag")
add([WEDNESDAY, MIDNIGHT], "D+0 18:00..22:00", "tonight", "heute Abend", "this evening")
add([WEDNESDAY], "D+0 06:00..12:00", "heute morgen", "this morning", "heute früh")
add([WEDNESDAY], "2026-11-30..2026-12-07", "next week", "nächste Woche", "week 49", "KW 49")
add([WEDNESDAY], "2026-11-23..2026-11-30", "this week", "diese Woche")
add([WEDNESDAY], "2026-11-16..2026-11-23", "last week", "letzte Woche")
add([WEDNESDAY], "2026-12-01..2027-01-01", "next month", "nächsten Monat", "December", "im Dezember", "in December")
add([WEDNESDAY], "2026-11-28..2026-11-30", "this weekend", "dieses Wochenende", "weekend", "am Wochenende")
add([WEDNESDAY], "2026-12-05..2026-12-07", "next weekend", "nächstes Wochenende")
add([WEDNESDAY], "2027-01-01..2028-01-01", "next year", "nächstes Jahr")
# Edges.
add([WEDNESDAY], "2026-11-30", "end of the month", "end of month", "Monatsende", "Ende des Monats", "am Monatsende", "end of this month")
add([WEDNESDAY], "2026-12-31", "end of next month", "Ende nächsten Monats", "end of the year", "Jahresende", "end of December", "Ende Dezember")
add([WEDNESDAY], "2026-12-01", "beginning of next month", "Anfang nächsten Monats", "start of next month")
add([WEDNESDAY], "2026-11-30", "beginning of next week", "Anfang nächster Woche")
add([WEDNESDAY], "?2026-11-27|2026-11-29", "end of the week", "Ende der Woche")
add([WEDNESDAY], "2026-12-07", "first Monday of December", "erster Montag im Dezember", "first Monday of next month", "am ersten Montag im Dezember")
add([WEDNESDAY], "2026-11-27", "last Friday of the month", "letzter Freitag im November", "last Friday in November")
add([WEDNESDAY], "2026-12-15 14:00", "third Tuesday of December at 14:00", "dritter Dienstag im Dezember um 14 Uhr")
# The hour is before or after noon.
add([MIDNIGHT], "?D+1 09:00|D+1 21:00", "tomorrow at 9", "morgen um 9", "tomorrow at nine", "morgen um neun", "9 tomorrow")
add([WEDNESDAY], "?D+1 09:30|D+1 21:30", "tomorrow half past nine", "morgen um halb zehn", "tomorrow at half past nine")
add([WEDNESDAY], "?D+1 09:55|D+1 21:55", "tomorrow at five to ten", "morgen um fünf vor zehn")
add([WEDNESDAY], "?D+1 00:00|D+2 00:00", "tomorrow midnight", "tomorrow at midnight", "morgen um Mitternacht", "Mitternacht morgen")
# A time that is past today.
add([WEDNESDAY], "?D+0 08:00|D+1 08:00", "8:00", "8 Uhr", "8am", "um 8:00")
# The clocks change: Berlin skips 02:30 on 29 March and has it twice on 25 October.
add([SPRING], "D+1 03:30", "tomorrow 3:30", "morgen 3:30", "morgen um 3:30 Uhr")
add([SPRING], "D+1 01:30", "tomorrow 1:30", "morgen 1:30")
add([SPRING], "D+1 02:30", "tomorrow 2:30", "morgen 2:30")
add([AUTUMN], "D+1 02:30", "tomorrow 2:30", "morgen um 2:30 Uhr")
add([AUTUMN], "D+1 03:00", "tomorrow 3:00", "morgen 3 Uhr")
# What is not understood is refused.
for words in ["", "   ", "soon", "bald", "later", "whenever", "irgendwann", "about 9", "gegen 9 Uhr", "Monday Tuesday", "tomorrow yesterday", "9:30 10:30", "31 April", "31. April 2027", "29 February 2027", "30.2.2027",
              "2026-13-01", "2026-02-30", "25:00", "tomorrow 25:00", "9:75", "tomorrow 9:60", "13pm", "tomorrow 0am", "tomorrow 14 pm", "half nine tomorrow", "morgen viertel neun", "next", "nächsten", "in", "in Stunden",
              "two", "zwei Tage", "tomorrow morning at 15:00", "morgen Abend um 9:00 Uhr früh", "24 Uhr", "morgen 24 Uhr", "week 99", "KW 0", "Friday, 2026-11-25", "Freitag, 25. November 2026", "9:30 EST", "9:30 CET tomorrow",
              "ignore previous instructions", "tomorrow; drop table events", "<script>tomorrow</script>", "tomorrow at nine thirty or ten", "0", "12345", "2026", "-1", "in -2 hours", "in 99999 days", "in 1e9 hours",
              "vor", "ago", "every Monday", "jeden Montag", "Mon-Fri", "9-10", "9:30-10:30", "next blue moon", "noon midnight", "tomorrow noon 9:30", "in 2 days and 3 hours", "fünfter Montag im Dezember",
              "tomorrow tomorrow", "the", "am", "um", "T10:00", "2026-12-24T25:00", "10:00 Mars/Base", "next week at 9:30", "tomorrow night", "heute Nacht"]:
    add([WEDNESDAY], "!", words)



def stamp(date, clock, zone, name):
    hour, minute = map(int, clock.split(":"))
    naive = datetime.datetime(date.year, date.month, date.day, hour, minute)
    first, second = naive.replace(tzinfo=zone, fold=0), naive.replace(tzinfo=zone, fold=1)
    back = first.astimezone(datetime.timezone.utc).astimezone(zone)
    if back.replace(tzinfo=None) != naive or first.utcoffset() != second.utcoffset():
        # Skipped or twice: both readings, by instant.
        both = sorted((moment.astimezone(datetime.timezone.utc) for moment in (first, second)))
        return "?" + "|".join(moment.astimezone(zone).isoformat() for moment in both)
    return first.isoformat()


def meaning(intent, now, name):
    zone = zoneinfo.ZoneInfo(name)
    utc = datetime.datetime.fromisoformat(now).replace(tzinfo=datetime.timezone.utc)
    today = utc.astimezone(zone).date()
    if intent == "!":
        return "!"
    if intent.startswith("?"):
        return "?" + "|".join(meaning(part, now, name) for part in intent[1:].split("|"))
    if intent.startswith("="):
        return datetime.datetime.fromisoformat(intent[1:]).replace(tzinfo=datetime.timezone.utc).astimezone(zone).isoformat()
    if match := re.fullmatch(r"([+-])(\d+)h(\d+)?", intent):
        moved = datetime.timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return (utc + moved if match[1] == "+" else utc - moved).astimezone(zone).isoformat()
    if match := re.fullmatch(r"(\S+)\.\.(\d{4}\S+)", intent):
        return "..".join(stamp(datetime.date.fromisoformat(day), "0:00", zone, name) for day in match.groups())
    day, _, clock = intent.partition(" ")
    date = today + datetime.timedelta(int(day[1:])) if day.startswith("D") else datetime.date.fromisoformat(day)
    if not clock:
        return date.isoformat()
    return "..".join(stamp(date, part, zone, name) for part in clock.split(".."))


with open("expressions.tsv", "w", encoding="utf-8", newline="\n") as file:
    print("expression", "now", *ZONES, sep="\t", file=file)
    for expression, now, intent in rows:
        print(expression, now, *(meaning(intent, now, zone) for zone in ZONES), sep="\t", file=file)
print(len(rows), "rows,", len({row[0] for row in rows}), "expressions")
