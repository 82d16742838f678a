package dev.patchbay.console.viewmodel.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.navigation.Place;
import dev.patchbay.console.viewmodel.session.SavedView;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SavedViewsModelTest {
  private static final DeliveryQuery DEAD = query("status:dead since:2h \"no room\"");
  private static final SavedView TODAY = new SavedView("Dead", DEAD.written());

  private final Desk desk = Desk.with(10);
  private final SavedViewsModel model = new SavedViewsModel(desk.session, desk.notices::add);

  @AfterEach
  void close() {
    desk.close();
  }

  private static DeliveryQuery query(String written) {
    return DeliveryQuery.parse(written).query();
  }

  @Test
  void aFilterIsKeptUnderANameForTheNextTime() {
    assertThat(model.save(" Dead ", DEAD)).isEmpty();
    assertThat(model.views().getValue()).containsExactly(TODAY);
    assertThat(desk.store.load().getFirst().views()).containsExactly(TODAY);
    assertThat(desk.lastNotice()).isEqualTo("The view “Dead” is saved on this computer.");
  }

  @Test
  void aViewLeadsToItsFilterByALinkThatOpensItAnywhere() {
    assertThat(Place.of(TODAY)).isEqualTo(new Place.Deliveries(DEAD));
    assertThat(Place.of(TODAY).link())
        .isEqualTo(
            URI.create("patchbay://deliveries?q=status%3Adead%20since%3A2h%20%22no%20room%22"));
    assertThat(Place.of(Place.of(TODAY).link())).isEqualTo(Optional.of(Place.of(TODAY)));
  }

  @Test
  void aNameIsNeededAndTakenOnce() {
    model.save("Dead", DEAD);
    assertThat(model.save("  ", DEAD)).contains("Give the view a name.");
    assertThat(model.save("dead", query("key:7"))).contains("There is a view “dead” already.");
    assertThat(model.views().getValue()).containsExactly(TODAY);
  }

  @Test
  void aRenamedViewKeepsItsPlaceAndItsFilter() {
    model.save("Dead", DEAD);
    model.save("Seven", query("key:7"));
    assertThat(model.rename(TODAY, "Seven")).contains("There is a view “Seven” already.");
    assertThat(model.rename(TODAY, "Dead")).isEmpty();
    assertThat(model.rename(TODAY, "Dead today")).isEmpty();
    assertThat(model.views().getValue())
        .containsExactly(
            new SavedView("Dead today", DEAD.written()), new SavedView("Seven", "key:7"));
  }

  @Test
  void aDeletedViewCanBePutBackWhereItWas() {
    model.save("Dead", DEAD);
    model.save("Seven", query("key:7"));
    model.delete(TODAY);
    assertThat(model.views().getValue()).containsExactly(new SavedView("Seven", "key:7"));
    Objects.requireNonNull(desk.notices.getLast().undo()).take();
    assertThat(desk.store.load().getFirst().views())
        .isEqualTo(List.of(TODAY, new SavedView("Seven", "key:7")));
  }
}
