#!/usr/bin/env bash
# Writes 10,000 recurring series (every frequency and part of RFC 5545, 30 zones, both changes of the clocks), each with our occurrences, a split into "before"
# and "this and following" and one deletion, and has python-dateutil expand them all. Any difference is a failure.
# Options: --no-build takes what is built; a number is how many series. The last line is "N passed, M failed".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec < /dev/null
no_build="" series=10000
for argument; do
  case "$argument" in
    --no-build) no_build=1 ;;
    *[!0-9]* | "") sed -n '2,4s/^# //p' eng/series.sh >&2; exit 2 ;;
    *) series=$argument ;;
  esac
done
python3 -c 'import dateutil' || { echo "python3 with dateutil is needed (Debian: python3-dateutil)." >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -n "$no_build" ] || dotnet build bench/SeriesCorpus --nologo -v quiet >&2
dotnet bench/SeriesCorpus/bin/Debug/net10.0/Assistant.Bench.SeriesCorpus.dll "$series" "$work/series.jsonl"
if python3 eng/series/check.py "$work/series.jsonl"; then echo "1 passed, 0 failed"; else echo "0 passed, 1 failed"; exit 1; fi
