package dev.patchbay.connectors.s3;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.Unanswered;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

/** Files that are sent part by part; none of it is seen before the upload is completed. */
record Uploads(Bucket bucket) {
  private static final int MOST_PARTS = 10_000;

  boolean put(FileToStore file, String key, Condition condition, Deadline deadline)
      throws StoreFailure {
    if (file.length() > (long) MOST_PARTS * S3Shelf.PART) {
      throw StoreFailure.rejected("too-large", "The file has more than 80 GB. Make it smaller.");
    }
    var upload = begin(key, Labels.of(file), file.mediaType(), deadline);
    try {
      var parts = send(file, upload, deadline);
      file.fence().demandOpen();
      boolean placed = complete(upload, parts, condition, deadline);
      if (!placed) {
        discard(upload, deadline);
      }
      return placed;
    } catch (StoreFailure failure) {
      // One whose completion is not known to have failed may be at it still.
      if (!(failure.publication() instanceof Publication.Unknown)) {
        discard(upload, deadline);
      }
      throw failure;
    }
  }

  Upload begin(String key, Map<String, String> labels, String mediaType, Deadline deadline)
      throws StoreFailure {
    var begun =
        bucket.ask(
            "s3.upload.begin",
            deadline,
            (client, signed) ->
                client.createMultipartUpload(
                    it ->
                        it.bucket(bucket.name())
                            .key(key)
                            .contentType(mediaType)
                            .metadata(labels)
                            .overrideConfiguration(signed)));
    return new Upload(key, begun.uploadId());
  }

  /** Ends an upload that is not completed, unless it was ended already. */
  void abort(Upload upload, Deadline deadline) throws StoreFailure {
    try {
      var _ =
          bucket.tryAsking(
              "s3.upload.abort",
              deadline,
              (client, signed) ->
                  client.abortMultipartUpload(
                      it ->
                          it.bucket(bucket.name())
                              .key(upload.key())
                              .uploadId(upload.id())
                              .overrideConfiguration(signed)));
    } catch (NoSuchUploadException _) {
      // Another node swept it.
    } catch (SdkException failure) {
      throw Failures.of(failure);
    }
  }

  private List<CompletedPart> send(FileToStore file, Upload upload, Deadline deadline)
      throws StoreFailure {
    var sent = new ArrayList<CompletedPart>();
    var buffer = new byte[S3Shelf.PART];
    try (var in = file.open()) {
      for (long left = file.length(); left > 0; ) {
        var part = Part.read(in, buffer);
        sent.add(send(part, sent.size() + 1, upload, deadline));
        left -= part.length();
      }
      return sent;
    } catch (IOException failure) {
      throw Unanswered.ofSource(failure);
    }
  }

  private CompletedPart send(Part part, int number, Upload upload, Deadline deadline)
      throws StoreFailure {
    var answer =
        bucket.ask(
            "s3.upload.part",
            deadline,
            (client, signed) ->
                client.uploadPart(
                    it ->
                        it.bucket(bucket.name())
                            .key(upload.key())
                            .uploadId(upload.id())
                            .partNumber(number)
                            .contentMD5(part.md5())
                            .overrideConfiguration(signed),
                    part.body()));
    return CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build();
  }

  private boolean complete(
      Upload upload, List<CompletedPart> parts, Condition condition, Deadline deadline)
      throws StoreFailure {
    return new Placing(bucket)
        .place(
            "s3.upload.complete",
            condition,
            deadline,
            held ->
                (client, signed) ->
                    client.completeMultipartUpload(
                        it ->
                            it.bucket(bucket.name())
                                .key(upload.key())
                                .uploadId(upload.id())
                                .ifNoneMatch(held.ifNoneMatch())
                                .ifMatch(held.ifMatch())
                                .multipartUpload(all -> all.parts(parts))
                                .overrideConfiguration(signed)));
  }

  /** One that stays is swept another day. */
  private void discard(Upload upload, Deadline deadline) {
    try {
      abort(upload, deadline);
    } catch (StoreFailure _) {
      // Out of reach, or the time is up: nobody sees it.
    }
  }

  /** One that has begun. */
  record Upload(String key, String id) {}
}
