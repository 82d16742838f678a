/** Where the file of an export goes: stores, mail, sheets. */
@NullMarked
package dev.patchbay.server.export.delivery;

import org.jspecify.annotations.NullMarked;
