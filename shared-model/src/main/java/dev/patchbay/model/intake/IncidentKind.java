package dev.patchbay.model.intake;

/** What happened at a broker. */
public enum IncidentKind {
  /** Records were deleted after they were handed out and before they were stored. */
  TRIMMED_WHILE_PENDING,
  /** Records were deleted before they were handed out to anybody. */
  TRIMMED_UNREAD,
  /** The broker forgot the hub's consumer group; reading began again at what is left. */
  GROUP_LOST,
  /** The stream itself is gone or began anew; what was not read is lost. */
  STREAM_LOST
}
