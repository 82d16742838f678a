package dev.patchbay.console.viewmodel.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.patchbay.console.fake.FakeRoutes;
import dev.patchbay.console.viewmodel.ChangeKind;
import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.routes.MappingLine.Verdict;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.Preview;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MappingModelTest {
  private final Desk desk = Desk.with(1000);
  private final MappingModel model = new MappingModel(desk.session, "requests", desk.notices::add);

  MappingModelTest() {
    desk.tasks.settle();
    rest();
  }

  @AfterEach
  void close() {
    model.close();
    desk.close();
  }

  /** Typing rests, so the preview follows. */
  private void rest() {
    desk.tasks.pass(MappingPreview.REST);
    desk.tasks.settle();
  }

  private EventField field(String pointer) {
    return model.fields().get().stream()
        .filter(one -> one.pointer().equals(pointer))
        .findFirst()
        .orElseThrow();
  }

  private MappingLine line(String header) {
    return model.lines().get().stream()
        .filter(one -> one.header().equals(header))
        .findFirst()
        .orElseThrow();
  }

  private ColumnMapping mapping(String header) {
    return Objects.requireNonNull(line(header).mapping());
  }

  private RouteView published() {
    return Objects.requireNonNull(desk.hub.routes.byName.get("requests"));
  }

  private void somebodyElseRemovesTheCost() {
    desk.hub.routes.store(MappingEdits.remove(published().route(), "cost"), "boris");
  }

  @Test
  void showsTheSheetsRealColumnsInTheirOrderWithWhatIsMapped() {
    assertThat(model.lines().get())
        .extracting(MappingLine::header)
        .containsExactly(
            "Request",
            "Service",
            "State",
            "Address",
            "Requested",
            "Inspection",
            "Cost",
            "Reporter");
    assertThat(line("Address").mapping()).isNull();
    assertThat(mapping("Requested").source()).isEqualTo("/data/requestedAt");
  }

  @Test
  void noticesAColumnThatPeopleRenamed() {
    assertThat(line("State").renamedFrom()).isEqualTo("Status");
    assertThat(line("Service").renamedFrom()).isNull();
  }

  @Test
  void offersTheContractsFieldsAndWhatASampleHasBeyondThem() {
    assertThat(field("/data/zip").description()).isEqualTo("Postal code, as text");
    assertThat(field("/data/attributes/cost"))
        .extracting(EventField::name, EventField::description)
        .containsExactly("attributes.cost", null);
    assertThat(field("/time").name()).isEqualTo("event time");
    assertThat(model.fields().get().getFirst().pointer()).startsWith("/data/");
  }

  @Test
  void startsAtTheFirstFreeColumnAndMovesOnAsFieldsAreMapped() {
    assertThat(model.current().get()).isEqualTo(3);
    model.map(field("/data/address"));
    assertThat(model.current().get()).isEqualTo(7);
    assertThat(mapping("Address").source()).isEqualTo("/data/address");
  }

  @Test
  void givesAMappedFieldTheTypeThatSuitsIt() {
    model.map(field("/data/public"), 3);
    assertThat(mapping("Address").type()).isEqualTo(CellType.BOOLEAN);
    model.map(field("/data/requestedAt"), 3);
    assertThat(mapping("Address").type()).isEqualTo(CellType.DATE_TIME);
  }

  @Test
  void aFieldDroppedBelowTheLastColumnBecomesANewOne() {
    model.mapNew(field("/data/supporters"));
    var added = model.lines().get().getLast();
    assertThat(List.of(added.place(), added.header())).containsExactly("", "Supporters");
  }

  @Test
  void everySampleRowIsJudgedByColumn() {
    assertThat(line("Inspection").verdict())
        .isEqualTo(new Verdict(19, 1, "“next Tuesday” is no date."));
    assertThat(line("Service").verdict()).isEqualTo(new Verdict(20, 0, null));
    assertThat(line("Address").verdict()).isEqualTo(Verdict.NONE);
  }

  @Test
  void aTypeErrorShowsAsSoonAsTypingRests() {
    model.setType("service", CellType.INTEGER);
    rest();
    assertThat(line("Service").verdict().failing()).isEqualTo(20);
    assertThat(line("Service").verdict().firstError()).endsWith("is no whole number.");
  }

  @Test
  void typingAsksForOnePreviewAndNotForOneALetter() {
    desk.hub.calls.clear();
    for (var typed : List.of("u", "up", "upp", "uppe", "upper")) {
      model.setTransforms("service", typed);
    }
    rest();
    assertThat(desk.hub.calls).containsExactly("POST /routes/preview");
    assertThat(Objects.requireNonNull(model.preview().get()).rows().getFirst().cells())
        .extracting(Preview.Cell::text)
        .contains("TREE PRUNING");
  }

  @Test
  void anOvertakenPreviewIsNotShown() {
    model.setType("service", CellType.INTEGER);
    desk.tasks.pass(MappingPreview.REST);
    model.setType("service", CellType.TEXT);
    desk.tasks.settle();
    assertThat(line("Service").verdict().failing()).isZero();
  }

  @Test
  void aRefusedPreviewSaysWhyAndTheNextOneClearsIt() {
    desk.hub.refuseNext(400, "Invalid", "There is no transform uper.");
    model.setTransforms("service", "uper");
    rest();
    assertThat(Notice.sentence(Objects.requireNonNull(model.previewFailure().get())))
        .isEqualTo("There is no transform uper.");
    model.setTransforms("service", "upper");
    rest();
    assertThat(model.previewFailure().get()).isNull();
  }

  @Test
  void undoAndRedoGoStepByStepAndTypingIsOneStep() {
    var before = mapping("Service");
    model.setType("service", CellType.LINK);
    model.setTransforms("service", "u");
    model.setTransforms("service", "upper");
    var after = mapping("Service");
    model.undo();
    assertThat(mapping("Service").transforms()).isEmpty();
    assertThat(mapping("Service").type()).isEqualTo(CellType.LINK);
    model.undo();
    assertThat(mapping("Service")).isEqualTo(before);
    assertThat(model.canUndo().get()).isFalse();
    assertThat(model.changed().get()).isFalse();
    model.redo();
    model.redo();
    assertThat(mapping("Service")).isEqualTo(after);
    assertThat(model.canRedo().get()).isFalse();
  }

  @Test
  void aNewChangeForgetsWhatWasTakenBack() {
    model.setPii("service", PiiPolicy.MASK);
    model.undo();
    model.setPii("service", PiiPolicy.DROP);
    assertThat(model.canRedo().get()).isFalse();
  }

  @Test
  void publishesTheDraftAsTheNextVersion() {
    model.remove("cost");
    model.setSource("service", "= upper(data.service)");
    assertThat(model.changes())
        .extracting(MappingChange::kind, MappingChange::column)
        .containsExactly(tuple(ChangeKind.CHANGED, "Service"), tuple(ChangeKind.REMOVED, "Cost"));
    model.publish();
    desk.tasks.settle();
    assertThat(published().version()).isEqualTo(2);
    assertThat(published().route().columns())
        .extracting(ColumnMapping::expression)
        .contains("upper(data.service)");
    assertThat(model.changed().get()).isFalse();
    assertThat(desk.lastNotice()).isEqualTo("Version 2 is published.");
  }

  @Test
  void aVersionOfSomebodyElseIsShownBesideMineAndNothingIsLost() {
    somebodyElseRemovesTheCost();
    model.setType("service", CellType.LINK);
    model.publish();
    desk.tasks.settle();
    assertThat(Objects.requireNonNull(model.theirs().get()).changedBy()).isEqualTo("boris");
    assertThat(mapping("Service").type()).isEqualTo(CellType.LINK);
    model.publishOverTheirs();
    desk.tasks.settle();
    assertThat(published().version()).isEqualTo(3);
    assertThat(model.theirs().get()).isNull();
  }

  @Test
  void whatARouteFetchesStaysThoughTheEditorDoesNotShowIt() {
    model.remove("cost");
    model.setSource("service", "/enriched/reporter/name");
    model.publish();
    desk.tasks.settle();
    assertThat(published().version()).isEqualTo(2);
    assertThat(published().route().enrichments()).containsExactly(FakeRoutes.REPORTER);
    assertThat(mapping("Service").source()).isEqualTo("/enriched/reporter/name");
  }

  @Test
  void theirVersionCanBeTakenAndUndoBringsMineBack() {
    somebodyElseRemovesTheCost();
    model.setType("service", CellType.LINK);
    model.publish();
    desk.tasks.settle();
    model.takeTheirs();
    assertThat(mapping("Service").type()).isEqualTo(CellType.TEXT);
    assertThat(model.changed().get()).isFalse();
    model.undo();
    assertThat(mapping("Service").type()).isEqualTo(CellType.LINK);
  }

  @Test
  void pausingTheRouteKeepsUnsavedColumns() {
    model.setType("service", CellType.LINK);
    model.turn();
    desk.tasks.settle();
    assertThat(Objects.requireNonNull(model.stored().get()).route().state())
        .isEqualTo(RouteState.PAUSED);
    assertThat(mapping("Service").type()).isEqualTo(CellType.LINK);
    assertThat(model.changed().get()).isTrue();
  }

  @Test
  void aPauseUndoneAfterPublishingKeepsWhatWasPublished() {
    model.turn();
    desk.tasks.settle();
    model.setType("service", CellType.LINK);
    model.publish();
    desk.tasks.settle();
    Objects.requireNonNull(desk.notices.getFirst().undo()).take();
    desk.tasks.settle();
    assertThat(model.stored().get()).isEqualTo(published());
    assertThat(published().route().state()).isEqualTo(RouteState.ACTIVE);
    assertThat(mapping("Service").type()).isEqualTo(CellType.LINK);
  }

  @Test
  void aDraftSurvivesARefusedKey() {
    model.setType("service", CellType.LINK);
    desk.hub.acceptOnly("pb_new_key");
    model.publish();
    desk.tasks.settle();
    assertThat(desk.session.loggedOut().get()).isTrue();
    desk.session.logInAgain("pb_new_key", () -> {}, _ -> {});
    desk.tasks.settle();
    model.publish();
    desk.tasks.settle();
    assertThat(mapping("Service").type()).isEqualTo(CellType.LINK);
    assertThat(desk.lastNotice()).isEqualTo("Version 2 is published.");
  }

  @Test
  void aDraftLeftBehindIsThereWhenTheEditorIsOpenedAgain() {
    model.setType("service", CellType.LINK);
    model.close();
    try (var again = new MappingModel(desk.session, "requests", desk.notices::add)) {
      desk.tasks.settle();
      assertThat(again.changed().get()).isTrue();
      again.undo();
      assertThat(again.changed().get()).isFalse();
    }
  }

  @Test
  void anUnreachableSheetIsSaidAndItsKnownColumnsCanStillBeMapped() {
    desk.hub.connectors.unreachable("city-sheets");
    model.load();
    desk.tasks.settle();
    assertThat(model.state().get()).isEqualTo(new ListState.Ready());
    assertThat(desk.lastNotice()).isEqualTo("Google does not answer.");
    assertThat(model.lines().get()).extracting(MappingLine::place).containsOnly("");
  }
}
