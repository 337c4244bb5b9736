/** Files on requests: received as a stream, typed by their content, kept out of sight, served only as downloads. */
@NullMarked
package dev.docket.attachment;

import org.jspecify.annotations.NullMarked;
