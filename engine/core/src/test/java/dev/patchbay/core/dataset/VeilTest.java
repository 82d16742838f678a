package dev.patchbay.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.readmodel.FieldUse;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.PiiClass;
import dev.patchbay.model.dataset.PiiRule;
import dev.patchbay.model.request.CountFilter;
import dev.patchbay.model.request.RequestFilter;
import dev.patchbay.model.request.RequestSort;
import dev.patchbay.model.request.RequestSummary;
import dev.patchbay.model.request.RequestSummary.DayCount;
import dev.patchbay.model.request.RequestSummary.NamedCount;
import dev.patchbay.model.route.PiiPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VeilTest {
  private static final FieldHash HASH = new FieldHash(bytes("a secret of the hub"));
  private static final Map<String, PiiClass> CLASSES =
      Map.of("title", PiiClass.FREE_TEXT, "name", PiiClass.NAME, "status", PiiClass.NONE);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Veil veil(Role role, PiiRule... rules) {
    var policy = new DatasetPolicyDraft("requests", Map.of(), List.of(rules));
    return new Veil(CLASSES, policy, new Caller("anna", role), HASH);
  }

  private static PiiRule ofRole(Role role, PiiClass pii, PiiPolicy show) {
    return new PiiRule(role, null, pii, null, show);
  }

  private static PiiRule ofField(String field, PiiPolicy show) {
    return new PiiRule(null, null, null, field, show);
  }

  @Test
  void whatNoRuleIsAboutIsShown() {
    var veil = veil(Role.VIEWER, ofRole(Role.SUPPORT, PiiClass.NAME, PiiPolicy.DROP));
    assertThat(veil.show("name")).isEqualTo(PiiPolicy.ALLOW);
    assertThat(veil.text("name", "Anna")).isEqualTo("Anna");
  }

  @Test
  void aRuleForAUserGoesBeforeOneForARoleAndAFieldBeforeAClass() {
    var everybody = new PiiRule(null, null, PiiClass.NAME, null, PiiPolicy.DROP);
    var viewers = ofRole(Role.VIEWER, PiiClass.NAME, PiiPolicy.MASK);
    var viewersField = new PiiRule(Role.VIEWER, null, null, "name", PiiPolicy.HASH);
    var anna = new PiiRule(null, "anna", PiiClass.NAME, null, PiiPolicy.ALLOW);

    assertThat(veil(Role.VIEWER, everybody).show("name")).isEqualTo(PiiPolicy.DROP);
    assertThat(veil(Role.VIEWER, viewers, everybody).show("name")).isEqualTo(PiiPolicy.MASK);
    assertThat(veil(Role.VIEWER, viewersField, viewers, everybody).show("name"))
        .isEqualTo(PiiPolicy.HASH);
    assertThat(veil(Role.VIEWER, viewersField, anna, viewers, everybody).show("name"))
        .isEqualTo(PiiPolicy.ALLOW);
    assertThat(veil(Role.ADMIN, viewersField, viewers, everybody).show("name"))
        .isEqualTo(PiiPolicy.DROP);
  }

  @Test
  void aFieldThatNobodyKnowsMayHoldAnything() {
    var rule = ofRole(Role.VIEWER, PiiClass.FREE_TEXT, PiiPolicy.DROP);
    assertThat(veil(Role.VIEWER, rule).show("added later")).isEqualTo(PiiPolicy.DROP);
    var harmless =
        new DatasetPolicyDraft("requests", Map.of("added later", PiiClass.NONE), List.of(rule));
    assertThat(
            new Veil(CLASSES, harmless, new Caller("anna", Role.VIEWER), HASH).hides("added later"))
        .isFalse();
  }

  @Test
  void valuesAreMaskedHashedOrLeftOut() {
    var veil =
        veil(
            Role.VIEWER,
            ofField("name", PiiPolicy.MASK),
            ofField("title", PiiPolicy.HASH),
            ofField("lat", PiiPolicy.HASH),
            ofField("zip", PiiPolicy.DROP));
    assertThat(
            veil.values(
                Map.of("name", "Änne", "title", "Lamp", "lat", 49.5, "zip", "1", "status", "open")))
        .isEqualTo(Map.of("name", "Ä***", "title", HASH.of("Lamp"), "status", "open"));
  }

  @Test
  void aHashIsTheSameInOneHubAndAnotherInTheNext() {
    assertThat(HASH.of("Lamp"))
        .matches("[0-9a-f]{64}")
        .isEqualTo(new FieldHash(bytes("a secret of the hub")).of("Lamp"))
        .isNotEqualTo(new FieldHash(bytes("a secret of another")).of("Lamp"))
        .isNotEqualTo(HASH.of("lamp"));
  }

  @Test
  void whatIsHiddenNeitherChoosesNorSortsNorCounts() {
    var veil = veil(Role.VIEWER, ofField("requestedAt", PiiPolicy.MASK));
    var from = RequestFilter.ALL.between(Instant.EPOCH, Instant.MAX);
    assertThat(RequestUses.refused(veil, from, RequestSort.NEWEST))
        .extracting(FieldUse::parameter)
        .containsExactly("from", "to", "sort");
    assertThat(RequestUses.usualSort(veil)).isEqualTo(RequestSort.LAST_CHANGED);
    assertThat(
            RequestUses.refused(veil, new CountFilter(List.of(), List.of(), LocalDate.EPOCH, null)))
        .hasSize(1);
  }

  @Test
  void wordsAreRefusedWhereEveryTextIsHiddenAndNotBefore() {
    var words = new RequestFilter(List.of(), List.of(), List.of(), null, null, "lamp");
    var some = new PiiRule[] {ofField("title", PiiPolicy.MASK), ofField("address", PiiPolicy.DROP)};
    assertThat(RequestUses.refused(veil(Role.VIEWER, some), words, RequestSort.ID)).isEmpty();
    var all = veil(Role.VIEWER, some[0], some[1], ofField("description", PiiPolicy.HASH));
    assertThat(RequestUses.refused(all, words, RequestSort.ID))
        .containsExactly(new FieldUse("text", "title"));
  }

  @Test
  void namesThatLookAlikeAreCountedAsOne() {
    var counts =
        new RequestSummary(
            Instant.EPOCH,
            "UTC",
            6,
            List.of(
                new NamedCount("open", 3), new NamedCount("on hold", 2), new NamedCount(null, 1)),
            List.of(new NamedCount("Streets", 6)),
            List.of(new DayCount(LocalDate.EPOCH, 6)));
    var veil =
        veil(
            Role.VIEWER,
            ofField("status", PiiPolicy.MASK),
            ofField("category", PiiPolicy.DROP),
            ofField("requestedAt", PiiPolicy.DROP));
    assertThat(new VeiledCounts(veil).of(counts))
        .isEqualTo(
            new RequestSummary(
                Instant.EPOCH,
                "UTC",
                6,
                List.of(new NamedCount("o***", 5), new NamedCount(null, 1)),
                List.of(),
                List.of()));
  }

  @Test
  void aFileMayBeHandedOnToWhomNothingInItIsHiddenFrom() {
    var veil = veil(Role.VIEWER, ofField("name", PiiPolicy.HASH));
    assertThat(veil.concealed(Map.of("name", PiiPolicy.HASH, "title", PiiPolicy.ALLOW))).isNull();
    assertThat(veil.concealed(Map.of("name", PiiPolicy.DROP))).isNull();
    assertThat(veil.concealed(Map.of("title", PiiPolicy.MASK))).isNull();
    assertThat(veil.concealed(Map.of("name", PiiPolicy.ALLOW))).isEqualTo("name");
    assertThat(veil.concealed(Map.of("name", PiiPolicy.MASK))).isEqualTo("name");
  }
}
