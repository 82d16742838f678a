package dev.patchbay.core.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;

/**
 * A message as <a href="https://www.standardwebhooks.com">Standard Webhooks 1.0</a> has it, with
 * symmetric signatures ({@code v1}); signatures of other kinds are passed over. Bytes are not
 * copied.
 *
 * @param id value of {@code webhook-id}: the same however often a message is sent
 * @param timestamp value of {@code webhook-timestamp}: when this try was sent
 * @param signatures of {@code webhook-signature}, decoded
 * @param body as it came
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record SignedMessage(String id, Instant timestamp, List<byte[]> signatures, byte[] body) {
  /** How far clocks may be apart, and a try on its way. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final Pattern ID = Pattern.compile("[\\x21-\\x7e&&[^.]]{1,200}");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

  public SignedMessage {
    signatures = List.copyOf(signatures);
  }

  /** The three headers that a message comes with; what is absent is empty. */
  public record Headers(String id, String timestamp, String signature) {}

  /** Reads the headers; empty if one is absent or malformed, or no signature is of a known kind. */
  public static Optional<SignedMessage> of(Headers headers, byte[] body) {
    var signatures = signatures(headers.signature());
    if (!ID.matcher(headers.id()).matches()
        || !SECONDS.matcher(headers.timestamp()).matches()
        || signatures.isEmpty()) {
      return Optional.empty();
    }
    var timestamp = Instant.ofEpochSecond(Long.parseLong(headers.timestamp()));
    return Optional.of(new SignedMessage(headers.id(), timestamp, signatures, body));
  }

  private static List<byte[]> signatures(String header) {
    return Arrays.stream(header.split(" ", -1))
        .filter(one -> one.startsWith("v1,"))
        .flatMap(one -> WebhookSecret.decoded(one.substring(3)).stream())
        .toList();
  }

  /** Whether it was sent within {@link #TOLERANCE} of a moment. */
  public boolean isOf(Instant now) {
    return Duration.between(timestamp, now).abs().compareTo(TOLERANCE) <= 0;
  }

  /** Whether one of its signatures was made with this secret; takes as long whatever they are. */
  public boolean isSignedWith(WebhookSecret secret) {
    var expected = expected(secret);
    boolean found = false;
    for (var signature : signatures) {
      found |= MessageDigest.isEqual(expected, signature);
    }
    return found;
  }

  private byte[] expected(WebhookSecret secret) {
    var signed = new ByteArrayOutputStream(body.length + 64);
    signed.writeBytes(
        (id + "." + timestamp.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
    signed.writeBytes(body);
    try {
      var mac = Mac.getInstance(WebhookSecret.HMAC);
      mac.init(secret.key());
      return mac.doFinal(signed.toByteArray());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
