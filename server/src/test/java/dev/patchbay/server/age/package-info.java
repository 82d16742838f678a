@NullMarked
package dev.patchbay.server.age;

import org.jspecify.annotations.NullMarked;
