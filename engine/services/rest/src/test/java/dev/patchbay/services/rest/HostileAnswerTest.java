package dev.patchbay.services.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.services.rest.FarService.Ending;
import dev.patchbay.services.rest.FarService.Plan;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.service.Fetched;
import dev.patchbay.spi.service.Service;
import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.Fault;
import dev.patchbay.testkit.Fault.Direction;
import dev.patchbay.testkit.TcpFaultProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that break off, stall, never end, or are too large, and networks that do. */
class HostileAnswerTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(20);

  /** Than the time-out of the service. */
  private static final Duration FAR_LESS = Duration.ofSeconds(15);

  private static final byte[] SOME = new byte[64 << 10];

  static {
    Arrays.fill(SOME, (byte) ' ');
  }

  private final Rig rig = new Rig();
  private final TcpFaultProxy proxy = TcpFaultProxy.to(rig.far.port());

  @BeforeEach
  void goThroughTheProxy() {
    rig.settings.put("url", "http://127.0.0.1:" + proxy.port());
  }

  @AfterEach
  void close() {
    rig.close();
    proxy.close();
  }

  static Stream<Fault> brokenNetworks() {
    return Stream.of(
        new Fault.Cut(),
        new Fault.CutAfter(Direction.ANSWER, 10),
        new Fault.CutAfter(Direction.REQUEST, 10),
        new Fault.ResetAfter(Direction.ANSWER, 0),
        new Fault.ResetAfter(Direction.ANSWER, 1_000));
  }

  @ParameterizedTest
  @MethodSource("brokenNetworks")
  void isUnavailableWhileTheNetworkBreaksOffAnswers(Fault fault) {
    proxy.inject(fault);
    rig.far.next(Plan.answer(200, "\"" + "x".repeat(5_000) + "\""));
    rig.far.next(Plan.answer(200, "\"" + "x".repeat(5_000) + "\""));
    var service = rig.open();

    assertThat(fetch(service)).isEqualTo("no-answer");
    proxy.heal();
    assertThat(Rig.fetch(service)).isInstanceOf(Fetched.Found.class);
  }

  static Stream<Fault> stalledNetworks() {
    return Stream.of(
        new Fault.HalfOpen(Direction.REQUEST),
        new Fault.HalfOpen(Direction.ANSWER),
        new Fault.Throttle(100));
  }

  @ParameterizedTest
  @MethodSource("stalledNetworks")
  void waitsNoLongerThanTheDeadlineAndLetsGoOfTheConnection(Fault fault) {
    proxy.inject(fault);
    rig.settings.put("timeout", "30");
    var service = rig.open();
    var deadline = Deadline.in(SHORT);

    assertThat(cause(service.fetch("/users/7", deadline))).isEqualTo("time-out");
    assertThat(System.nanoTime() - deadline.nanoTime()).isLessThan(FAR_LESS.toNanos());
    Eventually.soon().isTrue("the connection is closed", () -> proxy.openConnections() == 0);
  }

  @ParameterizedTest
  @CsvSource({"TRUNCATED,no-answer", "CUT,no-answer", "STALLED,time-out"})
  void isUnavailableWhereTheAnswerDoesNotEndInOrder(Ending ending, String cause) {
    rig.far.next(Plan.answer(200, "{\"id\":\"7\"}").ending(ending));
    rig.far.next(Plan.answer(200, "{\"id\":\"7\"}").ending(ending));
    var service = rig.open();

    var time = ending == Ending.STALLED ? SHORT : LONG;
    assertThat(cause(service.fetch("/users/7", Deadline.in(time)))).isEqualTo(cause);
    Eventually.soon().isTrue("the connection is closed", () -> proxy.openConnections() == 0);
  }

  @Test
  void readsNoFurtherThanAMebibyte() {
    rig.far.next(Plan.answer(200, SOME).ending(Ending.ENDLESS));
    rig.far.next(Plan.answer(200, new byte[(1 << 20) + 1]));
    var service = rig.open();

    assertThat(fetch(service)).isEqualTo("too-large");
    Eventually.soon().isTrue("the connection is closed", () -> proxy.openConnections() == 0);
    assertThat(fetch(service)).isEqualTo("too-large");
  }

  @Test
  void takesAMebibyte() {
    var largest = "\"" + "x".repeat((1 << 20) - 2) + "\"";
    rig.far.next(Plan.answer(200, largest));

    assertThat(Rig.fetch(rig.open()))
        .isInstanceOfSatisfying(
            Fetched.Found.class, found -> assertThat(found.json()).hasSize(1 << 20));
  }

  @Test
  void anErrorWithAnEndlessBodyIsUnavailableToo() {
    rig.far.next(Plan.answer(404, SOME).ending(Ending.ENDLESS));

    assertThat(fetch(rig.open())).isEqualTo("too-large");
  }

  @Test
  void isBoundedByItsOwnTimeOutToo() {
    rig.settings.put("timeout", "1");
    proxy.inject(new Fault.HalfOpen(Direction.ANSWER));

    assertThat(fetch(rig.open())).isEqualTo("time-out");
  }

  @Test
  void saysThatNobodyListens() {
    proxy.close();

    assertThat(fetch(rig.open())).isEqualTo("unreachable");
  }

  @Test
  void saysThatItIsNoTls() throws IOException {
    try (var plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerInPlainText(plain));
      rig.settings.put("url", "https://127.0.0.1:" + plain.getLocalPort());

      assertThat(fetch(rig.open())).isEqualTo("no-tls");
    }
  }

  /**
   * Everybody who calls: a stranger who tries a port that was another's must not be the only one.
   */
  private static void answerInPlainText(ServerSocket listener) {
    try {
      while (true) {
        var caller = listener.accept();
        Thread.ofVirtual().start(() -> answerInPlainText(caller));
      }
    } catch (IOException closed) {
      // The test has ended.
    }
  }

  private static void answerInPlainText(Socket caller) {
    try (caller) {
      var _ = caller.getInputStream().read(new byte[SOME.length]);
      caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      caller.getInputStream().readAllBytes();
    } catch (IOException gone) {
      // The caller has seen enough.
    }
  }

  @Test
  void holdsNoTokenFromABrokenAuthService() {
    rig.withClientCredentials();
    rig.settings.put("tokenUrl", "http://127.0.0.1:" + proxy.port() + "/token");
    rig.far.nextToken(Plan.answer(200, SOME).ending(Ending.ENDLESS));
    rig.far.nextToken(
        Plan.answer(200, "{\"access_token\":\"t\",\"token_type\":\"Bearer\"}")
            .ending(Ending.TRUNCATED));
    rig.far.nextToken(Plan.answer(200).ending(Ending.CUT));
    rig.far.nextToken(Plan.answer(200, "{").ending(Ending.STALLED));
    rig.settings.put("timeout", "3");
    var service = rig.open();

    assertThat(fetch(service)).isEqualTo("too-large");
    assertThat(fetch(service)).isEqualTo("no-answer");
    assertThat(fetch(service)).isEqualTo("no-answer");
    assertThat(fetch(service)).isEqualTo("time-out");
    assertThat(rig.far.asked()).isEmpty();
    Eventually.soon()
        .passes(() -> assertThat(Rig.fetch(service)).isInstanceOf(Fetched.Found.class));
  }

  private static String fetch(Service service) {
    return cause(Rig.fetch(service));
  }

  private static String cause(Fetched fetched) {
    return fetched instanceof Fetched.Unavailable(var cause, _) ? cause.code() : fetched.toString();
  }
}
