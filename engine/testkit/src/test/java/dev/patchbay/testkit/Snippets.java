package dev.patchbay.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles pieces of Java given as text, for rules that need code to judge. */
record Snippets(Path directory) {
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE = Pattern.compile("(?:class|interface) (\\w+)");

  /** Compiles all sources together, as they may use each other. */
  void compile(List<String> sources) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var complaints = new DiagnosticCollector<JavaFileObject>();
    var files = sources.stream().map(Source::new).toList();
    var options = List.of("-d", directory.toString(), "-proc:none", "-nowarn");
    if (!compiler.getTask(null, null, complaints, options, null, files).call()) {
      throw new IllegalArgumentException(
          complaints.getDiagnostics().stream()
              .filter(found -> found.getKind() == Diagnostic.Kind.ERROR)
              .map(found -> found.getMessage(Locale.ROOT))
              .toList()
              .toString());
    }
  }

  /** The classes of compiled sources, with the {@code package-info} of their packages. */
  JavaClasses classesOf(List<String> sources) {
    var files =
        sources.stream()
            .map(source -> directory.resolve(name(source).replace('.', '/') + ".class"))
            .flatMap(file -> Stream.of(file, file.resolveSibling("package-info.class")))
            .filter(Files::exists)
            .distinct()
            .toList();
    return new ClassFileImporter().importPaths(files);
  }

  private static String name(String source) {
    return group(PACKAGE, source) + "." + typeName(source);
  }

  private static String typeName(String source) {
    return source.startsWith("@") ? "package-info" : group(TYPE, source);
  }

  private static String group(Pattern pattern, String source) {
    return pattern.matcher(source).results().findFirst().orElseThrow().group(1);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///" + name(text).replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
