# ./docket audit-verify

# Needs neither server nor database: a JDK and the built jar.
docket_audit_verify() {
  [ $# -gt 0 ] || fail "audit-verify needs a file: ./docket audit-verify FILE [--heads FILE]"
  need_jdk
  [ -e server/target/docket.jar ] || build_all
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -cp server/target/docket.jar dev.docket.audit.AuditVerification "$@"
}
