package dev.patchbay.server.chaos.check;

import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.server.chaos.load.Fact;
import dev.patchbay.server.chaos.load.Ledger;
import dev.patchbay.server.chaos.rig.Rows;
import dev.patchbay.server.chaos.service.Applied;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What there is to see while nothing is on its way.
 *
 * @param facts left since the last look
 * @param applied since the last look, in order
 * @param known ids of all facts that were ever applied
 * @param counts what the hub says
 * @param since when the last look was
 * @param clockError how wrong a node's clock may have been meanwhile
 */
record Scene(
    Ledger ledger,
    List<Fact> facts,
    List<Applied> applied,
    Set<String> known,
    Rows rows,
    DeliveryCounts counts,
    Instant since,
    Duration clockError) {}
