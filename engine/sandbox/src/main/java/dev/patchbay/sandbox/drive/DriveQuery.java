package dev.patchbay.sandbox.drive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.http.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code q} of files.list: comparisons joined by and, or, not and brackets.
 *
 * @see <a href="https://developers.google.com/workspace/drive/api/guides/search-files">Search</a>
 */
final class DriveQuery {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|\\(|\\)|\\{|\\}|<=|>=|!=|=|<|>|[A-Za-z][A-Za-z0-9]*)");

  private static final Pattern PARENT =
      Pattern.compile("['\"]([A-Za-z0-9_-]+)['\"]\\s+in\\s+parents");

  private final List<String> tokens = new ArrayList<>();
  private int at;

  private DriveQuery() {}

  /** Whether a file as Drive answers it matches; an empty text matches all. */
  static Predicate<JsonNode> parse(String text) {
    DriveQuery query = new DriveQuery();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      query.tokens.add(matcher.group(1));
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw invalid();
    }
    return query.predicate();
  }

  /** Ids of the folders that a query names as parents. */
  static List<String> parents(String text) {
    return PARENT.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private Predicate<JsonNode> predicate() {
    if (tokens.isEmpty()) {
      return _ -> true;
    }
    Predicate<JsonNode> predicate = either();
    if (at < tokens.size()) {
      throw invalid();
    }
    return predicate;
  }

  private Predicate<JsonNode> either() {
    Predicate<JsonNode> left = both();
    while (take("or")) {
      left = left.or(both());
    }
    return left;
  }

  private Predicate<JsonNode> both() {
    Predicate<JsonNode> left = term();
    while (take("and")) {
      left = left.and(term());
    }
    return left;
  }

  private Predicate<JsonNode> term() {
    if (take("not")) {
      return term().negate();
    }
    if (take("(")) {
      Predicate<JsonNode> inner = either();
      if (!take(")")) {
        throw invalid();
      }
      return inner;
    }
    String left = next();
    String operator = next();
    if (operator.equals("has")) {
      return has(left);
    }
    String right = next();
    return operator.equals("in") ? in(left, right) : comparison(left, operator, literal(right));
  }

  /** {@code 'id' in parents}, {@code 'mail' in owners|writers|readers}. */
  private static Predicate<JsonNode> in(String left, String right) {
    String wanted = literal(left);
    return switch (right) {
      case "parents" -> file -> contains(file.path("parents"), wanted);
      case "owners" -> file -> holds(file, wanted, List.of("owner"));
      case "writers" -> file -> holds(file, wanted, List.of("owner", "writer"));
      case "readers" ->
          file -> holds(file, wanted, List.of("owner", "writer", "commenter", "reader"));
      default -> throw invalid();
    };
  }

  /** {@code appProperties has { key='k' and value='v' }}. */
  private Predicate<JsonNode> has(String field) {
    if (!field.equals("properties") && !field.equals("appProperties")) {
      throw invalid();
    }
    demand("{", "key", "=");
    String key = literal(next());
    demand("and", "value", "=");
    String value = literal(next());
    demand("}");
    return file -> file.path(field).path(key).asText("").equals(value);
  }

  private void demand(String... words) {
    for (String word : words) {
      if (!take(word)) {
        throw invalid();
      }
    }
  }

  private static boolean contains(JsonNode list, String wanted) {
    for (JsonNode item : list) {
      if (item.asText().equals(wanted) || wanted.equals("root")) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(JsonNode file, String email, List<String> roles) {
    for (JsonNode item : file.path("permissions")) {
      boolean same =
          item.path("emailAddress").asText("").equalsIgnoreCase(email) || email.equals("me");
      if (same && roles.contains(item.path("role").asText())) {
        return true;
      }
    }
    return false;
  }

  private static Predicate<JsonNode> comparison(String field, String operator, String wanted) {
    return switch (field) {
      case "name", "title" -> text("name", operator, wanted);
      case "fullText" -> text("name", "contains", wanted);
      case "mimeType" -> text("mimeType", operator, wanted);
      case "trashed", "starred", "sharedWithMe" -> flag(field, operator, wanted);
      case "modifiedTime", "createdTime", "viewedByMeTime" -> time(field, operator, wanted);
      default -> throw invalid();
    };
  }

  private static Predicate<JsonNode> text(String field, String operator, String wanted) {
    String lower = wanted.toLowerCase(Locale.ROOT);
    return switch (operator) {
      case "=" -> file -> file.path(field).asText().equalsIgnoreCase(wanted);
      case "!=" -> file -> !file.path(field).asText().equalsIgnoreCase(wanted);
      case "contains" -> file -> file.path(field).asText().toLowerCase(Locale.ROOT).contains(lower);
      default -> throw invalid();
    };
  }

  private static Predicate<JsonNode> flag(String field, String operator, String wanted) {
    boolean value = wanted.equals("true") == operator.equals("=");
    return file -> file.path(field).asBoolean(false) == value;
  }

  private static Predicate<JsonNode> time(String field, String operator, String wanted) {
    String moment = padded(wanted);
    IntPredicate holds = order(operator);
    return file -> holds.test(padded(file.path(field).asText("0001-01-01")).compareTo(moment));
  }

  private static IntPredicate order(String operator) {
    return switch (operator) {
      case "<" -> order -> order < 0;
      case "<=" -> order -> order <= 0;
      case ">" -> order -> order > 0;
      case ">=" -> order -> order >= 0;
      case "=" -> order -> order == 0;
      case "!=" -> order -> order != 0;
      default -> throw invalid();
    };
  }

  private static String padded(String time) {
    String whole = time.length() == 10 ? time + "T00:00:00" : time;
    if (whole.length() < 19) {
      throw invalid();
    }
    return whole.substring(0, 19);
  }

  private boolean take(String token) {
    if (at < tokens.size() && tokens.get(at).equalsIgnoreCase(token)) {
      at++;
      return true;
    }
    return false;
  }

  private String next() {
    if (at >= tokens.size()) {
      throw invalid();
    }
    return tokens.get(at++);
  }

  private static String literal(String token) {
    boolean quoted = token.startsWith("'") || token.startsWith("\"");
    return quoted ? token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1") : token;
  }

  private static ApiError invalid() {
    return ApiError.drive(400, "invalid", "Invalid Value", "q");
  }
}
