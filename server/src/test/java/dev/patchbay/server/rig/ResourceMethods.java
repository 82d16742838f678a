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
   * @param verb its HTTP method
   * @param path below the API's root, with names filled in that nothing has
   */
  public record Call(Method method, String verb, String path) {
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
            .flatMap(type -> Arrays.stream(type.reflect().getDeclaredMethods()))
            .flatMap(method -> call(method).stream())
            .sorted((one, other) -> one.toString().compareTo(other.toString()))
            .toList();
  }

  private static Optional<Call> call(Method method) {
    return Stream.of(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .findFirst()
        .map(verb -> new Call(method, verb.value(), path(method)));
  }

  private static String path(Method method) {
    var type = method.getDeclaringClass().getAnnotation(Path.class).value();
    var own =
        method.isAnnotationPresent(Path.class) ? method.getAnnotation(Path.class).value() : "";
    return Stream.of(type, own)
        .filter(part -> !part.isEmpty())
        .reduce("", (path, part) -> path + "/" + part)
        .replaceAll("\\{[^}]+}", "nothing");
  }
}
