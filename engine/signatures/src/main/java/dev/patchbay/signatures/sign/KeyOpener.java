package dev.patchbay.signatures.sign;

import dev.patchbay.signatures.PdfRefusal;
import dev.patchbay.signatures.PdfRefusal.About;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens keys. */
final class KeyOpener {
  private static final String PKCS11 = "PKCS11";

  private KeyOpener() {}

  /**
   * Opens a key that may sign now.
   *
   * @throws PdfRefusal if there is none, or the password is wrong
   */
  static SigningKey open(KeySource source, Instant now) throws PdfRefusal {
    try {
      var key =
          switch (source) {
            case KeySource.Pkcs12 file -> inFile(file);
            case KeySource.Pkcs11 device -> inDevice(device);
          };
      KeyChecks.demandFit(key.certificate(), now);
      return key;
    } catch (PdfRefusal refusal) {
      throw new PdfRefusal(refusal.getMessage(), refusal, About.KEY);
    }
  }

  private static SigningKey inFile(KeySource.Pkcs12 file) throws PdfRefusal {
    try {
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(new ByteArrayInputStream(file.content()), file.password());
      return chosen(keys, file.alias(), file.password());
    } catch (IOException | GeneralSecurityException failure) {
      throw new PdfRefusal(
          isWrongPassword(failure)
              ? "the password of the key is wrong"
              : "the file of the key is no PKCS#12 file, or it is damaged",
          failure);
    }
  }

  private static boolean isWrongPassword(Exception failure) {
    return failure instanceof UnrecoverableKeyException
        || failure.getCause() instanceof UnrecoverableKeyException;
  }

  private static SigningKey inDevice(KeySource.Pkcs11 device) throws PdfRefusal {
    if (!Files.isRegularFile(device.library())) {
      throw new PdfRefusal("there is no PKCS#11 library " + device.library());
    }
    try {
      var provider = provider(device);
      // signatures are made by the provider that knows the key, which therefore must be known
      Security.addProvider(provider);
      var keys = KeyStore.getInstance(PKCS11, provider);
      keys.load(null, device.pin());
      return chosen(keys, device.alias(), null);
    } catch (InvalidParameterException | ProviderException | GeneralSecurityException failure) {
      throw new PdfRefusal(
          "the PKCS#11 library has no token in slot %d that can be used".formatted(device.slot()),
          failure);
    } catch (IOException failure) {
      throw new PdfRefusal("the PIN is wrong, or the token is locked", failure);
    }
  }

  private static Provider provider(KeySource.Pkcs11 device) {
    var settings =
        "--name = patchbay%d%nlibrary = \"%s\"%nslot = %d%n"
            .formatted(device.slot(), device.library(), device.slot());
    return Objects.requireNonNull(Security.getProvider("SunPKCS11")).configure(settings);
  }

  private static SigningKey chosen(
      KeyStore keys, @Nullable String alias, char @Nullable [] password)
      throws GeneralSecurityException, PdfRefusal {
    var name = alias(keys, alias);
    if (!(keys.getKey(name, password) instanceof PrivateKey key)) {
      throw new PdfRefusal("“%s” is no private key".formatted(name));
    }
    var chain = new ArrayList<X509Certificate>();
    for (var each : Objects.requireNonNull(keys.getCertificateChain(name))) {
      chain.add((X509Certificate) each);
    }
    return new SigningKey(key, chain);
  }

  private static String alias(KeyStore keys, @Nullable String wanted)
      throws GeneralSecurityException, PdfRefusal {
    var aliases = new ArrayList<String>();
    for (var each : Collections.list(keys.aliases())) {
      if (keys.isKeyEntry(each)) {
        aliases.add(each);
      }
    }
    if (aliases.isEmpty()) {
      throw new PdfRefusal("there is no private key in it");
    }
    if (wanted == null ? aliases.size() > 1 : !aliases.contains(wanted)) {
      throw new PdfRefusal("say which key by its alias: " + String.join(", ", aliases));
    }
    return wanted == null ? aliases.getFirst() : wanted;
  }
}
