package dev.patchbay.connectors.s3;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.StoreFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.s3.model.Initiator;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** Ends uploads that broke off, so that nobody pays for their parts. Those of others stay. */
record Sweep(Bucket bucket, Uploads uploads) {
  int before(Instant before, Deadline deadline) throws StoreFailure {
    var old =
        begun(bucket.prefix(), deadline).stream()
            .filter(upload -> !upload.initiated().isAfter(before))
            .toList();
    if (old.isEmpty()) {
      return 0;
    }
    var self = self(deadline);
    int swept = 0;
    for (var upload : old) {
      if (initiator(upload).equals(self)) {
        uploads.abort(new Uploads.Upload(upload.key(), upload.uploadId()), deadline);
        swept++;
      }
    }
    return swept;
  }

  /** Whom the server names as the initiator of what is begun with the connector's credential. */
  private Optional<String> self(Deadline deadline) throws StoreFailure {
    var key = bucket.hiddenKey(UUID.randomUUID().toString());
    var upload = uploads.begin(key, Map.of(), "application/octet-stream", deadline);
    try {
      return begun(key, deadline).stream().findFirst().flatMap(Sweep::initiator);
    } finally {
      uploads.abort(upload, deadline);
    }
  }

  private static Optional<String> initiator(MultipartUpload upload) {
    return Optional.ofNullable(upload.initiator()).map(Initiator::id);
  }

  private List<MultipartUpload> begun(String prefix, Deadline deadline) throws StoreFailure {
    return bucket.ask(
        "s3.upload.list",
        deadline,
        (client, signed) ->
            client
                .listMultipartUploadsPaginator(
                    it -> it.bucket(bucket.name()).prefix(prefix).overrideConfiguration(signed))
                .uploads()
                .stream()
                .toList());
  }
}
