package dev.patchbay.console.view.templates;

import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Command;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.FileDrop;
import dev.patchbay.console.view.control.ListCard;
import dev.patchbay.console.view.control.ListPage;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.view.control.Placeholder;
import dev.patchbay.console.view.control.Writable;
import dev.patchbay.console.view.frame.Screen;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.console.viewmodel.navigation.Place;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.console.viewmodel.templates.TemplatesModel;
import dev.patchbay.model.template.TemplateDetail;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.model.template.TemplateView;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All document templates; a new one is chosen, or dropped anywhere on the list. */
public final class TemplatesScreen implements Screen {
  private final Session session;
  private final ShellFrame frame;
  private final TemplatesModel model;
  private final List<Command> commands;
  private final VBox cards = new VBox(10);
  private final VBox root;

  public TemplatesScreen(Session session, ShellFrame frame) {
    this.session = session;
    this.frame = frame;
    this.model = new TemplatesModel(session, frame::notice);
    this.commands =
        List.of(
            Command.of("newTemplate", Feather.UPLOAD, "Ctrl+N", Writable.admin(session), this::ask),
            Command.of("reload", Feather.REPEAT, "Ctrl+R", model::reload));
    var ways = new Placeholder.Ways("templates", this::ask, model::reload, model::reload);
    this.root = ListPage.of(commands.getFirst(), cards, model.state(), ways);
    FileDrop.onto(root, commands.getFirst().enabled(), this::begin);
    model.templates().subscribe(this::show);
  }

  private void ask() {
    frame.openFile(this::begin);
  }

  private void begin(Path file) {
    model.begin(file, form -> frame.overlay(new TemplateUploadDialog(form, frame, this::uploaded)));
  }

  private void uploaded(TemplateDetail detail) {
    frame.go(new Place.Template(detail.template().name()));
  }

  private void show(List<TemplateView> templates) {
    Controls.replace(cards, templates.stream().map(this::card).toList());
  }

  private Node card(TemplateView view) {
    var used = new Pill().show(text("templates.active", view.active()), "good");
    var name =
        row(10, icon(Feather.FILE_TEXT, "card-icon"), label(view.name(), "card-title"), used);
    var contract = view.contract();
    var purpose = contract == null ? label(anyPurpose(view), "muted") : label(contract, "mono");
    var facts =
        text(
            "templates.facts",
            view.newest(),
            view.changedBy(),
            When.ago(view.changedAt(), session.now()));
    return ListCard.of(
        "template-" + view.name(), List.of(name, purpose, label(facts, "muted")), open(view));
  }

  private static String anyPurpose(TemplateView view) {
    return text(view.kind() == TemplateKind.XLSX ? "templates.workbook" : "templates.noContract");
  }

  private Button open(TemplateView view) {
    var open = new Button(text("templates.open"), icon(Feather.CHEVRON_RIGHT));
    Controls.tell(open, "open-" + view.name(), view.name());
    open.setMinWidth(Button.USE_PREF_SIZE);
    open.setOnAction(_ -> frame.go(new Place.Template(view.name())));
    return open;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public List<Command> commands() {
    return commands;
  }

  @Override
  public void close() {
    model.close();
  }
}
