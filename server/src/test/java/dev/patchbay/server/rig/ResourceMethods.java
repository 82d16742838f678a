package dev.patchbay.server.rig;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Every method of the API's resources, found in the compiled classes. */
public final class ResourceMethods {
  private ResourceMethods() {}

  /**
   * One of them.
   *
   * @param resource that has it, maybe by inheritance
   * @param verb its HTTP method
   * @param path below the API's root, with names filled in that nothing has
   */
  public record Call(Class<?> resource, Method method, String verb, String path) {
    @Override
    public String toString() {
      return verb + " " + path;
    }
  }

  /** All of them, by path. */
  public static List<Call> all() {
    return new ClassFileImporter()
        .importPath(java.nio.file.Path.of("target", "classes")).stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .flatMap(type -> calls(type.reflect()))
            .sorted((one, other) -> one.toString().compareTo(other.toString()))
            .toList();
  }

  private static Stream<Call> calls(Class<?> resource) {
    return Arrays.stream(resource.getMethods())
        .filter(method -> !method.isBridge())
        .flatMap(method -> call(resource, method).stream());
  }

  private static Optional<Call> call(Class<?> resource, Method method) {
    return Stream.of(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .findFirst()
        .map(verb -> new Call(resource, method, verb.value(), path(resource, method)));
  }

  private static String path(Class<?> resource, Method method) {
    var type = resource.getAnnotation(Path.class).value();
    var own =
        method.isAnnotationPresent(Path.class) ? method.getAnnotation(Path.class).value() : "";
    return Stream.of(type, own)
        .filter(part -> !part.isEmpty())
        .reduce("", (path, part) -> path + "/" + part)
        .replaceAll("\\{[^}]+}", "nothing");
  }
}
