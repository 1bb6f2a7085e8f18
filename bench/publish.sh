#!/usr/bin/env bash
# Publishes the server, and the bare server for comparison, the way the README recommends. Usage: publish.sh [FOLDER]
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
target="${1:-$here/../artifacts/bench}"
common=(-c Release -r linux-x64 --nologo -v quiet)

dotnet publish "$here/../src/McpServer" "${common[@]}" -o "$target/assistant"

# What is compared over HTTP is warm, where the way of publishing no longer matters.
dotnet publish "$here/BareServer" "${common[@]}" --self-contained false -p:PublishReadyToRun=true -o "$target/bare"
echo "$target"
