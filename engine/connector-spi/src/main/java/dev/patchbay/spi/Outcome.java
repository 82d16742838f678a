package dev.patchbay.spi;

import java.time.Duration;
import java.util.List;

/** What the far side made of a batch. */
public sealed interface Outcome {
  /**
   * Every row was applied.
   *
   * @param receipt where, for a person, for example {@code Requests!A17:M516}
   */
  record Applied(String receipt) implements Outcome {}

  /**
   * Nothing was applied and a later attempt may succeed; costs each row one try.
   *
   * @param after wait at least this long, zero if the far side did not say
   */
  record NotApplied(Cause cause, Duration after) implements Outcome {}

  /**
   * Not all was applied and a later attempt may succeed, for a reason that lies in these rows
   * alone, such as a mailbox that wants to be asked later. The far side is well: its circuit
   * breaker counts no failure. Costs each row one try.
   *
   * @param after wait at least this long, zero if the far side did not say
   */
  record Postponed(Cause cause, Duration after) implements Outcome {}

  /** Nothing was applied because a call budget is used up; costs no try. */
  record Throttled(Cause cause, Duration after) implements Outcome {}

  /**
   * Nothing was applied, and the same rows will be refused again.
   *
   * @param faults the rows at fault; empty if the far side did not say which (the hub halves the
   *     batch to find out)
   */
  record Rejected(Cause cause, List<RowFault> faults) implements Outcome {
    public Rejected {
      faults = List.copyOf(faults);
    }
  }

  /**
   * The target as a whole takes nothing now: missing, protected, full. Its lane waits; costs no
   * try.
   */
  record TargetRefused(Cause cause) implements Outcome {}

  /** The credential was refused. The connector is held until it is mended; costs no try. */
  record CredentialRefused(Cause cause) implements Outcome {}

  /** The answer was lost: applied or not, only {@link RowTarget#resolve} can tell. */
  record Unknown(Cause cause) implements Outcome {}

  /**
   * One row at fault.
   *
   * @param index into the batch's rows
   */
  record RowFault(int index, Cause cause) {}
}
