package dev.docket.identity;

import java.util.List;

/** All log-ins of one user that have not ended. */
record OpenSessionList(List<OpenSession> data) {}
