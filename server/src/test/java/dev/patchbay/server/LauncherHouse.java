package dev.patchbay.server;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A place with the real launcher that is built already, of a program that tells how it was started
 * and refuses to be trained. It runs on the JDK of the tests.
 */
record LauncherHouse(Path root) {
  private static final String PROGRAM =
      """
      package dev.patchbay.server;

      public class Main {
        public static void main(String[] words) {
          if (words[0].equals("train")) {
            throw new IllegalStateException("no training today");
          }
          System.out.println("started: " + String.join(" ", words));
        }
      }
      """;
  private static final Path OPTIONS = Path.of("src", "main", "jvm", "server.vmoptions");

  static LauncherHouse build(Path root) throws IOException {
    var house = new LauncherHouse(root);
    for (var module : List.of("shared-model", "engine", "server", "console-ui")) {
      Files.createDirectories(root.resolve(module).resolve("target").resolve("lib"));
    }
    Files.copy(LauncherIT.LAUNCHER, root.resolve("patchbay"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createFile(root.resolve("pom.xml"));
    var options = root.resolve("server").resolve(OPTIONS);
    Files.createDirectories(options.getParent());
    Files.copy(OPTIONS, options);
    house.program();
    Files.createFile(root.resolve("server/target/.built"));
    return house;
  }

  Ending launch(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("/bin/bash", root.resolve("patchbay").toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().remove("PATCHBAY_JAVA_OPTIONS");
    builder.environment().put("PATCHBAY_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().merge("PATH", programs().toString(), (path, own) -> own + ":" + path);
    return Ending.of(builder);
  }

  /** With a Maven that only tells how it was called. */
  LauncherHouse withTellingMaven() throws IOException {
    var maven = Files.createDirectories(programs()).resolve("mvn");
    Files.writeString(maven, "#!/bin/bash\necho \"mvn $*\"\n");
    if (!maven.toFile().setExecutable(true)) {
      throw new IOException(maven + " cannot be made executable");
    }
    return this;
  }

  /** With a test of that module that has a tag. */
  LauncherHouse withTest(String module, String tag) throws IOException {
    var tests = Files.createDirectories(root.resolve(module).resolve("src/test/java"));
    Files.writeString(tests.resolve("SomeIT.java"), "@Tag(\"" + tag + "\")\nclass SomeIT {}\n");
    return this;
  }

  private Path programs() {
    return root.resolve("bin");
  }

  /** As if a training had left a file that is no cache. */
  void breakCache() throws IOException {
    try (var files = Files.newDirectoryStream(root.resolve("server/target/aot"), "*.failed")) {
      for (var failed : files) {
        var name = failed.getFileName().toString().replace(".failed", "");
        Files.writeString(failed.resolveSibling(name), "no cache");
        Files.delete(failed);
      }
    }
  }

  private void program() throws IOException {
    var classes = Files.createDirectories(root.resolve("classes"));
    var said = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    var options = List.of("-d", classes.toString());
    if (!compiler.getTask(said, null, null, options, null, List.of(source())).call()) {
      throw new IllegalStateException(said.toString());
    }
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    var jar = root.resolve("server/target/server-1.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      var name = "dev/patchbay/server/Main.class";
      out.putNextEntry(new JarEntry(name));
      Files.copy(classes.resolve(name), out);
    }
    Files.copy(jar, root.resolve("server/target/lib/library.jar"));
  }

  private static JavaFileObject source() {
    var place = URI.create("string:///dev/patchbay/server/Main.java");
    return new SimpleJavaFileObject(place, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return PROGRAM;
      }
    };
  }
}
