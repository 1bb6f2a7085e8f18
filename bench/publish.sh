#!/usr/bin/env bash
# Publishes the server, and the bare server for comparison, the way the README recommends. Usage: publish.sh [FOLDER]
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
target="${1:-$here/../artifacts/bench}"
common=(-c Release -r linux-x64 -p:PublishReadyToRun=true --nologo -v quiet)

# Compiled together with the framework, generics over both are ready too: that is most of what a plain ReadyToRun build still compiles at start.
dotnet publish "$here/../src/McpServer" "${common[@]}" --self-contained true -p:PublishReadyToRunComposite=true -o "$target/assistant"

# What is compared over HTTP is warm, where the way of publishing no longer matters.
dotnet publish "$here/BareServer" "${common[@]}" --self-contained false -o "$target/bare"
echo "$target"
