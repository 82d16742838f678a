package dev.patchbay.store.job;

import dev.patchbay.model.job.RecipientView;
import dev.patchbay.model.job.RecipientView.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who gets the file of a run, read beside it. */
record RunRecipients(List<RecipientView> all) {
  /** Three arrays of one length for each run {@code r}. */
  static final String JOIN =
      """
      LEFT JOIN LATERAL (SELECT array_agg(address ORDER BY place) AS addresses,
        array_agg(m.state ORDER BY place) AS states, array_agg(m.reason ORDER BY place) AS reasons
        FROM job_recipient m WHERE m.run = r.id) m ON true
      """;

  static RunRecipients of(ResultSet row) throws SQLException {
    var array = row.getArray("addresses");
    if (array == null) {
      return new RunRecipients(List.of());
    }
    var addresses = (String[]) array.getArray();
    var states = (String[]) row.getArray("states").getArray();
    var reasons = (String[]) row.getArray("reasons").getArray();
    var all = new ArrayList<RecipientView>();
    for (int i = 0; i < addresses.length; i++) {
      all.add(new RecipientView(addresses[i], State.valueOf(states[i]), reasons[i]));
    }
    return new RunRecipients(all);
  }

  /** Why a run that is done is not all that was wanted. */
  Optional<String> refusals() {
    long refused = all.stream().filter(one -> one.state() == State.REFUSED).count();
    return refused == 0
        ? Optional.empty()
        : Optional.of(
            "%d of %d recipients were refused by the mail server; they are named beside it."
                .formatted(refused, all.size()));
  }
}
