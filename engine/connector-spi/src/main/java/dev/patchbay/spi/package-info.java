/**
 * What the author of a connector sees of Patchbay, and nothing else: plain types of the JDK. A
 * connector type is found by {@link java.util.ServiceLoader}, makes connectors out of settings, and
 * a connector writes to targets.
 */
@NullMarked
package dev.patchbay.spi;

import org.jspecify.annotations.NullMarked;
