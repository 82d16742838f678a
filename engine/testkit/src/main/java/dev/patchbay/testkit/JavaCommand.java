package dev.patchbay.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How to start a child JVM on the JDK of this one.
 *
 * @param mainClass class whose {@code main} runs
 * @param classPath jars and class directories
 * @param jvmArguments such as {@code -Dname=value}
 * @param arguments what {@code main} gets
 */
public record JavaCommand(
    String mainClass, List<String> classPath, List<String> jvmArguments, List<String> arguments) {

  public JavaCommand {
    classPath = List.copyOf(classPath);
    jvmArguments = List.copyOf(jvmArguments);
    arguments = List.copyOf(arguments);
  }

  /** A small JVM with the class path of this one. */
  public static JavaCommand of(Class<?> mainClass) {
    var classPath = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    return new JavaCommand(
        mainClass.getName(),
        List.of(classPath),
        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        List.of());
  }

  public JavaCommand withArguments(String... more) {
    return new JavaCommand(mainClass, classPath, jvmArguments, joined(arguments, more));
  }

  public JavaCommand withJvmArguments(String... more) {
    return new JavaCommand(mainClass, classPath, joined(jvmArguments, more), arguments);
  }

  public JavaCommand withSystemProperty(String name, Object value) {
    return withJvmArguments("-D" + name + "=" + value);
  }

  /** Starts it; standard output and standard error go, appended, to the file. */
  public JavaProcess start(Path output) {
    return startWithin(List.of(), output);
  }

  /**
   * As {@link #start}, at the end of another command that becomes it, such as {@code unshare}.
   *
   * @param before the other command, which takes this one as its last arguments
   */
  public JavaProcess startWithin(List<String> before, Path output) {
    var command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArguments);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), mainClass));
    command.addAll(arguments);
    try {
      Files.createDirectories(output.toAbsolutePath().resolveSibling("."));
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
      return new JavaProcess(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException("The child JVM could not be started", e);
    }
  }

  private static List<String> joined(List<String> first, String... more) {
    var all = new ArrayList<>(first);
    all.addAll(Arrays.asList(more));
    return all;
  }
}
