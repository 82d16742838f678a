/** What operators and their tools ask: is it alive, is it ready, how does it do. */
@NullMarked
package dev.patchbay.server.management;

import org.jspecify.annotations.NullMarked;
