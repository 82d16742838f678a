package dev.patchbay.core.dataset;

import dev.patchbay.model.access.Caller;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.PiiClass;
import dev.patchbay.model.route.Mask;
import dev.patchbay.model.route.PiiPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What one caller is shown of a dataset, as its policy stood at one moment. Thread-safe. */
public final class Veil {
  private final Map<String, PiiClass> usual;
  private final DatasetPolicyDraft policy;
  private final Caller caller;
  private final FieldHash hash;
  private final boolean showsAll;
  private final Map<String, PiiPolicy> shown = new ConcurrentHashMap<>();

  /**
   * A veil.
   *
   * @param usual classes of the fields that the hub knows; all others may hold anything
   */
  public Veil(
      Map<String, PiiClass> usual, DatasetPolicyDraft policy, Caller caller, FieldHash hash) {
    this.usual = Map.copyOf(usual);
    this.policy = policy;
    this.caller = caller;
    this.hash = hash;
    this.showsAll = policy.rules().stream().noneMatch(rule -> rule.isFor(caller));
  }

  /** What a field tells of a person. */
  public PiiClass pii(String field) {
    var own = policy.classes().get(field);
    return own == null ? usual(field) : own;
  }

  /** What it tells of a person unless the policy says otherwise. */
  public PiiClass usual(String field) {
    return usual.getOrDefault(field, PiiClass.FREE_TEXT);
  }

  /** How a field is shown. */
  public PiiPolicy show(String field) {
    return shown.computeIfAbsent(field, id -> policy.show(caller, id, pii(id)));
  }

  /** Whether no rule is about the caller, so that every field is shown as it is. */
  public boolean showsAll() {
    return showsAll;
  }

  /** Whether a field is shown otherwise than it is. */
  public boolean hides(String field) {
    return show(field) != PiiPolicy.ALLOW;
  }

  /** A text as it is shown; null if it is not. */
  public @Nullable String text(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (show(field)) {
      case ALLOW -> text;
      case MASK -> Mask.of(text);
      case HASH -> hash.of(text);
      case DROP -> null;
    };
  }

  /** What is no text, as it is shown: as it is or not at all. */
  public <T> @Nullable T other(String field, @Nullable T value) {
    return hides(field) ? null : value;
  }

  /** Values as they are shown, by field; those that are not shown are left out. */
  public Map<String, Object> values(Map<String, Object> values) {
    if (showsAll) {
      return values;
    }
    var left = new LinkedHashMap<String, Object>();
    values.forEach(
        (field, value) -> {
          if (!hides(field)) {
            left.put(field, value);
          } else if (value instanceof String text && show(field) != PiiPolicy.DROP) {
            left.put(field, Objects.requireNonNull(text(field, text)));
          }
        });
    return left;
  }

  /**
   * Whether the caller may be handed what was shown so before.
   *
   * @param before how, by field
   * @return the first field that is hidden now and was not then, null if there is none
   */
  public @Nullable String concealed(Map<String, PiiPolicy> before) {
    return before.entrySet().stream()
        .filter(field -> field.getValue() != PiiPolicy.DROP)
        .filter(field -> hides(field.getKey()) && show(field.getKey()) != field.getValue())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** Tells apart what callers are shown; empty if everything is. */
  public String mark() {
    return policy.rules().isEmpty() ? "" : Integer.toHexString((policy + " " + caller).hashCode());
  }
}
