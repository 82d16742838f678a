package dev.patchbay.store.model;

/** Defects that can be planted, to prove that the model test would see them. */
enum Defect {
  /** The hub as it is. */
  NONE,
  /** Outcomes of an owner that lost its lane are written all the same. */
  NO_FENCE(145),
  /** Tokens of doubtful attempts are deleted with the next batch. */
  TOKENS_DELETED_EARLY,
  /** An event is acknowledged although its commit failed. */
  ACKNOWLEDGED_BEFORE_COMMIT,
  /** What is UNKNOWN becomes SUPERSEDED without asking the far side. */
  UNKNOWN_SUPERSEDED,
  /** A lane goes to sleep although work arrived since it last looked. */
  LOST_WAKE_UP,
  /** A token that exists is taken for a batch that was applied, whatever its value says. */
  EXISTS_MEANS_APPLIED,
  /** Who takes a lane over sends its open attempt again under a new token. */
  STEAL_MAKES_PENDING,
  /** A lost answer makes its deliveries PENDING at once. */
  LOST_ANSWER_MAKES_PENDING,
  /** A refusal of the question counts as proof that nothing was applied. */
  REFUSED_REPLAY_MEANS_NOT_APPLIED,
  /** Looks for the token but does not void it. */
  LOOKS_WITHOUT_VOIDING,
  /** Versions of what stands in the target are not looked at. */
  OLDER_OVERWRITES,
  /** What people changed since the pass began does not stop an intent. */
  ROUND_IGNORED(95),
  /** The intent is committed after the batch was sent. */
  INTENT_AFTER_SEND,
  /** A token's number that is taken is believed to be our own. */
  COLLISION_MEANS_APPLIED;

  private final long seed;

  Defect() {
    this(1);
  }

  Defect(long seed) {
    this.seed = seed;
  }

  /** Where a hunt for it begins: rare ones showed soon after theirs when this was written. */
  long seed() {
    return seed;
  }
}
