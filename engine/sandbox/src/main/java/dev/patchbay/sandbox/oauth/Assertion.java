package dev.patchbay.sandbox.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Body;
import dev.patchbay.sandbox.http.Json;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A JSON Web Token (RFC 7519) that a service account signed with RS256. */
record Assertion(JsonNode header, JsonNode claims, Body signed, Body signature) {

  private static final String GOOGLE = "https://oauth2.googleapis.com/token";
  private static final long LONGEST = 3600;
  private static final long SKEW = 300;

  static Optional<Assertion> read(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      Base64.Decoder decoder = Base64.getUrlDecoder();
      Body signed = Body.of(parts[0] + "." + parts[1]);
      return Optional.of(
          new Assertion(
              Json.read(decoder.decode(parts[0])),
              Json.read(decoder.decode(parts[1])),
              signed,
              Body.of(decoder.decode(parts[2]))));
    } catch (IllegalArgumentException | ApiError _) {
      return Optional.empty();
    }
  }

  boolean signedBy(PublicKey key) {
    if (!header.path("alg").asText("").equals("RS256")) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(key);
      verifier.update(signed.bytes());
      return verifier.verify(signature.bytes());
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  /** Issued about now, for an hour at most. */
  boolean timely(Instant now) {
    long issued = claims.path("iat").asLong(0);
    long expires = claims.path("exp").asLong(0);
    long second = now.getEpochSecond();
    return issued <= second + SKEW
        && expires > second
        && expires <= issued + LONGEST
        && issued > second - LONGEST - SKEW;
  }

  /** The official client names Google's endpoint whatever the token_uri of its key says. */
  boolean meantFor(String host) {
    String audience = claims.path("aud").asText("");
    return audience.equals(GOOGLE)
        || audience.equals("https://accounts.google.com/o/oauth2/token")
        || audience.equals("https://www.googleapis.com/oauth2/v4/token")
        || audience.equals("http://" + host + "/token");
  }
}
