package dev.patchbay.server.issuing;

import dev.patchbay.server.issuing.maker.TemplateFaults;
import dev.patchbay.server.issuing.setup.Outlets;
import dev.patchbay.server.issuing.setup.PdfFinish;
import dev.patchbay.server.issuing.setup.SigningKey;
import dev.patchbay.server.signature.PdfFinisher;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.ConnectorType;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.WriteMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Connectors that make a document of each row and put it into a file store, mail it, or both.
 * Thread-safe.
 */
public final class DocumentsType implements ConnectorType {
  /** What such connectors say as their type. */
  public static final String NAME = "documents";

  /** Secret that a document system signs with what it tells. */
  static final String CALLBACK_SECRET = "callback-secret";

  /** The one before, which counts while the system gets the new one. */
  static final String FORMER_CALLBACK_SECRET = "former-callback-secret";

  private static final int LANES = 2;

  private final DocumentDesk desk;
  private final PdfFinisher finisher;
  private final TemplateFaults templates;

  /** With whoever stamps and signs. */
  public DocumentsType(DocumentDesk desk, PdfFinisher finisher, TemplateFaults templates) {
    this.desk = desk;
    this.finisher = finisher;
    this.templates = templates;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String label() {
    return "Documents";
  }

  @Override
  public List<Setting> settings() {
    var exits =
        List.of(
            plain(Outlets.STORE, "File store", "Name of the connector that takes the files."),
            plain(Outlets.MAIL, "E-mail", "Name of the connector that sends the files."),
            secret(
                CALLBACK_SECRET,
                "Secret of callbacks",
                "A document system signs with it what it tells of documents, as Standard Webhooks do:"
                    + " whsec_ and Base64."),
            secret(
                FORMER_CALLBACK_SECRET,
                "Former secret of callbacks",
                "Counts too while the secret is exchanged."));
    return Stream.concat(exits.stream(), PdfFinish.form().stream()).toList();
  }

  private static Setting plain(String name, String label, String help) {
    return new Setting(name, label, help, Kind.TEXT, false, false);
  }

  private static Setting secret(String name, String label, String help) {
    return new Setting(name, label, help, Kind.TEXT, false, true);
  }

  @Override
  public List<SettingFault> faults(Map<String, String> settings) {
    var faults = new ArrayList<>(PdfFinish.faults(settings, finisher));
    if (Outlets.of(settings).isEmpty()) {
      faults.add(
          new SettingFault(Outlets.STORE, "name a file store here, a sender of e-mail, or both"));
    }
    return faults;
  }

  @Override
  public List<Setting> targetSettings() {
    return DocumentPlan.form();
  }

  /** Of documents that go into a store; mail cannot be asked for afterwards. */
  @Override
  public Guarantee guarantee() {
    return Guarantee.PROBE;
  }

  @Override
  public String targetIdentity(Target target) {
    return DocumentPlan.of(target).identity();
  }

  @Override
  public List<SettingFault> targetFaults(Target target, Map<String, String> settings) {
    var plan = DocumentPlan.of(target);
    var unfit = PlanFaults.of(plan, Outlets.of(settings), PdfFinish.isAskedFor(settings));
    var missing = templates.of(plan.template(), plan.version(), plan.format());
    return Stream.concat(missing.stream(), unfit.stream()).toList();
  }

  /** Each event is a document of its own. */
  @Override
  public Set<WriteMode> modes() {
    return Set.of(WriteMode.APPEND);
  }

  @Override
  public int lanes(Target target) {
    return LANES;
  }

  @Override
  public RowTarget create(ConnectorContext context) {
    var key = new SigningKey(context.secrets(), finisher, context.clock());
    return new DocumentsTarget(
        context.name(),
        Outlets.of(context.settings()),
        PdfFinish.of(context.settings(), key),
        context.secrets(),
        desk);
  }
}
