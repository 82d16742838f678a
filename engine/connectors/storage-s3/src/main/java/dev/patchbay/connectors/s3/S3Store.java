package dev.patchbay.connectors.s3;

import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileSource;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.Publisher;
import dev.patchbay.spi.store.Standing;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Files as objects of a bucket. Thread-safe. */
final class S3Store implements FileStore {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Bucket bucket;
  private final Publisher publisher;
  private final S3Source source;

  S3Store(S3Settings settings, ConnectorContext context) {
    this.clock = context.clock();
    this.bucket = new Bucket(settings, context);
    var shelf = new S3Shelf(bucket);
    this.publisher = new Publisher(shelf);
    this.source = new S3Source(bucket, shelf);
  }

  @Override
  public List<CheckReport.Step> check() {
    return new Check(bucket, new Uploads(bucket), Deadline.in(PATIENCE)).steps();
  }

  @Override
  public Publication publish(FileToStore file, Overwrite overwrite, Deadline deadline) {
    return publisher.publish(file, overwrite, deadline);
  }

  @Override
  public Standing find(StorePath path, String sha256, Deadline deadline) {
    return publisher.find(path, sha256, deadline);
  }

  @Override
  public int sweep(Duration age) throws StoreFailure {
    return new Sweep(bucket, new Uploads(bucket))
        .before(clock.instant().minus(age), Deadline.in(PATIENCE));
  }

  @Override
  public Optional<FileSource> source() {
    return Optional.of(source);
  }

  @Override
  public void close() {
    bucket.close();
  }
}
