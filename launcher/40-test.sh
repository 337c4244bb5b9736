# ./docket test: every gate and every suite, then one line of figures.

docket_test() {
  local suites=("$@") suite
  [ ${#suites[@]} -gt 0 ] || suites=(socketio server web e2e)
  need_jdk
  need_maven
  need_node
  rm -rf target/results
  mkdir -p target/results
  failed_gates=0
  for suite in "${suites[@]}"; do
    case "$suite" in
      socketio) test_maven socketio ;;
      server) test_maven server ;;
      web) test_web ;;
      e2e) test_e2e ;;
      *) fail "suite: $suite (expected: socketio, server, web or e2e)" ;;
    esac
  done
  report
}

# gate NAME COMMAND...: a failure counts and does not stop the rest.
gate() {
  quietly "$@" || failed_gates=$((failed_gates + 1))
}

test_maven() {
  local module=$1
  [ "$module" = server ] && build_web
  rm -rf "$module/target/surefire-reports"
  if [ "$module" = server ]; then
    # The engine's own tests are a suite of their own.
    gate "server: gates and tests" maven verify -pl socketio,server -Dtest.socketio.skip=true -Dmaven.test.failure.ignore=false
  else
    gate "$module: gates and tests" maven verify -pl "$module"
  fi
  mkdir -p "target/results/$module"
  cp "$module"/target/surefire-reports/TEST-*.xml "target/results/$module/" 2>/dev/null || true
}

test_web() {
  install_packages web
  gate "web: lint" npm --prefix web run lint
  gate "web: types of the API" web_types_are_current
  gate "web: tests" npm --prefix web run test -- --reporter=default --reporter=junit --outputFile.junit="$root/target/results/web/junit.xml"
  rm -f web/dist/index.html
  gate "web: build" npm --prefix web run build
}

# The checked-in types must be what the server's OpenAPI file says.
web_types_are_current() {
  local checked_in="$root/target/schema.before.d.ts"
  build_server
  cp web/src/api/schema.d.ts "$checked_in"
  npm --prefix web run types
  diff "$checked_in" web/src/api/schema.d.ts
}

test_e2e() {
  need_chromium
  build_all
  install_packages e2e
  gate "e2e: lint" npm --prefix e2e run lint
  gate "e2e: tests" env JAVA_HOME="$JAVA_HOME" CHROMIUM="$CHROMIUM" DOCKET_JAVA_FLAGS="$java_flags" \
    npm --prefix e2e run test -- --reporter=default --reporter=junit --outputFile.junit="$root/target/results/e2e/junit.xml"
}

# Sums the JUnit files of all suites. A gate that failed without a failing test counts as one failure.
report() {
  local figures passed failed
  figures=$(node launcher/figures.mjs target/results "$failed_gates")
  printf '%s\n' "$figures"
  failed=$(printf '%s\n' "$figures" | sed -n 's/^[0-9]* passed, \([0-9]*\) failed$/\1/p')
  [ "$failed" = 0 ]
}
