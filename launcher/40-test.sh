# ./docket test: every gate and every suite, then one line of figures.

docket_test() {
  local suites=("$@") suite
  [ ${#suites[@]} -gt 0 ] || suites=(java web e2e)
  for suite in "${suites[@]}"; do
    case "$suite" in
      java | web | e2e) ;;
      *) fail "suite: $suite (expected: java, web or e2e)" ;;
    esac
  done
  need_jdk
  need_maven
  need_node
  rm -rf target/results
  failed_gates=0
  for suite in "${suites[@]}"; do
    mkdir -p "target/results/$suite"
    "test_$suite"
  done
  report
}

# gate NAME COMMAND...: a failure counts and does not stop the rest.
gate() {
  quietly "$@" || failed_gates=$((failed_gates + 1))
}

# Compiles with all gates, tests both modules, checks the format, and leaves the jar that e2e runs.
test_java() {
  build_web || failed_gates=$((failed_gates + 1))
  rm -rf socketio/target/surefire-reports server/target/surefire-reports
  gate "java: gates and tests" maven verify -Dmaven.test.failure.ignore=true
  cp socketio/target/surefire-reports/TEST-*.xml server/target/surefire-reports/TEST-*.xml target/results/java/ 2>/dev/null || true
}

test_web() {
  build_all || failed_gates=$((failed_gates + 1))
  gate "web: lint" npm --prefix web run lint
  gate "web: types are the API's" web_types_are_current
  gate "web: tests" npm --prefix web run test -- --reporter=default --reporter=junit \
    --outputFile.junit="$root/target/results/web/junit.xml"
}

# The checked-in types must be what the server's OpenAPI file says. Equal ones keep their date: nothing is to be built again.
web_types_are_current() {
  cp -p web/src/api/schema.d.ts target/schema.checked-in.d.ts &&
    npm --prefix web run types &&
    diff target/schema.checked-in.d.ts web/src/api/schema.d.ts &&
    cp -p target/schema.checked-in.d.ts web/src/api/schema.d.ts
}

test_e2e() {
  need_chromium
  build_all || failed_gates=$((failed_gates + 1))
  install_packages e2e
  gate "e2e: lint" npm --prefix e2e run lint
  gate "e2e: tests" env SERVER_JAVA_FLAGS="$java_flags" npm --prefix e2e run test -- --reporter=default --reporter=junit \
    --outputFile.junit="$root/target/results/e2e/junit.xml"
}

# ./docket screenshots: the pictures of docs/, taken anew by the browser test.
docket_screenshots() {
  pictures "pictures of every page" SCREENSHOTS="$root/docs/screenshots" tests/screenshots.test.ts
}

# ./docket tour: drives two browsers against a real server, and leaves what both saw in docs/tour.
docket_tour() {
  pictures "a tour with two people" TOUR="$root/docs/tour" tests/tour.test.ts
}

# pictures NAME VARIABLE=FOLDER TEST: a test of the browser that leaves pictures in a folder.
pictures() {
  need_chromium
  build_all
  install_packages e2e
  quietly "$1" env JAVA_HOME="$JAVA_HOME" CHROMIUM="$CHROMIUM" SERVER_JAVA_FLAGS="$java_flags" "$2" npm --prefix e2e run test -- "$3"
}

# Sums the JUnit files of all suites. A gate that failed without a failing test counts as one failure.
report() {
  local figures
  figures=$(node launcher/figures.mjs target/results "$failed_gates")
  printf '%s\n' "$figures"
  [[ $figures =~ ", 0 failed"$ ]]
}
