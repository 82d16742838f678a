/**
 * The service at the far end: a process of its own that logs what it applies, and fails on order.
 */
@NullMarked
package dev.patchbay.server.chaos.service;

import org.jspecify.annotations.NullMarked;
