/** What people write: Markdown, turned into HTML in one place and one way. */
@NullMarked
package dev.docket.text;

import org.jspecify.annotations.NullMarked;
