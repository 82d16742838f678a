package dev.patchbay.connectors.s3;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileSource;
import dev.patchbay.spi.store.FoundFile;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** Objects of the bucket below its prefix. A move is a copy, looked at, and a deletion. */
record S3Source(Bucket bucket, S3Shelf shelf) implements FileSource {
  private static final int PRECONDITION_FAILED = 412;
  private static final int NOT_FOUND = 404;

  @Override
  public List<FoundFile> list(List<String> folder, Deadline deadline) throws StoreFailure {
    var prefix = bucket.prefix() + (folder.isEmpty() ? "" : String.join("/", folder) + "/");
    var found = new ArrayList<FoundFile>();
    ListObjectsV2Response page;
    String next = null;
    do {
      page = page(prefix, next, deadline);
      for (var object : page.contents()) {
        StorePath.in(folder, object.key().substring(prefix.length()))
            .map(path -> new FoundFile(path, object.size(), object.lastModified()))
            .ifPresent(found::add);
      }
      if (found.size() > MOST_LISTED) {
        throw FileSource.tooMany();
      }
      next = page.nextContinuationToken();
    } while (next != null);
    found.sort(Comparator.comparing(file -> file.path().name()));
    return found;
  }

  private ListObjectsV2Response page(String prefix, @Nullable String next, Deadline deadline)
      throws StoreFailure {
    return bucket.ask(
        "s3.list",
        deadline,
        (client, signed) ->
            client.listObjectsV2(
                it ->
                    it.bucket(bucket.name())
                        .prefix(prefix)
                        .delimiter("/")
                        .continuationToken(next)
                        .overrideConfiguration(signed)));
  }

  @Override
  public void read(StorePath path, long most, OutputStream to, Deadline deadline)
      throws StoreFailure {
    var stands = shelf.head(bucket.key(path), deadline);
    if (stands.isEmpty()) {
      throw FileSource.gone(path);
    }
    if (stands.get().contentLength() > most) {
      throw FileSource.tooLong(path, most);
    }
    var etag = stands.get().eTag();
    var _ =
        bucket.ask(
            "s3.get",
            deadline,
            (client, signed) -> {
              try (var in =
                  client.getObject(
                      it ->
                          it.bucket(bucket.name())
                              .key(bucket.key(path))
                              .ifMatch(etag)
                              .overrideConfiguration(signed))) {
                return in.transferTo(to);
              }
            });
  }

  @Override
  public Moved move(FoundFile file, StorePath to, Deadline deadline) throws StoreFailure {
    var stands = shelf.head(bucket.key(file.path()), deadline);
    if (stands.isEmpty()) {
      return Moved.GONE;
    }
    if (!isAsSeen(file, stands.get())) {
      return Moved.CHANGED;
    }
    var target = shelf.head(bucket.key(to), deadline);
    if (target.isPresent() && !isCopy(stands.get(), target.get())) {
      return Moved.TAKEN;
    }
    if (target.isEmpty() && !copied(file.path(), to, stands.get().eTag(), deadline)) {
      return Moved.CHANGED;
    }
    delete(file.path(), deadline);
    return Moved.MOVED;
  }

  /** A listing may tell fractions of a second, a single answer does not. */
  private static boolean isAsSeen(FoundFile file, HeadObjectResponse stands) {
    return stands.contentLength() == file.length()
        && stands
            .lastModified()
            .truncatedTo(ChronoUnit.SECONDS)
            .equals(file.changed().truncatedTo(ChronoUnit.SECONDS));
  }

  /** By somebody who came no further than to copy it. */
  private static boolean isCopy(HeadObjectResponse one, HeadObjectResponse other) {
    return one.contentLength().equals(other.contentLength()) && one.eTag().equals(other.eTag());
  }

  /** False if it is no longer what it was. */
  private boolean copied(StorePath from, StorePath to, String etag, Deadline deadline)
      throws StoreFailure {
    try {
      var _ =
          bucket.tryAsking(
              "s3.copy",
              deadline,
              (client, signed) ->
                  client.copyObject(
                      it ->
                          it.sourceBucket(bucket.name())
                              .sourceKey(bucket.key(from))
                              .copySourceIfMatch(etag)
                              .destinationBucket(bucket.name())
                              .destinationKey(bucket.key(to))
                              .overrideConfiguration(signed)));
      return true;
    } catch (AwsServiceException refused) {
      if (refused.statusCode() == PRECONDITION_FAILED || refused.statusCode() == NOT_FOUND) {
        return false;
      }
      throw Failures.of(refused);
    } catch (SdkException lost) {
      throw Failures.of(lost);
    }
  }

  private void delete(StorePath path, Deadline deadline) throws StoreFailure {
    var _ =
        bucket.ask(
            "s3.delete",
            deadline,
            (client, signed) ->
                client.deleteObject(
                    it ->
                        it.bucket(bucket.name())
                            .key(bucket.key(path))
                            .overrideConfiguration(signed)));
  }
}
