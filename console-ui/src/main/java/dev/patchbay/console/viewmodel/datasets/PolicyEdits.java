package dev.patchbay.console.viewmodel.datasets;

import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.datasets.RuleLine.What;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetView;
import dev.patchbay.model.dataset.PiiClass;
import dev.patchbay.model.dataset.PiiRule;
import dev.patchbay.model.route.PiiPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The rules and classes of a policy that is being written. */
public final class PolicyEdits {
  private static final PiiRule FIRST =
      new PiiRule(Role.VIEWER, null, PiiClass.CONTACT, null, PiiPolicy.MASK);

  /** Rows are found and paged by it, so it is always shown. */
  private static final String KEY = "id";

  private static final Pattern RULE = Pattern.compile("/rules/(\\d{1,4})(/.*)?");
  private static final Pattern CLASS = Pattern.compile("/classes/(.+)");

  private final String dataset;
  private final ReadOnlyObjectWrapper<List<RuleLine>> rules =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<FieldLine>> fields =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<DatasetPolicyDraft> begun;
  private final ReadOnlyObjectWrapper<DatasetPolicyDraft> draft;

  PolicyEdits(String dataset) {
    this.dataset = dataset;
    this.begun = new ReadOnlyObjectWrapper<>(written());
    this.draft = new ReadOnlyObjectWrapper<>(written());
  }

  /** The rules. */
  public ReadOnlyObjectProperty<List<RuleLine>> rules() {
    return rules.getReadOnlyProperty();
  }

  /** The fields but the one that rows are found by. */
  public ReadOnlyObjectProperty<List<FieldLine>> fields() {
    return fields.getReadOnlyProperty();
  }

  /** The policy as it is written so far. */
  public ReadOnlyObjectProperty<DatasetPolicyDraft> draft() {
    return draft.getReadOnlyProperty();
  }

  /** Whether it differs from what it was at first. */
  public BooleanBinding changed() {
    return draft.isNotEqualTo(begun);
  }

  /** What rules can be about. */
  public List<What> what() {
    var classes =
        Stream.of(PiiClass.values())
            .filter(pii -> pii != PiiClass.NONE)
            .map(pii -> new What(pii, null));
    var single = fields.get().stream().map(line -> new What(null, line.field().id()));
    return Stream.concat(classes, single).toList();
  }

  /** What a rule is about, in words for a person. */
  public String words(What what) {
    var pii = what.pii();
    if (pii != null) {
      return text("policy.class", word("piiClass", pii));
    }
    var id = String.valueOf(what.field());
    return text("policy.field", line(id).map(line -> line.field().header()).orElse(id));
  }

  private Optional<FieldLine> line(String field) {
    return fields.get().stream().filter(line -> line.field().id().equals(field)).findFirst();
  }

  /** Begins with what stands. */
  void take(DatasetView view, List<PiiRule> standing) {
    fields.set(
        view.fields().stream()
            .filter(field -> !field.id().equals(KEY))
            .map(FieldLine::new)
            .toList());
    fields.get().forEach(line -> line.pii().subscribe((_, _) -> note()));
    rules.set(standing.stream().map(this::line).toList());
    note();
    begun.set(draft.get());
  }

  /** What was sent stands now; what was written since differs from it. */
  void stands(DatasetPolicyDraft sent) {
    begun.set(sent);
  }

  /** Goes on with what was written before. */
  void restore(DatasetPolicyDraft written) {
    fields
        .get()
        .forEach(
            line -> {
              var field = line.field();
              line.pii().set(written.classes().getOrDefault(field.id(), field.usual()));
            });
    rules.set(written.rules().stream().map(this::line).toList());
    note();
  }

  private RuleLine line(PiiRule rule) {
    var line = new RuleLine(rule);
    line.who().subscribe((_, _) -> note());
    line.what().subscribe((_, _) -> note());
    line.show().subscribe((_, _) -> note());
    return line;
  }

  /** Adds a rule behind the others. */
  public void add() {
    var more = new ArrayList<>(rules.get());
    more.add(line(FIRST));
    rules.set(List.copyOf(more));
    note();
  }

  /** Takes a rule away. */
  public void remove(RuleLine rule) {
    rules.set(rules.get().stream().filter(one -> one != rule).toList());
    note();
  }

  private void note() {
    draft.set(written());
  }

  private DatasetPolicyDraft written() {
    var classes = new TreeMap<String, PiiClass>();
    fields.get().stream()
        .filter(FieldLine::isUnusual)
        .forEach(line -> classes.put(line.field().id(), line.pii().get()));
    return new DatasetPolicyDraft(
        dataset, Map.copyOf(classes), rules.get().stream().map(RuleLine::rule).toList());
  }

  /** Nothing is wrong any more. */
  void forgive() {
    rules.get().forEach(line -> line.blame(""));
    fields.get().forEach(line -> line.blame(""));
  }

  /** Says at each rule and field what is wrong with it; returns in words what has no place here. */
  String blame(List<FieldError> errors) {
    return errors.stream()
        .filter(error -> !isPlaced(error))
        .map(Notice::fault)
        .collect(Collectors.joining("\n"));
  }

  private boolean isPlaced(FieldError error) {
    var rule = RULE.matcher(error.field());
    if (rule.matches()) {
      int at = Integer.parseInt(rule.group(1));
      boolean known = at < rules.get().size();
      if (known) {
        rules.get().get(at).blame(error.message());
      }
      return known;
    }
    var field = CLASS.matcher(error.field());
    return field.matches() && isPlaced(field.group(1), error.message());
  }

  private boolean isPlaced(String field, String message) {
    var line = line(field);
    line.ifPresent(one -> one.blame(message));
    return line.isPresent();
  }
}
