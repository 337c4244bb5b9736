/** Requests: what they carry, their life cycle, who may do what, and their history. */
@NullMarked
package dev.docket.request;

import org.jspecify.annotations.NullMarked;
