/**
 * How the API and the live events are described. Run by the build, not by the server: completes the OpenAPI file that the
 * compiler made from the controllers, and makes the AsyncAPI file and its page from the same schemas.
 */
@NullMarked
package dev.docket.description;

import org.jspecify.annotations.NullMarked;
