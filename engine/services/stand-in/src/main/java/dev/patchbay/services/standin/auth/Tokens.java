package dev.patchbay.services.standin.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.jwt.JwkSetConverter;
import com.google.crypto.tink.jwt.JwtConfig2026;
import com.google.crypto.tink.jwt.JwtEcdsaParameters;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.JwtPublicKeyVerify;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.RawJwt;
import com.google.crypto.tink.jwt.VerifiedJwt;
import dev.patchbay.services.standin.http.Json;
import dev.patchbay.services.standin.http.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens as JWT (RFC 9068), signed with ES256 under a key made at start. Thread-safe. */
public final class Tokens {
  private static final String ISSUER = "https://auth.core-services.example";
  private static final String AUDIENCE = "core-services";
  private static final String TYPE = "at+jwt";

  private final JwtPublicKeySign signer;
  private final JwtPublicKeyVerify verifier;
  private final JwtValidator validator;
  private final JsonNode keys;
  private final Duration life;
  private final InstantSource clock;
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();

  /** Tokens that live so long. */
  public Tokens(Duration life, InstantSource clock) {
    this.life = life;
    this.clock = clock;
    try {
      var pair = KeysetHandle.generateNew(es256(), JwtConfig2026.get());
      var open = pair.getPublicKeysetHandle();
      this.signer = pair.getPrimitive(JwtConfig2026.get(), JwtPublicKeySign.class);
      this.verifier = open.getPrimitive(JwtConfig2026.get(), JwtPublicKeyVerify.class);
      this.keys =
          Json.read(JwkSetConverter.fromPublicKeysetHandle(open).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no key for tokens could be made", e);
    }
    this.validator =
        JwtValidator.newBuilder()
            .expectTypeHeader(TYPE)
            .expectIssuer(ISSUER)
            .expectAudience(AUDIENCE)
            .setClock(clock.withZone(ZoneOffset.UTC))
            .build();
  }

  private static JwtEcdsaParameters es256() throws GeneralSecurityException {
    return JwtEcdsaParameters.builder()
        .setAlgorithm(JwtEcdsaParameters.Algorithm.ES256)
        .setKidStrategy(JwtEcdsaParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
        .build();
  }

  String issue(Client client, Set<String> scopes) {
    var now = clock.instant();
    var jwt =
        RawJwt.newBuilder()
            .setTypeHeader(TYPE)
            .setIssuer(ISSUER)
            .setSubject(client.id())
            .addStringClaim("client_id", client.id())
            .setAudience(AUDIENCE)
            .addStringClaim("scope", Scopes.text(scopes))
            .setIssuedAt(now)
            .setExpiration(now.plus(life))
            .setJwtId(UUID.randomUUID().toString())
            .build();
    try {
      return signer.signAndEncode(jwt);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a token could not be signed", e);
    }
  }

  Duration life() {
    return life;
  }

  /** The keys that tokens are checked with (RFC 7517). */
  JsonNode keys() {
    return keys;
  }

  /**
   * The client that calls.
   *
   * @throws Refusal 401 or 403 as RFC 6750, section 3.1 says
   */
  public String admit(Optional<String> bearer, String scope) {
    var jwt = bearer.flatMap(this::verified).orElseThrow(() -> unauthorized(bearer));
    try {
      if (!Scopes.parse(jwt.getStringClaim("scope")).contains(scope)) {
        throw forbidden(scope);
      }
      return jwt.getSubject();
    } catch (GeneralSecurityException foreign) {
      throw unauthorized(bearer);
    }
  }

  /** From now on it is refused. */
  public void revoke(String token) {
    verified(token).ifPresent(_ -> revoked.add(token));
  }

  private Optional<VerifiedJwt> verified(String token) {
    try {
      return revoked.contains(token)
          ? Optional.empty()
          : Optional.of(verifier.verifyAndDecode(token, validator));
    } catch (GeneralSecurityException refused) {
      return Optional.empty();
    }
  }

  /** As for a token that has expired. */
  public static Refusal unauthorized(Optional<String> bearer) {
    return Refusal.of(
            401,
            "unauthorized",
            "A token is needed",
            "The token is missing, unknown or has expired: get one from the Auth Service.")
        .with("WWW-Authenticate", bearer.isEmpty() ? "Bearer" : "Bearer error=\"invalid_token\"");
  }

  private static Refusal forbidden(String scope) {
    return Refusal.of(
            403,
            "forbidden",
            "The token lacks a scope",
            "Get a token with the scope " + scope + ".")
        .with("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
  }
}
