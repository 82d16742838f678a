package dev.patchbay.console.viewmodel.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.client.TemplatesClient.Form;
import dev.patchbay.console.fake.FakeTemplates;
import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.templates.TemplateModel.Compared;
import dev.patchbay.console.viewmodel.templates.TemplateTrialModel.Shown;
import dev.patchbay.console.viewmodel.templates.TemplateUploadModel.Found;
import dev.patchbay.model.template.TemplateDetail;
import dev.patchbay.model.template.TemplateDiff;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.model.template.TemplateVersionView;
import dev.patchbay.model.template.TemplateView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateModelTest {
  private static final String LETTER = "Confirmation";

  private final Desk desk = Desk.with(10);
  private final List<TemplateUploadModel> forms = new ArrayList<>();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    desk.close();
  }

  private TemplateModel letter() {
    var model = new TemplateModel(desk.session, LETTER, desk.notices::add);
    desk.tasks.settle();
    return model;
  }

  private TemplateDetail stored(String name) {
    return Objects.requireNonNull(desk.hub.templates.byName.get(name));
  }

  private static TemplateVersionView shown(TemplateModel model) {
    return Objects.requireNonNull(model.shown().get());
  }

  private TemplateUploadModel chosen(TemplateModel model, String content) throws IOException {
    var file = Files.writeString(folder.resolve("letter.docx"), content);
    model.begin(file, forms::add);
    desk.tasks.settle();
    return forms.getLast();
  }

  @Test
  void theVersionInUseIsLookedAtFirstAndComparedWithTheOneBefore() {
    var model = letter();
    assertThat(shown(model).number()).isEqualTo(2);
    assertThat(model.compared().get())
        .isEqualTo(
            new Compared.Known(
                new TemplateDiff(1, 2, List.of("status"), List.of(), List.of(), List.of())));
    model.look(1);
    desk.tasks.settle();
    assertThat(((Compared.Known) model.compared().get()).diff().from()).isEqualTo(2);
    assertThat(model.others()).containsExactly(2);
  }

  @Test
  void anOlderVersionIsUsedAgainUnlessSomebodyWasFaster() {
    var model = letter();
    var other = letter();
    model.look(1);
    model.activate(shown(model));
    desk.tasks.settle();
    assertThat(stored(LETTER).template().active()).isEqualTo(1);
    assertThat(model.isActive(shown(model))).isTrue();
    assertThat(desk.lastNotice())
        .isEqualTo("Confirmation: documents are made of version 1 from now on.");

    other.activate(shown(other));
    desk.tasks.settle();
    assertThat(desk.lastNotice()).startsWith("Somebody changed this template");
    assertThat(stored(LETTER).template().active()).isEqualTo(1);
    assertThat(other.isActive(shown(other))).as("what stands now is shown").isFalse();
  }

  @Test
  void aTemplateIsDeletedUnlessTheHubKeepsIt() {
    var told = new ArrayList<String>();
    letter().delete(() -> told.add("gone"), told::add);
    desk.tasks.settle();
    assertThat(told).containsExactly("Documents of the route 'Letters' are made of it.");
    var receipt = new TemplateModel(desk.session, "Receipt", desk.notices::add);
    desk.tasks.settle();
    receipt.delete(() -> told.add("gone"), told::add);
    desk.tasks.settle();
    assertThat(told).last().isEqualTo("gone");
    assertThat(desk.hub.templates.byName).containsOnlyKeys(LETTER);
    assertThat(desk.lastNotice()).isEqualTo("The template Receipt is deleted.");
  }

  @Test
  void pagesAreMadeOnceAndLeafedThrough() {
    var model = letter();
    var trial = model.trial();
    assertThat(trial.event().get()).as("the newest event of its contract").isEqualTo("019a-999");
    trial.run();
    desk.tasks.settle();
    assertThat(page(trial)).isEqualTo(1);
    trial.previous();
    assertThat(page(trial)).isEqualTo(1);
    trial.next();
    desk.tasks.settle();
    assertThat(page(trial)).isEqualTo(2);
    trial.next();
    trial.previous();
    assertThat(page(trial)).as("at once, it is known").isEqualTo(1);
    assertThat(desk.hub.templates.trials).hasSize(2);

    var picture = ((Shown.Page) trial.shown().get()).picture();
    assertThat(picture.missingFonts()).containsExactly("Calibri");
    assertThat(picture.leftOut()).containsExactly("words of the document: see annex");
    model.look(1);
    assertThat(trial.shown().get()).isEqualTo(new Shown.Nothing(true));
  }

  @Test
  void anEventThatIsFilledInIsOneToTryItOn() {
    var trial = new TemplateModel(desk.session, LETTER, desk.notices::add).trial();
    assertThat(trial.shown().get()).isEqualTo(new Shown.Nothing(false));
    desk.tasks.settle();
    assertThat(trial.shown().get()).isEqualTo(new Shown.Nothing(true));
    trial.event().set(" ");
    assertThat(trial.shown().get()).isEqualTo(new Shown.Nothing(false));
  }

  @Test
  void aPageThatFailedIsTheOneThatIsMadeAgain() {
    var trial = letter().trial();
    trial.run();
    desk.tasks.settle();
    var kept = Map.copyOf(desk.hub.templates.byName);
    desk.hub.templates.byName.clear();
    trial.next();
    desk.tasks.settle();
    assertThat(((Shown.Failed) trial.shown().get()).page()).isEqualTo(2);

    desk.hub.templates.byName.putAll(kept);
    trial.again();
    desk.tasks.settle();
    assertThat(page(trial)).isEqualTo(2);
  }

  private static int page(TemplateTrialModel trial) {
    return ((Shown.Page) trial.shown().get()).number();
  }

  @Test
  void filesOfAnHtmlTemplateEndInHtml() {
    var word = stored(LETTER);
    var view = word.template();
    var html =
        new TemplateView(
            LETTER,
            TemplateKind.HTML,
            view.contract(),
            view.active(),
            view.newest(),
            view.version(),
            view.changedAt(),
            view.changedBy());
    desk.hub.templates.byName.put(LETTER, new TemplateDetail(html, word.versions(), List.of()));

    assertThat(letter().form().ending()).isEqualTo("html");
  }

  @Test
  void aDocumentIsPutOnThisComputer() {
    var model = letter();
    model.trial().save(Form.DOCX, folder.resolve("letter.docx"));
    model.save(shown(model), folder.resolve("template.docx"));
    desk.tasks.settle();
    assertThat(folder.resolve("letter.docx")).hasBinaryContent(FakeTemplates.FILE);
    assertThat(folder.resolve("template.docx")).hasBinaryContent(FakeTemplates.FILE);
    assertThat(desk.hub.templates.trials).containsExactly("2 docx 019a-999");
  }

  @Test
  void anEventThatIsNotThereIsSaidSo() {
    var trial = letter().trial();
    trial.event().set(FakeTemplates.NO_EVENT);
    trial.run();
    desk.tasks.settle();
    assertThat(Notice.sentence(((Shown.Failed) trial.shown().get()).failure()))
        .isEqualTo("event: is the id of no stored event");
  }

  @Test
  void aFileIsKeptOnlyOnceNothingIsWrongWithIt() throws IOException {
    var model = letter();
    var faulty = chosen(model, "faulty");
    assertThat(((Found.Checked) faulty.found().get()).check().problems()).hasSize(3);
    assertThat(faulty.canUpload().get()).isFalse();

    var strange = chosen(model, "unknown");
    assertThat(strange.contract().get()).isEqualTo("request.created");
    assertThat(strange.canUpload().get()).isFalse();
    strange.contract().set("");
    desk.tasks.settle();
    assertThat(strange.canUpload().get()).as("nothing to look it up in").isTrue();
    strange.contract().set("request.created");
    desk.tasks.settle();
    strange.allowUnknown().set(true);
    strange.upload();
    desk.tasks.settle();
    assertThat(stored(LETTER).template().newest()).isEqualTo(3);
    assertThat(stored(LETTER).template().active()).as("not at once").isEqualTo(2);
    assertThat(shown(model).number()).isEqualTo(3);
    assertThat(desk.lastNotice()).isEqualTo("Confirmation: version 3 is kept.");
  }

  @Test
  void whatIsRefusedIsSaidInTheForm() throws IOException {
    var model = letter();
    var form = chosen(model, "good");
    var other = chosen(letter(), "good");
    other.upload();
    desk.tasks.settle();
    form.upload();
    desk.tasks.settle();
    assertThat(form.problem().get()).startsWith("Somebody changed this template");
    assertThat(form.busy().get()).isFalse();
    assertThat(shown(model).number()).isEqualTo(2);
    assertThat(model.others()).as("what stands now is shown").containsExactly(3, 1);

    upload(form);
    assertThat(stored(LETTER).template().newest()).as("and it is done again").isEqualTo(4);
  }

  @Test
  void aFileOnTheListIsKeptAtTheSecondGoThoughSomebodyWasFaster() throws IOException {
    var form = dropped(LETTER + ".docx");
    upload(chosen(letter(), "good"));
    upload(form);
    assertThat(form.problem().get()).startsWith("Somebody changed this template");
    upload(form);
    assertThat(stored(LETTER).template().newest()).isEqualTo(4);
  }

  private TemplateUploadModel dropped(String file) throws IOException {
    var list = new TemplatesModel(desk.session, desk.notices::add);
    desk.tasks.settle();
    list.begin(Files.writeString(folder.resolve(file), "good"), forms::add);
    desk.tasks.settle();
    return forms.getLast();
  }

  private void upload(TemplateUploadModel form) {
    form.upload();
    desk.tasks.settle();
  }

  @Test
  void aFileNamedAsATemplateBecomesItsNextVersion() throws IOException {
    var form = dropped(LETTER + ".docx");
    assertThat(form.isNew()).isFalse();
    upload(form);
    assertThat(stored(LETTER).template().newest()).isEqualTo(3);
  }

  @Test
  void aNameThatIsTakenIsSaidSo() throws IOException {
    var form = dropped("letter.docx");
    form.name().set(LETTER);
    upload(form);
    assertThat(form.problem().get()).startsWith("There is a template Confirmation already.");
    assertThat(stored(LETTER).template().newest()).isEqualTo(2);
    form.name().set("Letter");
    upload(form);
    assertThat(desk.lastNotice()).isEqualTo("Letter: version 1 is kept.");
  }

  @Test
  void aFileWhoseNameIsRefusedIsLookedOverOnceItIsRenamed() throws IOException {
    var form = dropped("letters" + FakeTemplates.WRONG + "more.docx");
    assertThat(form.found().get()).isInstanceOf(Found.Failed.class);
    form.name().set("Letters and more");
    assertThat(desk.tasks.waiting()).as("somebody may still be typing").isZero();
    desk.tasks.pass(TemplateUploadModel.TYPING);
    desk.tasks.settle();
    assertThat(form.found().get()).isInstanceOf(Found.Checked.class);
    upload(form);
    assertThat(desk.lastNotice()).isEqualTo("Letters and more: version 1 is kept.");
  }

  @Test
  void nothingComesOfWhatIsUnderWayWhenTheScreenIsClosed() throws IOException {
    var file = Files.writeString(folder.resolve("letter.docx"), "good");
    var list = new TemplatesModel(desk.session, desk.notices::add);
    var model = letter();
    list.begin(file, forms::add);
    model.begin(file, forms::add);
    model.trial().event().set("");
    model.trial().offer("request.created");
    list.close();
    model.close();
    desk.tasks.settle();
    assertThat(forms).isEmpty();
    assertThat(model.trial().event().get()).isEmpty();
  }

  @Test
  void aTemplateThatIsGoneIsSaidSo() {
    desk.hub.templates.byName.clear();
    assertThat(letter().state().get()).isInstanceOf(ListState.Failed.class);
    var list = new TemplatesModel(desk.session, desk.notices::add);
    desk.tasks.settle();
    assertThat(list.state().get()).isEqualTo(new ListState.NothingYet());
  }
}
