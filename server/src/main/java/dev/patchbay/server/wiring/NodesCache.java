package dev.patchbay.server.wiring;

import dev.patchbay.cache.redis.RedisCache;
import dev.patchbay.core.enrich.SharedCache;
import dev.patchbay.server.management.HubMetrics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The cache that nodes share, where one is configured. */
final class NodesCache {
  private static final int HUB_DIGITS = 16;

  private NodesCache() {}

  /**
   * Opens it.
   *
   * @param salt the same on all nodes of a hub and different elsewhere: hubs may share a Redis
   */
  static SharedCache open(HubOptions options, byte[] salt, HubMetrics metrics, Closing closing) {
    if (options.cache().isEmpty()) {
      return SharedCache.NONE;
    }
    return closing.add(
        new RedisCache(options.cache().get(), prefix(salt), metrics.services()::cacheFailed));
  }

  private static String prefix(byte[] salt) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update("cache of the hub with salt ".getBytes(StandardCharsets.UTF_8));
      var hub = HexFormat.of().formatHex(digest.digest(salt)).substring(0, HUB_DIGITS);
      return "patchbay:" + hub + ":";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
