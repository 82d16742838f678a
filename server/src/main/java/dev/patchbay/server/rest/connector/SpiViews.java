package dev.patchbay.server.rest.connector;

import dev.patchbay.model.connector.CheckResult;
import dev.patchbay.model.connector.ConnectorKind;
import dev.patchbay.model.connector.ConnectorTypeView;
import dev.patchbay.model.connector.Guarantee;
import dev.patchbay.model.connector.TargetDescription;
import dev.patchbay.model.intake.IntakeTypeView;
import dev.patchbay.model.plugin.SettingField;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.model.service.ServiceCheck;
import dev.patchbay.model.service.ServiceTypeView;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.ConnectorType;
import dev.patchbay.spi.Description;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.intake.IntakeType;
import dev.patchbay.spi.message.MessageTargetType;
import dev.patchbay.spi.service.ServiceType;
import dev.patchbay.spi.store.FileStoreType;
import java.util.List;

/** What plugins say, in the words of the API. */
final class SpiViews {
  private SpiViews() {}

  static ConnectorTypeView type(ConnectorType type) {
    return new ConnectorTypeView(
        type.name(),
        type.version(),
        type.label(),
        ConnectorKind.ROWS,
        guarantee(type.guarantee()),
        fields(type.settings()),
        fields(type.targetSettings()),
        modes(type));
  }

  private static List<WriteMode> modes(ConnectorType type) {
    return type.modes().stream().map(mode -> WriteMode.valueOf(mode.name())).sorted().toList();
  }

  static ConnectorTypeView type(FileStoreType type) {
    return new ConnectorTypeView(
        type.name(),
        type.version(),
        type.label(),
        ConnectorKind.FILES,
        Guarantee.PROBE,
        fields(type.settings()),
        List.of(),
        List.of());
  }

  /** What was taken cannot be asked for. */
  static ConnectorTypeView type(MessageTargetType type) {
    return new ConnectorTypeView(
        type.name(),
        type.version(),
        type.label(),
        ConnectorKind.MESSAGES,
        Guarantee.NONE,
        fields(type.settings()),
        List.of(),
        List.of());
  }

  static IntakeTypeView type(IntakeType type) {
    return new IntakeTypeView(type.name(), type.version(), type.label(), fields(type.settings()));
  }

  static ServiceTypeView type(ServiceType type) {
    return new ServiceTypeView(type.name(), type.version(), type.label(), fields(type.settings()));
  }

  static ServiceCheck check(List<CheckReport.Step> found) {
    var steps =
        found.stream()
            .map(step -> new ServiceCheck.Step(step.name(), step.ok(), step.message()))
            .toList();
    return new ServiceCheck(steps.stream().allMatch(ServiceCheck.Step::ok), steps);
  }

  static Guarantee guarantee(dev.patchbay.spi.Guarantee guarantee) {
    return switch (guarantee) {
      case IDEMPOTENT -> Guarantee.IDEMPOTENT;
      case VERSIONED -> Guarantee.VERSIONED;
      case PROBE -> Guarantee.PROBE;
      case NONE -> Guarantee.NONE;
    };
  }

  static CheckResult check(CheckReport report) {
    var steps =
        report.steps().stream()
            .map(step -> new CheckResult.Step(step.name(), step.ok(), step.message()))
            .toList();
    return new CheckResult(report.ok(), guarantee(report.guarantee()), steps);
  }

  static TargetDescription description(Description.Found found) {
    var columns =
        found.columns().stream()
            .map(c -> new TargetDescription.Column(c.place(), c.header(), c.columnId()))
            .toList();
    return new TargetDescription(found.title(), found.uri(), columns);
  }

  private static List<SettingField> fields(List<Setting> settings) {
    return settings.stream().map(SpiViews::field).toList();
  }

  private static SettingField field(Setting setting) {
    return new SettingField(
        setting.name(),
        setting.label(),
        setting.help(),
        SettingField.Kind.valueOf(setting.kind().name()),
        setting.required(),
        setting.secret());
  }
}
