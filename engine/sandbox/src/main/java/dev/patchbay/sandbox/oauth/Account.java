package dev.patchbay.sandbox.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The sandbox's one service account with its RSA key, and the OAuth client with its refresh token.
 *
 * @param refreshToken belongs to a user who signs in through the client
 */
public record Account(
    String email,
    String keyId,
    KeyPair keys,
    String clientId,
    String clientSecret,
    String refreshToken) {

  private static final String PROJECT = "patchbay-sandbox";
  private static final int KEY_BITS = 2048;

  /** A new account with keys nobody else has. */
  public static Account create() {
    SecureRandom random = new SecureRandom();
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS, random);
      return new Account(
          "robot@" + PROJECT + ".iam.gserviceaccount.com",
          hex(random, 20),
          generator.generateKeyPair(),
          "100000000000000000001",
          "GOCSPX-" + secret(random),
          "1//" + secret(random));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK makes no RSA keys", e);
    }
  }

  /** Reads what {@link #toKeyFile} wrote. */
  public static Account read(JsonNode file) {
    String pem = file.path("private_key").asText().replaceAll("-----[A-Z ]+-----|\\s", "");
    try {
      KeyFactory factory = KeyFactory.getInstance("RSA");
      PrivateKey key =
          factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
      RSAPrivateCrtKey parts = (RSAPrivateCrtKey) key;
      var open =
          factory.generatePublic(
              new RSAPublicKeySpec(parts.getModulus(), parts.getPublicExponent()));
      return new Account(
          file.path("client_email").asText(),
          file.path("private_key_id").asText(),
          new KeyPair(open, key),
          file.path("client_id").asText(),
          file.path("client_secret").asText(),
          file.path("refresh_token").asText());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the stored service-account key cannot be read", e);
    }
  }

  /** A service-account key file; its token_uri points at the sandbox. */
  public ObjectNode toKeyFile(URI sandbox) {
    String pem =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(keys.getPrivate().getEncoded());
    return Json.object()
        .put("type", "service_account")
        .put("project_id", PROJECT)
        .put("private_key_id", keyId)
        .put("private_key", "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----\n")
        .put("client_email", email)
        .put("client_id", clientId)
        .put("auth_uri", sandbox.resolve("/auth").toString())
        .put("token_uri", sandbox.resolve("/token").toString())
        .put("universe_domain", "googleapis.com")
        .put("client_secret", clientSecret)
        .put("refresh_token", refreshToken);
  }

  private static String hex(SecureRandom random, int bytes) {
    byte[] raw = new byte[bytes];
    random.nextBytes(raw);
    return HexFormat.of().formatHex(raw);
  }

  private static String secret(SecureRandom random) {
    byte[] raw = new byte[21];
    random.nextBytes(raw);
    return Json.base64Url(raw);
  }
}
