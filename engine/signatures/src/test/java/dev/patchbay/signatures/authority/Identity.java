package dev.patchbay.signatures.authority;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

/** Somebody with a key and a certificate. */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
  /** The certificate. */
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /** As a PKCS#12 file. */
  public byte[] pkcs12(String password) throws IOException, GeneralSecurityException {
    return pkcs12(password, "key");
  }

  /** Likewise, with the same key under several names. */
  public byte[] pkcs12(String password, String... aliases)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (var alias : aliases) {
      store.setKeyEntry(alias, key, password.toCharArray(), chain.toArray(Certificate[]::new));
    }
    var file = new ByteArrayOutputStream();
    store.store(file, password.toCharArray());
    return file.toByteArray();
  }
}
