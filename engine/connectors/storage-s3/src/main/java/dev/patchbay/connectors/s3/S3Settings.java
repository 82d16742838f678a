package dev.patchbay.connectors.s3;

import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.store.StorePath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Settings of a connector.
 *
 * @param prefix what keys begin with: empty, or names with a slash at the end
 * @param pathStyle whether the bucket is named in the path and not in the host
 */
record S3Settings(
    URI endpoint,
    String region,
    String bucket,
    String prefix,
    boolean pathStyle,
    String accessKeyId) {
  static final String SECRET_ACCESS_KEY = "secret-access-key";
  static final String SESSION_TOKEN = "session-token";

  private static final String ENDPOINT = "endpoint";
  private static final String REGION = "region";
  private static final String BUCKET = "bucket";
  private static final String PREFIX = "prefix";
  private static final String PATH_STYLE = "path-style";
  private static final String ACCESS_KEY_ID = "access-key-id";

  /** What servers without regions expect to be named. */
  private static final String ANY_REGION = "us-east-1";

  /** A key has 1,024 bytes at most, and a path 900. */
  private static final int LONGEST_PREFIX = 120;

  static S3Settings of(Map<String, String> settings) {
    var endpoint = text(settings, ENDPOINT);
    var region = text(settings, REGION);
    var prefix = prefix(settings);
    var style = text(settings, PATH_STYLE);
    return new S3Settings(
        endpoint.isEmpty() ? amazon(region) : URI.create(endpoint),
        region.isEmpty() ? ANY_REGION : region,
        text(settings, BUCKET),
        prefix.isEmpty() ? "" : prefix + "/",
        style.isEmpty() ? !endpoint.isEmpty() : Boolean.parseBoolean(style),
        text(settings, ACCESS_KEY_ID));
  }

  static List<Setting> form() {
    return List.of(
        plain(
            ENDPOINT,
            "Endpoint",
            "Address of the server; empty for Amazon S3, where the region says it.",
            Kind.URI),
        plain(
            REGION,
            "Region",
            "Such as eu-central-1. Needed for Amazon S3; elsewhere us-east-1 if empty.",
            Kind.TEXT),
        new Setting(BUCKET, "Bucket", "It must exist.", Kind.TEXT, true, false),
        plain(
            PREFIX,
            "Prefix",
            "Folders of the bucket that files are put below, such as exports/hub.",
            Kind.TEXT),
        plain(
            PATH_STYLE,
            "Bucket in the path",
            "true for https://server/bucket, false for https://bucket.server; if empty, true where"
                + " an endpoint is set.",
            Kind.FLAG),
        new Setting(ACCESS_KEY_ID, "Access key ID", null, Kind.TEXT, true, false),
        new Setting(SECRET_ACCESS_KEY, "Secret access key", null, Kind.TEXT, true, true),
        new Setting(
            SESSION_TOKEN,
            "Session token",
            "Only with an access key that is lent for a time.",
            Kind.TEXT,
            false,
            true));
  }

  static List<SettingFault> faults(Map<String, String> settings) {
    var faults = new ArrayList<SettingFault>();
    fault(ENDPOINT, endpointFault(text(settings, ENDPOINT)), faults);
    fault(REGION, regionFault(settings), faults);
    var bucket = text(settings, BUCKET);
    if (!bucket.isEmpty() && !bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
      fault(
          BUCKET,
          "must have 3 to 63 lower-case letters, digits, dots and dashes: its name",
          faults);
    }
    fault(PREFIX, prefixFault(prefix(settings)), faults);
    return faults;
  }

  private static void fault(String setting, @Nullable String message, List<SettingFault> faults) {
    if (message != null) {
      faults.add(new SettingFault(setting, message));
    }
  }

  private static @Nullable String endpointFault(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      var uri = URI.create(text);
      boolean bare =
          uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
      return bare ? null : "must be an address without user, '?' and '#'";
    } catch (IllegalArgumentException unreadable) {
      return null; // said already, as of every address
    }
  }

  private static @Nullable String regionFault(Map<String, String> settings) {
    var region = text(settings, REGION);
    if (region.isEmpty()) {
      return text(settings, ENDPOINT).isEmpty()
          ? "must be named where no endpoint is, such as eu-central-1"
          : null;
    }
    return region.matches("[a-z0-9-]{1,40}")
        ? null
        : "must have lower-case letters, digits and dashes, such as eu-central-1";
  }

  private static @Nullable String prefixFault(String prefix) {
    if (prefix.isEmpty()) {
      return null;
    }
    try {
      var _ = StorePath.of(prefix);
    } catch (IllegalArgumentException unfit) {
      return String.valueOf(unfit.getMessage());
    }
    return prefix.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PREFIX
        ? null
        : "must have at most " + LONGEST_PREFIX + " bytes";
  }

  private static URI amazon(String region) {
    var suffix = PartitionMetadata.of(Region.of(region)).dnsSuffix();
    return URI.create("https://s3." + region + "." + suffix);
  }

  private static String prefix(Map<String, String> settings) {
    return text(settings, PREFIX).replaceAll("^/+|/+$", "");
  }

  private static String text(Map<String, String> settings, String name) {
    return settings.getOrDefault(name, "").strip();
  }

  private static Setting plain(String name, String label, @Nullable String help, Kind kind) {
    return new Setting(name, label, help, kind, false, false);
  }
}
