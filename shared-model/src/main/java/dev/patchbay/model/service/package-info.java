/** Services: core services that routes ask for what an event lacks, and how they are. */
@NullMarked
package dev.patchbay.model.service;

import org.jspecify.annotations.NullMarked;
