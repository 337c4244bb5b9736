/** The database: embedded or external, migrations, and transactions in plain sight. */
@NullMarked
package dev.docket.storage;

import org.jspecify.annotations.NullMarked;
