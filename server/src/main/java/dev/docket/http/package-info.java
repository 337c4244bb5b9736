/** The edge of the HTTP API: problem documents, authentication, headers, the web app's files. */
@NullMarked
package dev.docket.http;

import org.jspecify.annotations.NullMarked;
