#!/usr/bin/env bash
# Makes the pictures of the README: headless Chromium, driven by chromedriver, walks through a demonstration.
#
#   docs/pictures/make.sh                          makes a demonstration of its own, and takes it away afterwards
#   docs/pictures/make.sh http://127.0.0.1:8484    uses the one that is served there
#
# Needs chromium, chromedriver, curl and jq; without an address also the program, built by `cargo build --release`.
# Everybody in the pictures is invented.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
address="${1:-}"
work="$(mktemp -d)"
ended=()
session=""

tear_down() {
    if [ -n "$session" ]; then curl -sS -o /dev/null -X DELETE "$session" || true; fi
    for process in "${ended[@]}"; do
        kill "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap tear_down EXIT

fail() {
    printf '✘ %s\n' "$*" >&2
    exit 1
}

for tool in chromium chromedriver curl jq; do
    command -v "$tool" >/dev/null || fail "$tool is not installed"
done

# Waits for a line of a file and gives what stands after `$2` in it.
said() {
    local line=""
    for _ in $(seq 200); do
        line="$(sed -n "s/^.*$2//p" "$1" | head -n 1)"
        if [ -n "$line" ]; then
            printf '%s' "$line"
            return
        fi
        sleep 0.1
    done
    fail "no answer: $(tail -n 5 "$1")"
}

# --- a demonstration -----------------------------------------------------------------------------------------------

if [ -z "$address" ]; then
    program="${CARGO_TARGET_DIR:-$root/target}/release/safeconduct"
    [ -x "$program" ] || fail "$program is not there: cargo build --release"
    "$program" demo --data "$work/demo" --port 0 >"$work/demo.txt" 2>&1 &
    ended+=($!)
    address="$(said "$work/demo.txt" 'Safeconduct is at ')"
fi

# --- a browser -----------------------------------------------------------------------------------------------------

chromedriver --port=0 >"$work/driver.txt" 2>&1 &
ended+=($!)
driver="http://127.0.0.1:$(said "$work/driver.txt" 'started successfully on port ' | tr -cd '0-9')"

# A command of WebDriver: its path, its JSON; gives the value.
ask() {
    local answer
    answer="$(curl -sS -H 'content-type: application/json' -d "${2:-{\}}" "$1")"
    jq -e '.value | type == "object" and has("error") | not' >/dev/null <<<"$answer" ||
        fail "$(jq -r '.value.message' <<<"$answer" | head -n 1)"
    jq -c '.value' <<<"$answer"
}

arguments='["--headless=new","--hide-scrollbars","--lang=en","--disable-background-networking","--disable-component-update","--disable-sync"]'
if [ "$(id -u)" -eq 0 ]; then arguments="$(jq -c '. + ["--no-sandbox"]' <<<"$arguments")"; fi
arguments="$(jq -c --arg folder "--user-data-dir=$work/profile" '. + [$folder]' <<<"$arguments")"
begun="$(ask "$driver/session" "$(jq -cn --argjson args "$arguments" \
    '{capabilities: {alwaysMatch: {browserName: "chrome", "goog:chromeOptions": {args: $args}}}}')")"
session="$driver/session/$(jq -r '.sessionId' <<<"$begun")"

go() { ask "$session/url" "$(jq -cn --arg url "$address$1" '{url: $url}')" >/dev/null; }

# The first element that a CSS selector finds; nothing if there is none.
find_one() {
    ask "$session/elements" "$(jq -cn --arg css "$1" '{using: "css selector", value: $css}')" |
        jq -r '.[0] // empty | to_entries[0].value'
}

click() {
    local element
    element="$(find_one "$1")"
    [ -n "$element" ] || fail "there is no $1 on $(curl -sS "$session/url" | jq -r .value)"
    ask "$session/element/$element/click" >/dev/null
}

window() {
    ask "$session/goog/cdp/execute" "$(jq -cn --argjson width "$1" --argjson height "$2" \
        '{cmd: "Emulation.setDeviceMetricsOverride", params: {width: $width, height: $height, deviceScaleFactor: 1, mobile: false}}')" >/dev/null
}

shoot() {
    curl -sS "$session/screenshot" | jq -r .value | base64 -d >"$here/$1.png"
    printf '✔ %s.png\n' "$1"
}

be() {
    curl -sS -o /dev/null -X DELETE "$session/cookie"
    go "/language/${2:-en}?back=/sign-in"
    click "button[name=handle][value=$1]"
}

# Scrolls so that the first element a selector finds stands at the top.
scroll_to() {
    ask "$session/execute/sync" "$(jq -cn --arg css "$1" \
        '{script: "const found = document.querySelector(arguments[0]); if (found) { found.scrollIntoView(); window.scrollBy(0, -24); }", args: [$css]}')" >/dev/null
}

# Addresses of the links that a selector finds, one a line.
links() {
    ask "$session/execute/sync" "$(jq -cn --arg css "$1" \
        '{script: "return [...document.querySelectorAll(arguments[0])].map(a => a.getAttribute(\"href\"))", args: [$css]}')" | jq -r '.[]'
}

# Opens the first case at a stage whose page has what a selector finds; fails if there is none.
open_case() {
    local case
    go "/cases?stage=$1"
    for case in $(links 'main table a[href^="/cases/"]'); do
        go "$case"
        if [ -n "$(find_one "${2:-main}")" ]; then return; fi
    done
    return 1
}

# --- the pictures --------------------------------------------------------------------------------------------------

window 1000 800

be fld-caseworker
open_case preparing .sc-missing || fail "no referral in preparation that lacks anything"
scroll_to 'main h2:has(+ ul .sc-missing)'
shoot referral

found=""
for office in nairobi ankara amman bogota; do
    be "$office-officer"
    if open_case assessment 'main a[href*="/eligibility/"]'; then found="$office" && break; fi
done
[ -n "$found" ] || fail "no case under assessment"
click 'main a[href*="/eligibility/"]'
click 'main a[href*="about=well-founded-fear"]'
scroll_to h1
shoot eligibility

be planner
go /tracking
shoot tracking

be auditor
go /audit
scroll_to 'main h2'
shoot audit

window 390 844
be fld-caseworker fr
open_case preparing .sc-missing || fail "no referral in preparation that lacks anything"
scroll_to .sc-next
shoot phone
