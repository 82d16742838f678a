package dev.patchbay.server.rest.document;

import static java.util.stream.Collectors.toSet;

import dev.patchbay.core.document.DocumentRegister;
import dev.patchbay.core.webhook.SignedMessage;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.document.DocumentCallback;
import dev.patchbay.model.document.DocumentReceipt;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.http.ProblemKind;
import dev.patchbay.server.http.Problems;
import dev.patchbay.server.http.SignedWebhook;
import dev.patchbay.server.issuing.CallbackSecrets;
import dev.patchbay.server.rest.JsonBodies;
import dev.patchbay.server.security.LockOut;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /webhooks/documents/callback}: document systems tell what became of documents. */
public final class DocumentCallbacks implements SignedWebhook {
  /** What signatures are counted under: they say not whose they are. */
  private static final String CREDENTIAL = "documents/callback";

  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_REASON = 1_000;

  private final DocumentRegister register;
  private final CallbackSecrets secrets;
  private final LockOut lockOut;
  private final InstantSource clock;

  /**
   * Callbacks.
   *
   * @param lockOut counts signatures that are of nobody, as it counts wrong keys
   */
  public DocumentCallbacks(
      DocumentRegister register, CallbackSecrets secrets, LockOut lockOut, InstantSource clock) {
    this.register = register;
    this.secrets = secrets;
    this.lockOut = lockOut;
    this.clock = clock;
  }

  @Override
  public DocumentReceipt receive(String address, SignedMessage.Headers headers, byte[] body) {
    var message =
        SignedMessage.of(headers, body)
            .orElseThrow(
                () -> refused("Send webhook-id, webhook-timestamp and webhook-signature."));
    if (!message.isOf(clock.instant())) {
      throw refused("webhook-timestamp is more than five minutes from this server's clock.");
    }
    var senders = demandKnown(address, message);
    return register
        .tell(message.id(), senders, checked(body))
        .orElseThrow(() -> ProblemException.notFound("There is no such document of yours."));
  }

  private Set<String> demandKnown(String address, SignedMessage message) {
    var wait = lockOut.remaining(address, CREDENTIAL);
    if (wait.isPresent()) {
      throw ProblemException.lockedOut(wait.get());
    }
    var senders = senders(message);
    if (senders.isEmpty()) {
      lockOut.failed(address, CREDENTIAL);
      throw refused("No signature is of a secret that is known here.");
    }
    lockOut.succeeded(address, CREDENTIAL);
    return senders;
  }

  /** Connectors whose secrets it is signed with. */
  private Set<String> senders(SignedMessage message) {
    return secrets.byConnector().entrySet().stream()
        .filter(connector -> connector.getValue().stream().anyMatch(message::isSignedWith))
        .map(connector -> connector.getKey())
        .collect(toSet());
  }

  private static DocumentCallback checked(byte[] body) {
    var told = JsonBodies.read(body, DocumentCallback.class);
    var faults = new ArrayList<FieldError>();
    if (told.url() != null && !isWebAddress(told.url())) {
      faults.add(
          new FieldError(
              "/url",
              "must begin with https:// or http:// and have at most "
                  + LONGEST_URL
                  + " characters"));
    }
    faults.addAll(tooLong(told.reason()));
    if (!faults.isEmpty()) {
      throw ProblemException.fields(faults);
    }
    return told;
  }

  private static List<FieldError> tooLong(@Nullable String reason) {
    return reason == null || reason.length() <= LONGEST_REASON
        ? List.of()
        : List.of(new FieldError("/reason", "has at most " + LONGEST_REASON + " characters"));
  }

  /** People will follow it. */
  private static boolean isWebAddress(String text) {
    try {
      var uri = new URI(text);
      return text.length() <= LONGEST_URL
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private static ProblemException refused(String why) {
    return new ProblemException(Problems.of(ProblemKind.UNSIGNED, why));
  }
}
