package dev.patchbay.sandbox.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Refusals that concern the caller's Google Cloud project: quotas and services switched off. */
public final class ProjectErrors {

  private static final String NUMBER = "100000000001";
  private static final String CONSOLE = "https://console.developers.google.com/apis/api/";

  private ProjectErrors() {}

  /** The 429 of a full quota, as recorded; {@code metric} is {@code Read} or {@code Write}. */
  public static ApiError quota(String metric, int limit, boolean perUser) {
    String words = metric + " requests";
    String subject = perUser ? " per minute per user" : " per minute";
    ObjectNode info = ApiError.info("RATE_LIMIT_EXCEEDED");
    info.putObject("metadata")
        .put("quota_limit_value", Integer.toString(limit))
        .put("service", "sheets.googleapis.com")
        .put("consumer", "projects/" + NUMBER)
        .put("quota_unit", perUser ? "1/min/{project}/{user}" : "1/min/{project}")
        .put("quota_location", "global")
        .put(
            "quota_metric",
            "sheets.googleapis.com/" + metric.toLowerCase(Locale.ROOT) + "_requests")
        .put("quota_limit", metric + "RequestsPerMinutePer" + (perUser ? "User" : "Project"));
    String message =
        "Quota exceeded for quota metric '%s' and limit '%s%s' of service 'sheets.googleapis.com' for consumer 'project_number:%s'."
            .formatted(words, words, subject, NUMBER);
    ObjectNode help =
        help(
            "Request a higher quota limit.",
            "https://cloud.google.com/docs/quotas/help/request_increase");
    return new ApiError(429, "RESOURCE_EXHAUSTED", message, List.of(info, help));
  }

  /** The 403 of a project in which an API was never switched on. */
  public static ApiError serviceDisabled(String service) {
    ObjectNode info = disabled(service);
    ((ObjectNode) info.path("metadata"))
        .put("serviceTitle", title(service))
        .put("activationUrl", activation(service))
        .put("containerInfo", NUMBER);
    ObjectNode localized =
        Json.object()
            .put("@type", ApiError.TYPES + "LocalizedMessage")
            .put("locale", "en-US")
            .put("message", text(service));
    return disabled(service, List.of(info, localized, activationHelp(service)));
  }

  /** The same refusal as callers with an API key get it. */
  public static ApiError keyNotEnabled(String service) {
    return disabled(service, List.of(activationHelp(service), disabled(service)));
  }

  private static ApiError disabled(String service, List<ObjectNode> details) {
    return new ApiError(403, "PERMISSION_DENIED", text(service), details);
  }

  private static ObjectNode disabled(String service) {
    ObjectNode info = ApiError.info("SERVICE_DISABLED");
    info.putObject("metadata").put("consumer", "projects/" + NUMBER).put("service", service);
    return info;
  }

  private static String text(String service) {
    return title(service)
        + " has not been used in project "
        + NUMBER
        + " before or it is disabled. Enable it by visiting "
        + activation(service)
        + " then retry. If you enabled this API recently, wait a few minutes for the action to"
        + " propagate to our systems and retry.";
  }

  private static String title(String service) {
    return service.startsWith("sheets") ? "Google Sheets API" : "Google Drive API";
  }

  private static String activation(String service) {
    return CONSOLE + service + "/overview?project=" + NUMBER;
  }

  private static ObjectNode activationHelp(String service) {
    return help("Google developers console API activation", activation(service));
  }

  private static ObjectNode help(String description, String url) {
    ObjectNode help = Json.object().put("@type", ApiError.TYPES + "Help");
    ArrayNode links = help.putArray("links");
    links.addObject().put("description", description).put("url", url);
    return help;
  }
}
