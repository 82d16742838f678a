package dev.patchbay.connectors.s3;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.spi.store.Shelf;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import dev.patchbay.spi.store.Unanswered;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** An object is there whole or not at all, so it is sent to its place at once. */
final class S3Shelf implements Shelf {
  /** Bytes of a part, and of the largest file that is sent in one. */
  static final int PART = 8 << 20;

  private static final int NOT_FOUND = 404;

  private final Bucket bucket;
  private final Uploads uploads;
  private final Placing placing;

  S3Shelf(Bucket bucket) {
    this.bucket = bucket;
    this.uploads = new Uploads(bucket);
    this.placing = new Placing(bucket);
  }

  @Override
  public OptionalLong length(StorePath path, Deadline deadline) throws StoreFailure {
    return head(bucket.key(path), deadline)
        .map(found -> OptionalLong.of(found.contentLength()))
        .orElseGet(OptionalLong::empty);
  }

  /** As the hub wrote it beside the content; what another program put there is read. */
  @Override
  public String sha256(StorePath path, Deadline deadline) throws StoreFailure {
    var key = bucket.key(path);
    var written = head(key, deadline).flatMap(found -> Labels.sha256(found.metadata()));
    return written.isPresent() ? written.get() : read(key, deadline);
  }

  /** On the condition that nobody has put another there meanwhile. */
  @Override
  public void replace(FileToStore file, Deadline deadline) throws StoreFailure {
    var key = bucket.key(file.path());
    var condition = head(key, deadline).map(Condition::ifStill).orElse(Condition.IF_FREE);
    if (!put(file, key, condition, deadline)) {
      throw StoreFailure.overtaken();
    }
  }

  @Override
  public boolean add(FileToStore file, StorePath path, Deadline deadline) throws StoreFailure {
    return put(file, bucket.key(path), Condition.IF_FREE, deadline);
  }

  private boolean put(FileToStore file, String key, Condition condition, Deadline deadline)
      throws StoreFailure {
    try {
      return file.length() > PART
          ? uploads.put(file, key, condition, deadline)
          : putAtOnce(file, key, condition, deadline);
    } catch (StoreFailure failure) {
      throw failure.publication() instanceof Publication.Unknown
          ? noBucket(deadline).orElse(failure)
          : failure;
    }
  }

  /** A server without the bucket may refuse, and go, before it has read the file. */
  private Optional<StoreFailure> noBucket(Deadline deadline) {
    try {
      list(bucket, deadline);
      return Optional.empty();
    } catch (StoreFailure why) {
      return why.publication() instanceof Publication.TargetRefused(var cause)
              && cause.code().equals(Failures.NO_BUCKET)
          ? Optional.of(why)
          : Optional.empty();
    }
  }

  private boolean putAtOnce(FileToStore file, String key, Condition condition, Deadline deadline)
      throws StoreFailure {
    var content = content(file);
    file.fence().demandOpen();
    return placing.place(
        "s3.put",
        condition,
        deadline,
        held ->
            (client, signed) ->
                client.putObject(
                    it ->
                        it.bucket(bucket.name())
                            .key(key)
                            .contentType(file.mediaType())
                            .contentMD5(content.md5())
                            .metadata(Labels.of(file))
                            .ifNoneMatch(held.ifNoneMatch())
                            .ifMatch(held.ifMatch())
                            .overrideConfiguration(signed),
                    content.body()));
  }

  /** With room for a byte more, so that it is read until it ends. */
  private static Part content(FileToStore file) throws StoreFailure {
    try (var in = file.open()) {
      return Part.read(in, new byte[(int) file.length() + 1]);
    } catch (IOException failure) {
      throw Unanswered.ofSource(failure);
    }
  }

  /** What is told of an object, empty if there is none. */
  Optional<HeadObjectResponse> head(String key, Deadline deadline) throws StoreFailure {
    try {
      return Optional.of(
          bucket.tryAsking(
              "s3.head",
              deadline,
              (client, signed) ->
                  client.headObject(
                      it -> it.bucket(bucket.name()).key(key).overrideConfiguration(signed))));
    } catch (AwsServiceException refused) {
      if (refused.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw reason(refused, deadline);
    } catch (SdkException lost) {
      throw Failures.of(lost);
    }
  }

  /** An answer to HEAD has no body that would say why; one to a listing has. */
  private StoreFailure reason(AwsServiceException refused, Deadline deadline) {
    try {
      list(bucket, deadline);
      return Failures.of(refused);
    } catch (StoreFailure why) {
      return why;
    }
  }

  static void list(Bucket bucket, Deadline deadline) throws StoreFailure {
    var _ =
        bucket.ask(
            "s3.list",
            deadline,
            (client, signed) ->
                client.listObjectsV2(
                    it ->
                        it.bucket(bucket.name())
                            .prefix(bucket.prefix())
                            .maxKeys(1)
                            .overrideConfiguration(signed)));
  }

  private String read(String key, Deadline deadline) throws StoreFailure {
    return bucket.ask(
        "s3.get",
        deadline,
        (client, signed) -> {
          try (var in =
              client.getObject(
                  it -> it.bucket(bucket.name()).key(key).overrideConfiguration(signed))) {
            return Sha256.of(in);
          }
        });
  }
}
