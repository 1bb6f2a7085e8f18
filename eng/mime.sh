#!/usr/bin/env bash
# Writes 10,000 mails (names and subjects in any script, IDN, files, pictures in the text) and has three independent parsers read them back:
# npm postal-mime and mailparser, and Python's email package. Any difference is a failure.
# Options: --no-build takes what is built; a number is how many mails. The last line is "N passed, M failed".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec < /dev/null
no_build="" mails=10000
for argument; do
  case "$argument" in
    --no-build) no_build=1 ;;
    *[!0-9]* | "") sed -n '2,4s/^# //p' eng/mime.sh >&2; exit 2 ;;
    *) mails=$argument ;;
  esac
done
. eng/node.sh
install mime postal-mime@4.0.0 mailparser@3.7.4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Node looks for packages beside the script.
cp eng/mime/*.mjs "$work"
ln -s "$cache/mime/node_modules" "$work/node_modules"

[ -n "$no_build" ] || dotnet build bench/MimeCorpus --nologo -v quiet >&2
dotnet bench/MimeCorpus/bin/Debug/net10.0/Assistant.Bench.MimeCorpus.dll "$mails" "$work/corpus.jsonl"

passed=0 failed=0
check() { if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi; }
check node "$work/postal-mime.mjs" "$work/corpus.jsonl"
check node "$work/mailparser.mjs" "$work/corpus.jsonl"
check python3 eng/mime/email_package.py "$work/corpus.jsonl"
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
