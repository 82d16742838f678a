/**
 * What tests of all modules share: architecture rules, clocks, child processes, broken networks.
 */
@NullMarked
package dev.patchbay.testkit;

import org.jspecify.annotations.NullMarked;
