# For scripts that need Node 22 and packages of npm: to be sourced. They are kept in the user's cache, a folder for each set of packages.
cache="${XDG_CACHE_HOME:-$HOME/.cache}/assistant-conformance"

# A folder of its own for each set: two versions of one package do not share one.
install() { # folder, packages
  local folder="$cache/$1"
  shift
  [ -e "$folder/.stamp" ] && [ "$(cat "$folder/.stamp")" = "$*" ] && return
  rm -rf "$folder"
  mkdir -p "$folder"
  echo '{"private":true}' > "$folder/package.json"
  npm install --prefix "$folder" --no-audit --no-fund --loglevel=error "$@" >&2
  echo "$*" > "$folder/.stamp"
}

machine=x64
case "$(uname -m)" in aarch64 | arm64) machine=arm64 ;; esac
install node "node-linux-$machine@22.23.3"
export PATH="$cache/node/node_modules/node-linux-$machine/bin:$PATH"
