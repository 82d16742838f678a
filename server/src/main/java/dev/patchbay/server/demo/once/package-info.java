/** The main job on a CSV file of real requests: fed, delivered, read back, compared. */
@NullMarked
package dev.patchbay.server.demo.once;

import org.jspecify.annotations.NullMarked;
