package dev.patchbay.connectors.s3;

import dev.patchbay.spi.CheckReport.Step;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.Trial;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;

/** Tries what publishing needs; ends with the first step that fails. */
record Check(Bucket bucket, Uploads uploads, Deadline deadline) {
  private static final String BINARY = "application/octet-stream";

  List<Step> steps() {
    return Trial.upToTheFirstFailure(
        List.of(
            new Trial("reach", this::reach),
            new Trial("write", this::write),
            new Trial("add", this::add)));
  }

  private String reach() throws StoreFailure {
    S3Shelf.list(bucket, deadline);
    return "The server takes the access key, and the bucket can be listed.";
  }

  /** An upload that is not completed is seen by nobody. */
  private String write() throws StoreFailure {
    uploads.abort(uploads.begin(bucket.hiddenKey("check"), Map.of(), BINARY, deadline), deadline);
    return "Files can be written, and uploads ended that break off.";
  }

  /** The second of two objects of one name must be refused; one may stand there from before. */
  private String add() throws StoreFailure {
    boolean first = put();
    boolean keeps = !first || !put();
    remove();
    return keeps
        ? "A file is added only where none stands, whoever else adds one."
        : "The server does not hear that a file is to be added only where none stands. The hub"
            + " looks first; of two that add the same name in the same moment the later one wins.";
  }

  /** A connection that ended meanwhile is no answer, and asking again harms nobody. */
  private boolean put() throws StoreFailure {
    try {
      return putOnce();
    } catch (StoreFailure failure) {
      if (!(failure.publication() instanceof Publication.Unknown)) {
        throw failure;
      }
      return putOnce();
    }
  }

  private boolean putOnce() throws StoreFailure {
    return new Placing(bucket)
        .place(
            "s3.put",
            Condition.IF_FREE,
            deadline,
            held ->
                (client, signed) ->
                    client.putObject(
                        it ->
                            it.bucket(bucket.name())
                                .key(bucket.hiddenKey("check"))
                                .ifNoneMatch(held.ifNoneMatch())
                                .overrideConfiguration(signed),
                        RequestBody.empty()));
  }

  private void remove() throws StoreFailure {
    var _ =
        bucket.ask(
            "s3.delete",
            deadline,
            (client, signed) ->
                client.deleteObject(
                    it ->
                        it.bucket(bucket.name())
                            .key(bucket.hiddenKey("check"))
                            .overrideConfiguration(signed)));
  }
}
