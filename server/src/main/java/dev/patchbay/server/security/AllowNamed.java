package dev.patchbay.server.security;

import dev.patchbay.model.access.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Roles that may call what a resource inherits: reading, and making, changing and taking away. Its
 * own methods name theirs by {@link Allow}. Each role includes those below it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AllowNamed {
  /** Lowest role that may read. */
  Role read() default Role.VIEWER;

  /** Lowest role that may write. */
  Role write() default Role.ADMIN;
}
