/** Core services: which there are, and how they are asked without being overrun. */
@NullMarked
package dev.patchbay.core.service;

import org.jspecify.annotations.NullMarked;
