package dev.patchbay.server.rest;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.server.http.ProblemException;

/** What callers are told of datasets that cannot answer them. */
public final class DatasetProblems {
  private DatasetProblems() {}

  /** No route writes into it, so it would look empty. */
  public static ProblemException notFilled(Dataset dataset) {
    return ProblemException.conflict(
        "No route fills '%1$s' yet; an administrator sets it up by POST /read-models/%1$s."
            .formatted(dataset.called()));
  }
}
