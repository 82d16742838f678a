package dev.patchbay.server.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One keep-alive connection that posts events, HTTP/1.1 by hand: a generator must cost far less
 * than the server that it loads. One thread.
 */
final class LoadConnection implements AutoCloseable {
  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] head;

  LoadConnection(URI server, String key) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    this.head =
        """
        POST /api/v1/integration/events HTTP/1.1\r
        Host: %s\r
        Authorization: Bearer %s\r
        Content-Type: application/cloudevents+json\r
        Content-Length: %d\r
        \r
        """
            .formatted(server.getAuthority(), key, KilobyteEvents.BYTES)
            .getBytes(StandardCharsets.US_ASCII);
  }

  /** Callers that post these events, each over a connection of its own. */
  static Callers callers(URI server, String key, KilobyteEvents events) {
    return new Callers(() -> new Poster(new LoadConnection(server, key), events));
  }

  private record Poster(LoadConnection connection, KilobyteEvents events)
      implements Callers.Caller {
    @Override
    public void call(long number) throws IOException {
      connection.post(events.event(number));
    }

    @Override
    public void close() throws IOException {
      connection.close();
    }
  }

  /**
   * Posts an event and reads the whole answer.
   *
   * @throws IOException if it is not accepted
   */
  void post(byte[] event) throws IOException {
    var request = new byte[head.length + event.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(event, 0, request, head.length, event.length);
    out.write(request);
    var status = line();
    var body = new String(in.readNBytes(bodyLength()), StandardCharsets.UTF_8);
    if (!status.startsWith("HTTP/1.1 202") || !body.contains("\"ACCEPTED\"")) {
      throw new IOException("not accepted: " + status + " " + body);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private int bodyLength() throws IOException {
    int length = 0;
    for (var header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(header.substring(LENGTH.length()).strip());
      }
    }
    return length;
  }

  private String line() throws IOException {
    var line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
