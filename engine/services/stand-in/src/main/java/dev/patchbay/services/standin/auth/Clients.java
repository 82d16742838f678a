package dev.patchbay.services.standin.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The clients that are registered. Thread-safe. */
final class Clients {
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Client> clients = new ConcurrentHashMap<>();

  Client register(String name, Set<String> scopes) {
    var raw = new byte[32];
    random.nextBytes(raw);
    var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    var client = new Client(UUID.randomUUID().toString(), secret, name, scopes);
    clients.put(client.id(), client);
    return client;
  }

  Optional<Client> find(String id, String secret) {
    return Optional.ofNullable(clients.get(id))
        .filter(client -> MessageDigest.isEqual(bytes(client.secret()), bytes(secret)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
