package dev.patchbay.server.rest;

import dev.patchbay.model.access.Role;
import dev.patchbay.server.security.Allow;
import dev.patchbay.server.security.AllowNamed;
import jakarta.ws.rs.GET;
import java.lang.reflect.Method;

/** Who may call a method of a resource. */
final class Roles {
  private Roles() {}

  /** Lowest roles that may; nobody where nothing is said. */
  static Role[] of(Class<?> resource, Method method) {
    var own = method.getAnnotation(Allow.class);
    if (own != null) {
      return own.value();
    }
    var named = resource.getAnnotation(AllowNamed.class);
    if (named == null || method.getDeclaringClass() != NamedResource.class) {
      return new Role[0];
    }
    return new Role[] {method.isAnnotationPresent(GET.class) ? named.read() : named.write()};
  }
}
