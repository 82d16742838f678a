package dev.patchbay.server.rest.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.mail.MailListDraft;
import dev.patchbay.model.mail.MailListView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code /mail-lists}. */
@ExtendWith(SharedHub.class)
class MailListsIT {
  private final ApiCaller admin;
  private final ApiCaller viewer;
  private final String name;
  private final String path;

  MailListsIT(Workplace work) {
    this.admin = work.hub().admin();
    this.viewer = work.hub().as(Role.VIEWER);
    this.name = work.name();
    this.path = "/mail-lists/" + name;
  }

  private MailListDraft draft(String... addresses) {
    return new MailListDraft(name, List.of(addresses));
  }

  @Test
  void aListIsCreatedReadChangedAndDeleted() {
    var created = admin.post("/mail-lists", draft("anna@example.org", "ben@bücher.example"));
    var view = created.as(201, MailListView.class);
    assertThat(view)
        .isEqualTo(new MailListView(name, List.of("anna@example.org", "ben@bücher.example"), 1));
    assertThat(viewer.get(path).as(200, MailListView.class)).isEqualTo(view);
    assertThat(viewer.get("/mail-lists").page(MailListView.class).items()).contains(view);
    admin.post("/mail-lists", draft("anna@example.org")).problem(409);

    var changed = admin.put(path, created.tag(), draft("cleo@example.org"));
    assertThat(changed.as(200, MailListView.class).addresses()).containsExactly("cleo@example.org");
    admin.put(path, created.tag(), draft("anna@example.org")).problem(412);

    assertThat(admin.delete(path, changed.tag()).status()).isEqualTo(204);
    viewer.get(path).problem(404);
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(admin.post("/mail-lists", draft()).faults(400)).containsExactly("/addresses");
    assertThat(
            admin
                .post(
                    "/mail-lists",
                    draft(
                        "anna@example.org",
                        "ben",
                        "anna@EXAMPLE.org",
                        "x@example.org\r\nBcc: y@example.org"))
                .faults(400))
        .containsExactly("/addresses/1", "/addresses/2", "/addresses/3");
    assertThat(admin.post("/mail-lists", new MailListDraft("../x", List.of("a@b.org"))).faults(400))
        .containsExactly("/name");
    assertThat(viewer.post("/mail-lists", draft("anna@example.org")).status()).isEqualTo(403);
  }
}
