package dev.patchbay.connectors.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.patchbay.connectors.email.SmtpFront.Mishap;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;

/** One client's conversation through a front, command by command. */
final class SmtpConversation {
  private static final int SOME_LINES = 1_000;

  private final SmtpFront front;
  private final Peer server;
  private Socket socket;
  private Peer client;
  private boolean safe;

  SmtpConversation(SmtpFront front, Socket client, Socket server) throws IOException {
    this.front = front;
    this.socket = client;
    this.client = new Peer(client.getInputStream(), client.getOutputStream());
    this.server = new Peer(server.getInputStream(), server.getOutputStream());
  }

  void run() throws IOException {
    client.say(server.reply());
    for (var line = client.line(); ; line = client.line()) {
      var scripted = front.reply(line);
      if (scripted.isPresent()) {
        client.say(scripted.get());
      } else if (line.equals("STARTTLS")) {
        startTls();
      } else {
        handOn(line);
      }
    }
  }

  private void startTls() throws IOException {
    client.say("220 go ahead");
    var context = front.tls().orElseThrow();
    var secured = (SSLSocket) context.getSocketFactory().createSocket(socket, null, 0, true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    socket = secured;
    client = new Peer(secured.getInputStream(), secured.getOutputStream());
    safe = true;
  }

  private void handOn(String line) throws IOException {
    server.say(line);
    var reply = server.reply();
    if (line.startsWith("EHLO")) {
      reply = reply.replaceFirst("\r\n", "\r\n" + offered());
    }
    client.say(reply);
    if (reply.startsWith("354")) {
      message();
    } else if (reply.startsWith("334")) {
      handOn(client.line());
    }
  }

  private String offered() {
    var offered = new StringBuilder(safe ? "" : "250-STARTTLS\r\n");
    front.extensions().forEach(one -> offered.append("250-").append(one).append("\r\n"));
    return offered.toString();
  }

  private void message() throws IOException {
    var mishap = front.nextMishap();
    int lines = 0;
    for (var line = client.line(); !line.equals("."); line = client.line()) {
      server.put(line);
      if (mishap == Mishap.BREAK_OFF && ++lines == SOME_LINES) {
        throw new EOFException("broken off");
      }
    }
    var scripted = front.reply(".");
    if (scripted.isPresent()) {
      client.say(scripted.get());
      throw new EOFException("the server never hears the end");
    }
    server.say(".");
    var reply = server.reply();
    switch (mishap) {
      case NONE -> client.say(reply);
      case STALL -> client.line();
      case ANSWER_LATE -> {
        awaitThreeSeconds();
        client.say(reply);
      }
      case LOSE_ANSWER, BREAK_OFF -> throw new EOFException("nobody hears the answer");
    }
  }

  private static void awaitThreeSeconds() throws IOException {
    try {
      var _ = new CountDownLatch(1).await(3, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  /** One of the two sides, in lines. */
  private static final class Peer {
    private final InputStream in;
    private final OutputStream out;
    private final byte[] chunk = new byte[1 << 16];
    private int at;
    private int end;

    Peer(InputStream in, OutputStream out) {
      this.in = in;
      this.out = new BufferedOutputStream(out, 1 << 16);
    }

    String line() throws IOException {
      var line = new ByteArrayOutputStream(80);
      while (true) {
        int from = at;
        while (at < end && chunk[at] != '\n') {
          at++;
        }
        line.write(chunk, from, at - from);
        if (at < end) {
          at++;
          return line.toString(ISO_8859_1).stripTrailing();
        }
        fill();
      }
    }

    private void fill() throws IOException {
      at = 0;
      end = Math.max(0, in.read(chunk));
      if (end == 0) {
        throw new EOFException();
      }
    }

    String reply() throws IOException {
      var reply = new StringBuilder();
      var line = line();
      while (line.length() > 3 && line.charAt(3) == '-') {
        reply.append(line).append("\r\n");
        line = line();
      }
      return reply.append(line).toString();
    }

    void put(String line) throws IOException {
      out.write((line + "\r\n").getBytes(ISO_8859_1));
    }

    void say(String lines) throws IOException {
      put(lines);
      out.flush();
    }
  }
}
