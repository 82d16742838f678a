package dev.patchbay.intakes.redis;

import dev.patchbay.spi.intake.Receipt;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** What Redis has to be told about entries that the hub stored. Telling it twice does no harm. */
record Settlement(List<Entry> entries, List<Receipt> receipts) {
  Settlement {
    entries = List.copyOf(entries);
    receipts = List.copyOf(receipts);
  }

  List<StreamId> ids() {
    return entries.stream().map(Entry::id).toList();
  }

  StreamId last() {
    return entries.getLast().id();
  }

  /** XADDs of what the hub put aside, as it came and with its reasons, one to a line. */
  List<CommandArguments> refusals(EntryFormat format, String target) {
    return IntStream.range(0, entries.size())
        .filter(i -> receipts.get(i).isRefused())
        .mapToObj(i -> refusal(format, target, entries.get(i), receipts.get(i)))
        .toList();
  }

  private static CommandArguments refusal(
      EntryFormat format, String target, Entry entry, Receipt receipt) {
    var copy = RedisConnection.command(Command.XADD, target, "*");
    entry.fields().forEach(field -> copy.add(field.name()).add(field.value()));
    return copy.addObjects(
        "refused-status",
        receipt.status().name(),
        "refused-reasons",
        receipt.reasons().stream().collect(Collectors.joining("\n")),
        "refused-position",
        format.position(entry));
  }
}
