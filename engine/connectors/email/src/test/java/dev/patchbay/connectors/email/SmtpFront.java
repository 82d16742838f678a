package dev.patchbay.connectors.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;

/**
 * Stands before a real mail server on 127.0.0.1 and hands everything on, but offers STARTTLS, which
 * the server does not know, and says or breaks off what a test wants.
 */
final class SmtpFront implements AutoCloseable {
  /** What happens to the next message. */
  enum Mishap {
    NONE,
    LOSE_ANSWER,
    BREAK_OFF,
    STALL,
    ANSWER_LATE
  }

  private final ServerSocket listener;
  private final int server;
  private final Optional<SSLContext> tls;
  private final Map<String, String> replies = new ConcurrentHashMap<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<String> extensions = new CopyOnWriteArrayList<>();
  private final AtomicReference<Mishap> next = new AtomicReference<>(Mishap.NONE);

  /**
   * Before a server.
   *
   * @param tls what STARTTLS brings; it is not offered if empty
   */
  SmtpFront(int server, Optional<SSLContext> tls) {
    this.server = server;
    this.tls = tls;
    try {
      this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("smtp-front").start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** From now on a line that begins so is answered by this, and the server does not hear of it. */
  void answer(String line, String reply) {
    replies.put(line, reply);
  }

  /** From now on the server answers for itself. */
  void forget() {
    replies.clear();
  }

  /** Offers this too. */
  void announce(String extension) {
    extensions.add(extension);
  }

  List<String> extensions() {
    return extensions;
  }

  void mishap(Mishap mishap) {
    next.set(mishap);
  }

  /** Lines that clients said, without those of messages. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  Optional<SSLContext> tls() {
    return tls;
  }

  Optional<String> reply(String line) {
    heard.add(line);
    return replies.keySet().stream().filter(line::startsWith).findFirst().map(replies::get);
  }

  Mishap nextMishap() {
    return next.getAndSet(Mishap.NONE);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var client = listener.accept();
        open.add(client);
        Thread.ofVirtual().name("smtp-front-client").start(() -> serve(client));
      } catch (IOException _) {
        // It was closed.
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        var behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
      new SmtpConversation(this, client, behind).run();
    } catch (IOException _) {
      // One of the two has gone; the other must see it.
    } finally {
      open.remove(client);
    }
  }

  /** Ends all conversations; others may be begun. */
  void hangUp() {
    try {
      for (var client : open) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      hangUp();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
