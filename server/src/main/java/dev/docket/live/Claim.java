package dev.docket.live;

import dev.docket.journal.Reader.Sight;
import java.util.Optional;

/**
 * What somebody may see of a program, as read outside of the program's turn.
 *
 * @param noted {@link RightsClock#now} before it was read
 */
record Claim(long noted, Optional<Sight> sight) {}
