# ./docket tour: drives two browsers against a real server, and leaves what both saw in docs/tour.

docket_tour() {
  need_chromium
  build_all
  install_packages e2e
  quietly "a tour with two people" env JAVA_HOME="$JAVA_HOME" CHROMIUM="$CHROMIUM" SERVER_JAVA_FLAGS="$java_flags" \
    TOUR="$root/docs/tour" npm --prefix e2e run test -- tests/tour.test.ts
}
