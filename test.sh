#!/usr/bin/env bash
# Everything that has to hold before a change lands, from nothing, on a fresh Debian machine.
#
#   ./test.sh              every step, in order, up to the first that fails
#   ./test.sh STEP …       only these steps
#   ./test.sh --list       the steps
#
# What the steps need and is missing is installed first: with apt-get as root or through sudo, with cargo and npm into
# the user's own folders. Nothing is installed when nothing is missing. Everything else happens in the target folder and
# in temporary folders; nothing is left running.
set -euo pipefail
cd "$(dirname "$0")"

export CARGO_TERM_COLOR="${CARGO_TERM_COLOR:-auto}"
target="${CARGO_TARGET_DIR:-target}"
mkdir -p "$target"
target="$(cd "$target" && pwd)"
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

readonly DENY=0.20.2
readonly AXE=4.14.1
readonly LONGEST=600
# Tests of pages look for the accessibility checker here, beside what they were built into.
readonly AXE_FILE="$target/tools/node_modules/axe-core/axe.min.js"

readonly STEPS=(tools format clippy docs deny sizes tests doctests smoke)

fail() {
    printf '\n✘ %s\n' "$*" >&2
    exit 1
}

# --- what the steps need -------------------------------------------------------------------------------------------

has() { command -v "$1" >/dev/null 2>&1; }

has_postgres() {
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || has initdb
}

has_font() { [ -n "$(find /usr/share/fonts /usr/local/share/fonts -name "$1" -print -quit 2>/dev/null)" ]; }

# Debian's packages that are missing.
missing_packages() {
    has cc || echo build-essential
    has curl || echo curl ca-certificates
    has_postgres && has psql || echo postgresql postgresql-client
    has chromium || echo chromium
    has chromedriver || echo chromium-driver
    has w3m || echo w3m
    # what reads letters back, and the fonts of every script
    has pdftotext && has pdfinfo || echo poppler-utils
    has qpdf || echo qpdf
    has_font NotoNaskhArabic-Regular.ttf || echo fonts-noto-core
    has_font NotoSerifCJK-Regular.ttc || echo fonts-noto-cjk
    has node || echo nodejs
    has npm || echo npm
    has cargo || echo rustup
}

step_tools() {
    local packages sudo=()
    read -r -a packages <<<"$(missing_packages | tr '\n' ' ')"
    if [ "${#packages[@]}" -gt 0 ]; then
        has apt-get || fail "install by hand what is missing: ${packages[*]}"
        if [ "$(id -u)" -ne 0 ]; then
            has sudo || fail "as root: apt-get install ${packages[*]}"
            sudo=(sudo)
        fi
        echo "installing ${packages[*]}"
        "${sudo[@]}" apt-get update -qq
        "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"
    fi
    # rustup reads rust-toolchain.toml and fetches that version at the first call
    cargo --version || fail "there is no Rust: install rustup (https://rustup.rs), then try again"
    cargo deny --version >/dev/null 2>&1 || cargo install --locked "cargo-deny@$DENY"
    if [ ! -f "$AXE_FILE" ]; then
        npm install --no-save --no-audit --no-fund --ignore-scripts --prefix "$target/tools" "axe-core@$AXE"
    fi
    cargo fetch --locked
}

# --- the steps -----------------------------------------------------------------------------------------------------

step_format() { cargo fmt --all --check; }

step_clippy() { cargo clippy --locked --workspace --all-targets -- -D warnings; }

step_docs() { RUSTDOCFLAGS=-Dwarnings cargo doc --locked --workspace --no-deps; }

step_deny() { cargo deny --offline check bans licenses sources; }

step_sizes() {
    local long
    long="$(find crates fuzz -name '*.rs' -not -path '*/target/*' -exec wc -l {} + |
        awk -v most="$LONGEST" '$2 != "total" && $1 > most { print "  " $2 ": " $1 " lines" }')"
    [ -z "$long" ] || fail "files of more than $LONGEST lines:"$'\n'"$long"
}

step_tests() {
    if cargo nextest --version >/dev/null 2>&1; then
        cargo nextest run --locked --workspace --no-fail-fast
    else
        cargo test --locked --workspace --lib --bins --tests --no-fail-fast
    fi
}

step_doctests() { cargo test --locked --workspace --doc; }

# The program itself, as a newcomer meets it: an invented stream is made, served, walked through and verified.
server=""
folder=""
tear_down() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
        server=""
    fi
    if [ -n "$folder" ]; then rm -rf "$folder"; fi
    folder=""
}

step_smoke() {
    cargo build --locked
    local safeconduct="$target/debug/safeconduct" address=""
    folder="$(mktemp -d)"
    "$safeconduct" demo --data "$folder/demo" --cases 24 --make-only
    # port 0: a free one, which the server names
    "$safeconduct" demo --data "$folder/demo" --port 0 >"$folder/said" 2>"$folder/log" &
    server=$!
    for _ in $(seq 100); do
        address="$(sed -n 's/^Safeconduct is at //p' "$folder/said")"
        [ -z "$address" ] || break
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    if [ -z "$address" ]; then
        cat "$folder/said" "$folder/log" >&2
        fail "the demonstration does not serve"
    fi
    "$safeconduct" tour --address "$address" --accounts "$folder/demo/demo-accounts.json"
    kill "$server"
    wait "$server" || fail "the server did not end well: $(tail -n 5 "$folder/log")"
    server=""
    "$safeconduct" verify --data "$folder/demo"
    tear_down
}

# --- one after the other -------------------------------------------------------------------------------------------

run() {
    local name=$1 begun=$SECONDS status=0
    printf '\n── %s\n' "$name"
    # in a shell of its own, so that the first command that fails ends it; not after `||`, where `set -e` has no effect
    set +e
    (set -e; trap tear_down EXIT; "step_$name")
    status=$?
    set -e
    [ "$status" -eq 0 ] || fail "$name failed after $((SECONDS - begun)) s"
    printf '✔ %s, %s s\n' "$name" "$((SECONDS - begun))"
}

chosen=("${STEPS[@]}")
if [ "${1:-}" = --list ]; then
    printf '%s\n' "${STEPS[@]}"
    exit 0
elif [ $# -gt 0 ]; then
    chosen=("$@")
    for name in "${chosen[@]}"; do
        [[ " ${STEPS[*]} " == *" $name "* ]] || fail "there is no step $name: ./test.sh --list"
    done
fi

for name in "${chosen[@]}"; do run "$name"; done
printf '\n✔ everything holds: %s min %s s\n' "$((SECONDS / 60))" "$((SECONDS % 60))"
