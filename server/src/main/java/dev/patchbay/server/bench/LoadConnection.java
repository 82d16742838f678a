package dev.patchbay.server.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One keep-alive connection that posts events, HTTP/1.1 by hand. One thread. */
final class LoadConnection implements AutoCloseable {
  private static final int LARGEST_ANSWER = 16 << 10;
  private static final String LENGTH = "Content-Length: ";
  private static final String HEADERS_END = "\r\n\r\n";

  private final SocketChannel channel;
  private final ByteBuffer request;
  private final ByteBuffer answer = ByteBuffer.allocateDirect(LARGEST_ANSWER);
  private final int head;
  private long posted;
  private long answered;

  LoadConnection(URI server, String key) throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort());
    this.channel = SocketChannel.open(loopback);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    var headers =
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
    this.head = headers.length;
    this.request = ByteBuffer.allocateDirect(head + KilobyteEvents.BYTES).put(headers);
  }

  /** Lets the selector tell when something of an answer is there. */
  SelectionKey register(Selector selector) throws IOException {
    return channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** Posts an event; the answer to the one before has been read. */
  void post(byte[] event) throws IOException {
    request.clear().position(head);
    request.put(event).flip();
    answer.clear();
    posted = System.nanoTime();
    while (request.hasRemaining()) {
      channel.write(request);
    }
  }

  /**
   * Reads what is there; whether the answer is whole.
   *
   * @throws IOException if the event is not accepted
   */
  boolean isAnswered() throws IOException {
    if (channel.read(answer) < 0) {
      throw new EOFException("the server closed the connection");
    }
    var text = StandardCharsets.ISO_8859_1.decode(answer.duplicate().flip()).toString();
    int headersEnd = text.indexOf(HEADERS_END);
    if (headersEnd < 0 || text.length() < headersEnd + HEADERS_END.length() + bodyLength(text)) {
      return false;
    }
    if (!text.startsWith("HTTP/1.1 202") || !text.contains("\"ACCEPTED\"")) {
      throw new IOException("not accepted: " + text);
    }
    answered = System.nanoTime();
    return true;
  }

  /** From the post to its answer. */
  double millis() {
    return (answered - posted) / 1e6;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Written as Jetty writes it. */
  private static int bodyLength(String text) {
    int start = text.indexOf(LENGTH) + LENGTH.length();
    return Integer.parseInt(text, start, text.indexOf('\r', start), 10);
  }
}
