package dev.patchbay.server.issuing;

import dev.patchbay.core.credential.CredentialStore;
import dev.patchbay.core.credential.SecretSealer;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.core.webhook.WebhookSecret;
import dev.patchbay.server.config.InstanceSecrets;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.UnreadableSecretException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What document systems sign their messages with: secrets of connectors. Thread-safe.
 *
 * @param connectors those of the type {@link DocumentsType}, as they are configured now
 */
public record CallbackSecrets(
    Supplier<List<PluginInstance>> connectors, CredentialStore credentials, SecretSealer sealer) {
  private static final Logger LOG = LoggerFactory.getLogger(CallbackSecrets.class);
  private static final List<String> NAMES =
      List.of(DocumentsType.CALLBACK_SECRET, DocumentsType.FORMER_CALLBACK_SECRET);

  /** Secrets that count now, by connector. */
  public Map<String, List<WebhookSecret>> byConnector() {
    var all = new HashMap<String, List<WebhookSecret>>();
    for (var connector : connectors.get()) {
      var secrets = new InstanceSecrets(connector, credentials, sealer);
      all.put(
          connector.name(),
          NAMES.stream()
              .flatMap(name -> secret(connector.name(), secrets, name).stream())
              .toList());
    }
    return all;
  }

  /** Whether those that a connector has can be used, each as a step of its check. */
  static List<CheckReport.Step> check(Secrets secrets) {
    return NAMES.stream().flatMap(name -> check(secrets, name).stream()).toList();
  }

  private static Optional<CheckReport.Step> check(Secrets secrets, String name) {
    try {
      return secrets
          .get(name)
          .map(
              text ->
                  WebhookSecret.of(text).isPresent()
                      ? new CheckReport.Step(name, true, "Messages that it signs are taken.")
                      : new CheckReport.Step(
                          name, false, "It is no whsec_ and Base64; enter it anew."));
    } catch (UnreadableSecretException unreadable) {
      return Optional.of(
          new CheckReport.Step(name, false, String.valueOf(unreadable.getMessage())));
    }
  }

  private static Optional<WebhookSecret> secret(String connector, Secrets secrets, String name) {
    try {
      return secrets.get(name).flatMap(WebhookSecret::of);
    } catch (UnreadableSecretException unreadable) {
      LOG.warn("connector {}: {}", connector, unreadable.getMessage());
      return Optional.empty();
    }
  }
}
