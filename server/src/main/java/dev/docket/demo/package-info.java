/** A believable small company for a first look, and simulated colleagues who work in it. */
@NullMarked
package dev.docket.demo;

import org.jspecify.annotations.NullMarked;
