package dev.patchbay.console.viewmodel.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.viewmodel.deliveries.DeliveryQuery;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceTest {
  private static final Place.Deliveries DEAD =
      new Place.Deliveries(DeliveryQuery.parse("status:dead since:2h \"no answer\"").query());

  @Test
  void everyPlaceHasALinkThatLeadsBackToIt() {
    var places =
        List.of(
            new Place.Deliveries(DeliveryQuery.ALL),
            DEAD,
            new Place.Delivery("12-4711-019ac0de"),
            new Place.Routes(),
            new Place.Mapping("street lights"),
            new Place.Connectors(),
            new Place.Datasets(),
            new Place.Policy("requests"),
            new Place.Templates(),
            new Place.Template("Confirmation"),
            new Place.Documents(),
            new Place.Jobs(),
            new Place.Imports());
    assertThat(places).allSatisfy(place -> assertThat(Place.of(place.link())).contains(place));
  }

  @Test
  void aLinkOfSomebodyElseLeadsNowhere() {
    assertThat(
            List.of(
                Place.of(URI.create("https://deliveries")),
                Place.of(URI.create("patchbay://elsewhere")),
                Place.of(URI.create("patchbay:deliveries"))))
        .containsOnly(Optional.empty());
  }

  @Test
  void backAndForwardRetraceTheWay() {
    var navigator = new Navigator(new Place.Routes());
    navigator.go(DEAD);
    navigator.go(DEAD);
    navigator.go(new Place.Connectors());
    navigator.back();
    assertThat(navigator.place().get()).isEqualTo(DEAD);
    navigator.back();
    assertThat(navigator.canGoBack().get()).isFalse();
    navigator.forward();
    assertThat(navigator.place().get()).isEqualTo(DEAD);
    navigator.go(new Place.Routes());
    assertThat(navigator.canGoForward().get()).isFalse();
  }
}
