/**
 * What the author of a service type sees: a core service whose REST API the hub asks for what an
 * event lacks and tells what imports bring. The hub caches, counts, limits and decides what to do
 * where a service is down; a service only asks or tells, once.
 */
@NullMarked
package dev.patchbay.spi.service;

import org.jspecify.annotations.NullMarked;
