package dev.patchbay.core.readmodel;

import static dev.patchbay.core.readmodel.DatasetField.chooses;
import static dev.patchbay.core.readmodel.DatasetField.flag;
import static dev.patchbay.core.readmodel.DatasetField.text;
import static dev.patchbay.core.readmodel.DatasetField.time;

import dev.patchbay.model.dataset.PiiClass;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the read model holds: the fields that have a meaning of their own. What a route adds to them
 * is kept and shown as it comes.
 */
public enum Dataset {
  /** Citizens' requests. */
  REQUESTS(
      List.of(
          text("title", "Title", PiiClass.FREE_TEXT),
          chooses("status", "Status", PiiClass.NONE),
          chooses("category", "Category", PiiClass.NONE),
          chooses("assignee", "Assignee", PiiClass.ID),
          text("description", "Description", PiiClass.FREE_TEXT),
          text("address", "Address", PiiClass.ADDRESS),
          time("requestedAt", "Requested at"),
          time("updatedAt", "Updated at")),
      Map.ofEntries(
          Map.entry("statusNotes", PiiClass.FREE_TEXT),
          Map.entry("zip", PiiClass.ADDRESS),
          Map.entry("lat", PiiClass.ADDRESS),
          Map.entry("long", PiiClass.ADDRESS),
          Map.entry("service", PiiClass.NONE),
          Map.entry("district", PiiClass.NONE),
          Map.entry("priority", PiiClass.NONE),
          Map.entry("channel", PiiClass.NONE),
          Map.entry("agency", PiiClass.NONE),
          Map.entry("supporters", PiiClass.NONE),
          Map.entry("public", PiiClass.NONE),
          Map.entry("expectedAt", PiiClass.NONE),
          Map.entry("closedAt", PiiClass.NONE))),

  /** What people wrote about requests. */
  COMMENTS(
      List.of(
          chooses("requestId", "Request", PiiClass.NONE),
          text("text", "Text", PiiClass.FREE_TEXT),
          chooses("authorId", "Author", PiiClass.ID),
          text("authorName", "Name of the author", PiiClass.NAME),
          text("authorEmail", "E-mail address of the author", PiiClass.CONTACT),
          flag("public", "Public"),
          time("createdAt", "Created at"),
          time("updatedAt", "Updated at")),
      Map.of("mediaUrl", PiiClass.FREE_TEXT)),

  /** People whom the core services know. */
  USERS(
      List.of(
          text("name", "Name", PiiClass.NAME),
          chooses("email", "E-mail address", PiiClass.CONTACT),
          text("phone", "Phone number", PiiClass.CONTACT),
          chooses("role", "Role", PiiClass.NONE),
          chooses("language", "Language", PiiClass.NONE),
          flag("active", "Active"),
          text("address", "Address", PiiClass.ADDRESS),
          text("zip", "Postal code", PiiClass.ADDRESS),
          time("createdAt", "Created at"),
          time("updatedAt", "Updated at")),
      Map.of());

  /** What rows are found and paged by. */
  public static final String KEY = "id";

  /** Says that a row is neither shown nor counted. */
  public static final DatasetField DELETED = flag("deleted", "Deleted");

  @SuppressWarnings("ImmutableEnumChecker") // it cannot be changed
  private final List<DatasetField> fields;

  @SuppressWarnings("ImmutableEnumChecker") // it cannot be changed
  private final Map<String, PiiClass> classes;

  Dataset(List<DatasetField> fields, Map<String, PiiClass> further) {
    this.fields = fields;
    var all = new LinkedHashMap<>(further);
    fields.forEach(field -> all.put(field.id(), field.pii()));
    all.put(KEY, PiiClass.NONE);
    this.classes = Map.copyOf(all);
  }

  /** As people and the API call it. */
  public String called() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As a heading. */
  public String title() {
    return name().charAt(0) + called().substring(1);
  }

  /** Its fields in their usual order, without {@link #KEY} and {@link #DELETED}. */
  public List<DatasetField> fields() {
    return fields;
  }

  /** What its fields tell of people, those that the usual route adds included. */
  public Map<String, PiiClass> classes() {
    return classes;
  }

  /** The dataset of that name. */
  public static Optional<Dataset> of(String name) {
    return Arrays.stream(values()).filter(one -> one.called().equals(name)).findFirst();
  }

  /** All names, for people. */
  public static String names() {
    return Arrays.stream(values()).map(Dataset::called).collect(Collectors.joining(", "));
  }
}
