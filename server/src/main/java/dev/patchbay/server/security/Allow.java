package dev.patchbay.server.security;

import dev.patchbay.model.access.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Roles that may call a resource method; each role includes those below it. Without it: nobody. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allow {
  /** Lowest roles that may. */
  Role[] value();
}
