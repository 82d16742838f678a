package dev.patchbay.services.standin.http;

/** What a call ends in: an answer, or a connection closed without one. */
public sealed interface Outcome {
  record Answered(Answer answer) implements Outcome {}

  record HungUp() implements Outcome {}
}
