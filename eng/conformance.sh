#!/usr/bin/env bash
# Runs the MCP conformance suite, the inspector and the TypeScript clients, and counts what passed.
# Without options against both servers: the test server, which has the suite's fixtures on the real host and runs every
# scored scenario; and the shipped one (assistant serve, a user and a key in a temporary folder), which runs the generic ones.
# Options, to run the generic scenarios and the clients against another server instead, such as a published build:
#   --url URL --key KEY            its HTTP endpoint (http://127.0.0.1:8085/mcp) and a key
#   --stdio 'COMMAND ARGUMENT...'  its command line over standard input and output
#   --tool NAME [--arguments JSON] the tool that the clients call (default: current_time)
#   --no-build                     take what is built
# The last line is "N passed, M failed".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec < /dev/null

url="" key="" stdio="" tool=current_time arguments="{}" no_build=""
while [ $# -gt 0 ]; do
  case "$1" in
    --no-build) no_build=1; shift; continue ;;
    --url | --key | --stdio | --tool | --arguments) [ $# -gt 1 ] || { echo "$1 needs a value." >&2; exit 2; } ;;&
    --url) url=$2 ;;
    --key) key=$2 ;;
    --stdio) stdio=$2 ;;
    --tool) tool=$2 ;;
    --arguments) arguments=$2 ;;
    *) sed -n '2,10s/^# //p' "eng/conformance.sh" >&2; exit 2 ;;
  esac
  shift 2
done

. eng/node.sh
results=$(mktemp -d)
started=()
cleanup() {
  for pid in "${started[@]}"; do kill "$pid" 2> /dev/null || true; done
  wait
  rm -rf "$results"
}
trap cleanup EXIT

install suite-0.1 @modelcontextprotocol/conformance@0.1.16
install suite-0.2 @modelcontextprotocol/conformance@0.2.0-alpha.12
install clients @modelcontextprotocol/inspector@2.12.0 @modelcontextprotocol/sdk@1.32.2 @modelcontextprotocol/client@2.4.0
packages="$cache/clients"

[ -n "$no_build" ] || dotnet build tests/Conformance --nologo -v quiet >&2
conformance="tests/Conformance/bin/Debug/net10.0/Assistant.Conformance.dll"
shipped="src/McpServer/bin/Debug/net10.0/assistant.dll"

free_port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }

start() { # address, command...; its output goes to a file that is shown when it does not answer
  local address=$1 log="$results/start-${#started[@]}"
  shift
  "$@" > "$log" 2>&1 & started+=($!)
  node -e '
    const end = Date.now() + 60000;
    (async () => {
      while (!await fetch(process.argv[1]).then(reply => reply.ok, () => false)) {
        if (Date.now() > end) process.exit(1);
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    })();' "$address/alive" || { echo "Nothing answers at $address:" >&2; cat "$log" >&2; exit 1; }
}

start_proxy() { # URL of a server's endpoint, key; sets proxied
  local address
  address="http://127.0.0.1:$(free_port)"
  start "$address" dotnet "$conformance" proxy "$address" "${1%/mcp}" "$2"
  proxied="$address/mcp"
}

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

suite() { # folder, arguments
  local folder=$1
  shift
  node "$cache/$folder/node_modules/@modelcontextprotocol/conformance/dist/index.js" server --url "$proxied" "$@"
}

# A whole set of the suite in one run; each scenario that the set scores counts once, and there must be as many as said.
scenario_set() { # suite folder, label, how many, arguments
  local folder=$1 label=$2 expected=$3 code=0 ok bad
  shift 3
  suite "$folder" -o "$results/set" "$@" > "$results/output" 2>&1 || code=$?
  # Up to "Not scored" the summary has a line for each scenario; those that are listed below it do not count.
  sed -n '/=== SUMMARY ===/,$p' "$results/output" > "$results/summary"
  sed -n '/^Not scored/,$p' "$results/summary" | sed -n 's/^  [^ ]* \([^ ]*\) .*/\1/p' > "$results/unscored"
  sed '/^Not scored/,$d' "$results/summary" | sed -n 's/^\([^ ]*\) \([^ ]*\): [0-9]* passed, [0-9]* failed.*/\1 \2/p' |
    grep -vwFf "$results/unscored" > "$results/scored" || true
  ok=$(grep -c '^✓' "$results/scored" || true)
  bad=$((expected - ok))
  [ "$code" -eq 0 ] || [ "$bad" -gt 0 ] || bad=1
  passed=$((passed + ok)) failed=$((failed + bad))
  printf '%-5s %s: %s of %s scored scenarios\n' "$([ "$bad" -eq 0 ] && echo ok || echo FAIL)" "$label" "$ok" "$expected"
  [ "$bad" -eq 0 ] || { grep '^✗' "$results/scored" || true; tail -n 60 "$results/output"; } | sed 's/^/      /'
}

fixture_scenarios() {
  scenario_set suite-0.1 "$1, conformance 0.1.16, all" 32 --suite all
  scenario_set suite-0.2 "$1, conformance 0.2.0-alpha.12, 2025-11-25" 30 --requirements 2025-11-25
  scenario_set suite-0.2 "$1, conformance 0.2.0-alpha.12, 2026-07-28" 37 --requirements 2026-07-28
}

judged() { # suite folder, scenario, its checks that need fixtures in one word list, arguments
  local folder=$1 scenario=$2 excused
  read -ra excused <<< "$3"
  shift 3
  rm -rf "$results/one"
  suite "$folder" --scenario "$scenario" -o "$results/one" "$@" || true
  node tests/Conformance/clients/judge.mjs "$results/one" "${excused[@]}"
}

# The scenarios that an ordinary server can show. The others call tools, prompts or resources that only the suite's fixtures
# have (and of the ones that pass without them nothing but the error is looked at):
#   tools-call-*, elicitation-sep1034-defaults, elicitation-sep1330-enums: test_simple_text, test_image_content, test_sampling, ...
#   json-schema-2020-12: json_schema_2020_12_tool; http-custom-header-server-validation: a tool with x-mcp-header
#   server-sse-polling: test_reconnection, a tool that closes its own stream
#   resources-read-*, resources-templates-read: test://static-text, test://template/{id}/data, ...
#   resources-subscribe, resources-unsubscribe: subscriptions, which the server neither has nor declares
#   prompts-get-*, completion-complete: test_simple_prompt, test_prompt_with_arguments, ...
#   input-required-result-* but unsupported-methods: test_input_required_result_*
#   tasks-*, sep-2640-skills-*: extensions, scored for no one
# server-stateless runs whole, but for the four checks that need test_missing_capability, test_streaming_elicitation and test_logging_tool.
both_eras="tools-list resources-list prompts-list server-sse-multiple-streams dns-rebinding-protection"
with_sessions="server-initialize ping logging-set-level $both_eras"
stateless="$both_eras caching http-header-validation sep-2164-resource-not-found input-required-result-unsupported-methods server-stateless"
stateless_excused="sep-2575-server-rejects-undeclared-capability sep-2575-missing-capability-http-400 \
sep-2575-http-server-no-independent-requests-on-stream sep-2575-server-no-log-without-loglevel"

generic_scenarios() { # label
  local scenario excused
  for scenario in $with_sessions; do
    check "$1, conformance 0.1.16, $scenario" judged suite-0.1 "$scenario" ""
  done
  for scenario in $with_sessions server-session-lifecycle; do
    check "$1, conformance 0.2.0-alpha.12, 2025-11-25, $scenario" judged suite-0.2 "$scenario" "" --spec-version 2025-11-25
  done
  for scenario in $stateless; do
    excused=""
    [ "$scenario" != server-stateless ] || excused=$stateless_excused
    check "$1, conformance 0.2.0-alpha.12, 2026-07-28, $scenario" judged suite-0.2 "$scenario" "$excused" --spec-version 2026-07-28
  done
}

# The inspector must not read or write the settings of whoever runs this.
export MCP_CATALOG_PATH="$results/catalog.json" MCP_CLIENT_CONFIG_PATH="$results/client.json"
inspector() { node "$packages/node_modules/.bin/mcp-inspector" --cli "$@" --format json; }

clients() { # label, target, tool, arguments, key (none: standard input and output)
  local label=$1 target=$2 tool=$3 arguments=$4 key=${5:-} era how
  export ASSISTANT_KEY="$key"
  if [ -n "$key" ]; then how=(--server-url "$target" --transport http --header "Authorization: Bearer $key"); else read -ra how <<< "$target"; fi
  for era in legacy modern; do
    check "$label, inspector, $era: lists, strict" inspector "${how[@]}" --protocol-era "$era" --method tools/list --strict
    check "$label, inspector, $era: calls $tool" inspector "${how[@]}" --protocol-era "$era" \
      --method tools/call --tool-name "$tool" --tool-args-json "$arguments"
  done
  check "$label, sdk 1.32.2 lists and calls $tool" node tests/Conformance/clients/sdk.mjs "$packages" "$target" "$tool" "$arguments"
  for era in legacy auto 2026-07-28; do
    check "$label, client 2.4.0, $era: lists and calls $tool" node tests/Conformance/clients/client.mjs "$packages" "$target" "$tool" "$arguments" "$era"
  done
}

fixtures_server() {
  local address key
  address="http://127.0.0.1:$(free_port)"
  key=$(node -p 'require("crypto").randomBytes(24).toString("hex")')
  start "$address" dotnet "$conformance" http "$address" "$key"
  start_proxy "$address/mcp" "$key"
  fixture_scenarios "test server"
  clients "test server, HTTP" "$address/mcp" test_simple_text "{}" "$key"
  clients "test server, stdio" "dotnet $conformance stdio" test_simple_text "{}"
}

# Clients start a server on stdio with few of their own variables, so the command has to set what it needs.
shipped_server() {
  local address key assistant="$results/assistant"
  printf '#!/bin/sh\nASSISTANT_CONFIG="%s/config" ASSISTANT_DATA="%s/data" exec dotnet "%s" "$@"\n' "$results" "$results" "$PWD/$shipped" > "$assistant"
  chmod +x "$assistant"
  printf '#!/bin/sh\nexec "%s" serve --stdio\n' "$assistant" > "$assistant-stdio"
  chmod +x "$assistant-stdio"
  "$assistant" users add conformance >&2
  key=$("$assistant" keys create conformance --json | node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).key')
  address="http://127.0.0.1:$(free_port)"
  start "$address" "$assistant" serve --http "$address"
  start_proxy "$address/mcp" "$key"
  generic_scenarios "shipped server"
  clients "shipped server, HTTP" "$address/mcp" "$tool" "$arguments" "$key"
  clients "shipped server, stdio" "$assistant-stdio" "$tool" "$arguments"
}

if [ -z "$url$stdio" ]; then
  fixtures_server
  shipped_server
fi
if [ -n "$url" ]; then
  start_proxy "$url" "$key"
  generic_scenarios "$url"
  clients "$url" "$url" "$tool" "$arguments" "$key"
fi
[ -z "$stdio" ] || clients "$stdio" "$stdio" "$tool" "$arguments"

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
