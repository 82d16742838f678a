package dev.patchbay.server.rig;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** HTTP/1.1 written by hand, for what no well-behaved client does. */
public final class RawCall implements AutoCloseable {
  private static final int LONGEST_WAIT_MILLIS = 60_000;
  private final Socket socket;
  private final InputStream in;

  /** Connects. */
  public RawCall(URI root) throws IOException {
    this.socket = new Socket(root.getHost(), root.getPort());
    socket.setSoTimeout(LONGEST_WAIT_MILLIS);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends lines of a head, without the empty line that ends it. */
  public RawCall head(String... lines) throws IOException {
    return send(
        (String.join("\r\n", lines) + "\r\nHost: hub\r\n\r\n").getBytes(StandardCharsets.UTF_8));
  }

  public RawCall send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** Head and body of the answer. */
  public String answer() throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the server closed within the head: " + head);
      }
      head.write(next);
    }
    var text = head.toString(StandardCharsets.UTF_8);
    return text + new String(in.readNBytes(length(text)), StandardCharsets.UTF_8);
  }

  /** Waits for the server to close the connection. */
  public boolean isClosedByServer() throws IOException {
    return in.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static int length(String head) {
    return Arrays.stream(head.split("\r\n"))
        .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }
}
