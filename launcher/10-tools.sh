# Finding what Docket needs, and saying plainly what is missing.

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "docket: $*"
  exit 1
}

# The feature version of a JDK folder, from its release file: 25 for 25.0.1.
jdk_version() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null; }

find_jdk() {
  local candidate on_path=""
  command -v javac >/dev/null && on_path=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] && [ "$(jdk_version "$candidate")" -ge 25 ] 2>/dev/null; then
      printf '%s' "$candidate"
      return
    fi
  done
  return 1
}

need_jdk() {
  JAVA_HOME=$(find_jdk) || fail "no JDK 25 found. Install one, for example Eclipse Temurin 25 (package temurin-25-jdk), or set JAVA_HOME to it."
  export JAVA_HOME
}

need_maven() {
  command -v mvn >/dev/null || fail "Maven is missing. Install Apache Maven 3.8 or newer (Debian: apt-get install maven)."
}

need_node() {
  command -v node >/dev/null && command -v npm >/dev/null || fail "Node.js is missing. Install Node.js 20 or newer with npm."
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || fail "Node.js $(node --version) is too old (expected: 20 or newer)."
}

# The browser of the tests. Installed when we may; otherwise one sentence.
need_chromium() {
  local name
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then
      CHROMIUM=$(command -v "$name")
      export CHROMIUM
      return
    fi
  done
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing chromium for the browser tests"
    { apt-get update && apt-get install -y --no-install-recommends chromium fonts-dejavu-core; } >"$logs/chromium.log" 2>&1 ||
      fail "chromium could not be installed; see $logs/chromium.log"
    CHROMIUM=/usr/bin/chromium
    export CHROMIUM
  else
    fail "chromium is missing, and the browser tests need it. Install it (Debian: apt-get install chromium)."
  fi
}

logs="$root/target/logs"
mkdir -p "$logs"

# quietly NAME COMMAND...: shows one line, and the log's end if it fails.
quietly() {
  local name=$1 log started=$SECONDS
  shift
  log="$logs/${name//[^a-zA-Z0-9]/-}.log"
  printf '%-34s' "$name" >&2
  if "$@" >"$log" 2>&1; then
    say "ok      $((SECONDS - started)) s"
  else
    say "FAILED  $((SECONDS - started)) s"
    grep -vE '^\s*$' "$log" | tail -n 40 >&2
    say "The whole log: ${log#"$root"/}"
    return 1
  fi
}
