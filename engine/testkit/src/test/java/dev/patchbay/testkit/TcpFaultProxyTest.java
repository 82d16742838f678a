package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpFaultProxyTest {
  private static final int BLINK_MILLIS = 50;
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private ServerSocket echo;
  private TcpFaultProxy proxy;
  private Socket client;

  @BeforeEach
  void start() throws IOException {
    echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    proxy = TcpFaultProxy.to(echo.getLocalPort());
    client = connect();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    proxy.close();
    echo.close();
  }

  @Test
  void passesBytesBothWaysWhileAllIsWell() throws IOException {
    assertThat(ask("hello")).isEqualTo("hello");
    assertThat(proxy.openConnections()).isOne();
  }

  @Test
  void cutEndsOpenConnectionsAndRefusesNewOnesUntilHealed() throws IOException {
    ask("hello");

    proxy.inject(new Fault.Cut());

    assertThat(client.getInputStream().read()).isEqualTo(-1);
    try (var refused = connect()) {
      assertThat(refused.getInputStream().read()).isEqualTo(-1);
    }
    proxy.heal();
    client = connect();
    assertThat(ask("again")).isEqualTo("again");
  }

  @Test
  void cutAfterLetsThatManyBytesOfTheAnswerPass() throws IOException {
    proxy.inject(new Fault.CutAfter(Fault.Direction.ANSWER, 3));

    send("hello");

    assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("hel");
  }

  @Test
  void cutAnswerToLetsTheRequestPassAndEndsTheConnectionInsteadOfTheAnswer() throws IOException {
    proxy.inject(new Fault.CutAnswerTo("COMMIT"));
    assertThat(ask("begin")).isEqualTo("begin");

    send("then COMMIT it");

    assertThat(client.getInputStream().readAllBytes()).isEmpty();
  }

  @Test
  void aRequestReachesTheServerThoughItComesWithTheAnswerBefore() throws IOException {
    proxy.inject(new Fault.CutAnswerTo("COMMIT"));
    for (int i = 0; i < 100; i++) {
      client.close();
      client = connect();
      ask("begin");
      send("COMMIT");
      assertThat(client.getInputStream().readAllBytes()).isEmpty();
    }

    assertThat(String.join("", heard)).isEqualTo("beginCOMMIT".repeat(100));
  }

  @Test
  void resetAfterTearsTheConnectionDown() throws IOException {
    proxy.inject(new Fault.ResetAfter(Fault.Direction.REQUEST, 3));

    send("hello");

    assertThatThrownBy(() -> client.getInputStream().readAllBytes())
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
  }

  @Test
  void resetsOpenConnectionsOnCommand() throws IOException {
    ask("hello");

    proxy.resetConnections();

    assertThatThrownBy(() -> client.getInputStream().read())
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
  }

  @Test
  void halfOpenSwallowsAnswersAndKeepsTheConnection() throws IOException {
    proxy.inject(new Fault.HalfOpen(Fault.Direction.ANSWER));
    client.setSoTimeout(BLINK_MILLIS);

    send("hello");

    assertThatThrownBy(() -> client.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(proxy.openConnections()).isOne();
  }

  @Test
  void delayHoldsEveryChunkBack() throws IOException {
    proxy.inject(new Fault.Delay(Duration.ofMillis(BLINK_MILLIS)));
    var before = System.nanoTime();

    assertThat(ask("hello")).isEqualTo("hello");

    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isGreaterThanOrEqualTo(Duration.ofMillis(2L * BLINK_MILLIS));
  }

  @Test
  void throttleSpreadsBytesOverTime() throws IOException {
    proxy.inject(new Fault.Throttle(100));
    var before = System.nanoTime();

    assertThat(ask("hello")).isEqualTo("hello");

    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isGreaterThanOrEqualTo(Duration.ofMillis(100));
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
  }

  private String ask(String text) throws IOException {
    send(text);
    var answer = client.getInputStream().readNBytes(text.length());
    return new String(answer, StandardCharsets.US_ASCII);
  }

  private void send(String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void echo(Socket socket) throws IOException {
    var chunk = new byte[64];
    for (int read = socket.getInputStream().read(chunk);
        read >= 0;
        read = socket.getInputStream().read(chunk)) {
      heard.add(new String(chunk, 0, read, StandardCharsets.US_ASCII));
      socket.getOutputStream().write(chunk, 0, read);
    }
  }

  private void serve() {
    while (!echo.isClosed()) {
      try (var socket = echo.accept()) {
        echo(socket);
      } catch (IOException _) {
        // The test broke this connection or ended; the next client is served all the same.
      }
    }
  }
}
