package dev.patchbay.pdf;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Carries out {@link Orders} from standard input, one after the other, as {@link Workshop}
 * describes them, and tells by standard output that one is done. It ends when there are no more.
 */
public final class Main {
  private static final Set<String> OF_THIS_MACHINE = Set.of("file", "jar", "jrt");

  private Main() {}

  /** Fails where there is nowhere to write a result. */
  public static void main(String[] args) throws IOException {
    URL.setURLStreamHandlerFactory(
        protocol -> OF_THIS_MACHINE.contains(protocol) ? null : new Unreachable());
    System.setOut(nowhere()); // what libraries print is no answer
    try (var workshop = new Workshop();
        var answers = new FileOutputStream(FileDescriptor.out)) {
      new Orders(System.in, answers).carryOut(workshop::carriesOut);
    }
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }

  /** No library gets to a host by a URL, whatever a document says: the second fence. */
  private static final class Unreachable extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      throw new IOException("nothing is fetched");
    }
  }
}
