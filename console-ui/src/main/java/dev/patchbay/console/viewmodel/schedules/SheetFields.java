package dev.patchbay.console.viewmodel.schedules;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.viewmodel.Typed;
import dev.patchbay.console.viewmodel.Typed.NotTypedException;
import dev.patchbay.model.job.SheetPlace;
import dev.patchbay.model.plugin.SettingField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The tab of a sheet that an export keeps, in the form of a schedule. */
public final class SheetFields {
  /** Where the hub tells what is wrong with the connector. */
  public static final String CONNECTOR = "/export/sheet/connector";

  /** Where it tells what is wrong with a setting of the tab, without the name of that. */
  public static final String TARGET = "/export/sheet/target/";

  private final Map<String, List<SettingField>> connectors;
  private final @Nullable SheetPlace before;
  private final StringProperty connector = new SimpleStringProperty("");
  private final Map<String, StringProperty> target = new HashMap<>();

  /**
   * Fields.
   *
   * @param connectors what each connector to sheets wants to know of a tab
   */
  SheetFields(Map<String, List<SettingField>> connectors, @Nullable SheetPlace before) {
    this.connectors = connectors;
    this.before = before;
    if (before != null) {
      connector.set(before.connector());
      before.target().forEach((setting, value) -> value(setting).set(value));
    }
  }

  /** Connector to the sheet, empty for none. */
  public StringProperty connector() {
    return connector;
  }

  /** What the chosen connector wants to know of a tab. */
  public List<SettingField> settings() {
    return connectors.getOrDefault(connector.get(), List.of());
  }

  /** What is typed for a setting of the tab. */
  public StringProperty value(String setting) {
    return target.computeIfAbsent(setting, _ -> new SimpleStringProperty(""));
  }

  /** Null where no sheet is kept. */
  @Nullable SheetPlace value() throws NotTypedException {
    if (connector.get().isEmpty()) {
      return null;
    }
    if (settings().isEmpty()) {
      return before;
    }
    var values = new HashMap<String, String>();
    for (var field : settings()) {
      var typed = Typed.orNull(value(field.name()).get());
      if (typed != null) {
        values.put(field.name(), typed);
      } else if (field.required()) {
        throw new NotTypedException(
            TARGET + field.name(), text("connector.missing", field.label()));
      }
    }
    return new SheetPlace(connector.get(), values);
  }
}
