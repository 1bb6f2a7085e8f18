#!/usr/bin/env bash
# A smoke test of the shipped program against a stand-in for Google that somebody else wrote (npm emulate): what our own sandbox and our own clients
# might get wrong together. The last line is "N passed, M failed". --no-build takes what is built.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec < /dev/null
. eng/node.sh
install emulate emulate@0.11.2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp eng/emulate/run.mjs "$work"
ln -s "$cache/emulate/node_modules" "$work/node_modules"
[ "${1:-}" = --no-build ] || dotnet build src/McpServer --nologo -v quiet >&2
node "$work/run.mjs" dotnet "$PWD/src/McpServer/bin/Debug/net10.0/assistant.dll"
