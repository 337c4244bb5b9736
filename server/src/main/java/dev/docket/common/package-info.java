/** What every feature speaks: ids, JSON, pages, problems, settings. Depends on nothing of Docket's. */
@NullMarked
package dev.docket.common;

import org.jspecify.annotations.NullMarked;
