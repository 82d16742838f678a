package dev.patchbay.server.rest;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.access.Role;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.http.ProblemKind;
import dev.patchbay.server.http.Problems;
import dev.patchbay.server.security.Rights;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.model.ResourceMethod;

/**
 * Before a body is read: the method must allow the caller's role (a method that names none allows
 * nobody), and every query parameter must be one it knows, and a text that can be kept.
 */
public final class AccessFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    invocable(request)
        .ifPresent(
            called -> {
              var method = called.getDefinitionMethod();
              checkRole(request, Roles.of(called.getHandler().getHandlerClass(), method));
              checkQuery(request, method);
            });
  }

  private static Optional<Invocable> invocable(ContainerRequestContext request) {
    return request.getUriInfo() instanceof ExtendedUriInfo matched
        ? Optional.ofNullable(matched.getMatchedResourceMethod()).map(ResourceMethod::getInvocable)
        : Optional.empty();
  }

  private static void checkRole(ContainerRequestContext request, Role... allowed) {
    var caller = CallerPrincipal.of(request.getSecurityContext());
    if (!Rights.allows(caller.role(), allowed)) {
      var detail = "Your role is " + caller.role() + ".";
      throw new ProblemException(Problems.of(ProblemKind.FORBIDDEN, detail));
    }
  }

  private static void checkQuery(ContainerRequestContext request, Method method) {
    var known = parameters(method);
    var faults =
        request.getUriInfo().getQueryParameters().entrySet().stream()
            .flatMap(given -> fault(given.getKey(), given.getValue(), known).stream())
            .toList();
    if (!faults.isEmpty()) {
      throw ProblemException.fields(faults);
    }
  }

  private static Optional<FieldError> fault(String name, List<String> values, Set<String> known) {
    return known.contains(name)
        ? values.stream()
            .flatMap(value -> Texts.fault(value).stream())
            .findFirst()
            .map(fault -> new FieldError(name, fault))
        : Optional.of(new FieldError(name, "is no query parameter of this call"));
  }

  private static Set<String> parameters(Method method) {
    return Arrays.stream(method.getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
        .map(AccessFilter::name)
        .collect(Collectors.toSet());
  }

  private static String name(Parameter parameter) {
    return parameter.getAnnotation(QueryParam.class).value();
  }
}
