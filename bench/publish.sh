#!/usr/bin/env bash
# Publishes the server, and the bare server for comparison, the way the README recommends. Usage: publish.sh [FOLDER]
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
target="${1:-$here/../artifacts/bench}"
flags=(-c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true --nologo -v quiet)
dotnet publish "$here/../src/McpServer" "${flags[@]}" -o "$target/assistant"
dotnet publish "$here/BareServer" "${flags[@]}" -o "$target/bare"
echo "$target"
