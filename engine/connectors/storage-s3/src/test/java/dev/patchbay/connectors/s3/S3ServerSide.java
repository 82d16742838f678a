package dev.patchbay.connectors.s3;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.testkit.NetworkSide;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A real S3 server on 127.0.0.1 that checks signatures; it is looked at with a plain client. */
public final class S3ServerSide implements NetworkSide {
  static final String BUCKET = "reports";
  static final String PREFIX = "exports/hub/";

  private static final String KEY_ID = "AKIDHUB";
  static final String SECRET = "right-s3cret";

  /** Secrets that it lets in. */
  public static final Map<String, String> CREDENTIAL = Map.of(S3Settings.SECRET_ACCESS_KEY, SECRET);

  private final S3Proxy server =
      S3Proxy.builder()
          .endpoint(URI.create("http://127.0.0.1:0"))
          .awsAuthentication(AuthenticationType.AWS_V4, KEY_ID, SECRET)
          .blobStore(new TransientNio2BlobStore())
          .stopTimeout(0)
          .build();

  private final S3Client client;

  public S3ServerSide() {
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    this.client =
        S3Client.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .endpointOverride(address(server.getPort()))
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, SECRET)))
            .build();
    client.createBucket(it -> it.bucket(BUCKET));
  }

  @Override
  public int port() {
    return server.getPort();
  }

  @Override
  public FileStore through(int port) {
    return store(Map.of("endpoint", address(port).toString()));
  }

  @Override
  public int large() {
    return S3Shelf.PART + 1;
  }

  @Override
  public String placesSmall() {
    return "PUT /";
  }

  @Override
  public String placesLarge() {
    return "<CompleteMultipartUpload";
  }

  /** A client that knows nothing of the store. */
  S3Client client() {
    return client;
  }

  @Override
  public FileStore connect() {
    return store(Map.of());
  }

  @Override
  public Optional<FileStore> stranger() {
    return Optional.of(store(Map.of(), secret("wrong-s3cret")));
  }

  @Override
  public FileStore misplaced() {
    return store(Map.of("bucket", "missing"));
  }

  /** One whose settings differ in these. */
  FileStore store(Map<String, String> changes) {
    return store(changes, secret(SECRET));
  }

  FileStore store(Map<String, String> changes, Secrets secrets) {
    return store(changes, secrets, InstantSource.system());
  }

  FileStore store(Map<String, String> changes, Secrets secrets, InstantSource clock) {
    return new S3Type().open(context(changes, secrets, clock));
  }

  /** The store's calls, one by one. */
  Bucket bucket() {
    var context = context(Map.of(), secret(SECRET), InstantSource.system());
    return new Bucket(S3Settings.of(context.settings()), context);
  }

  /** Settings of a connector that reaches it; {@link #CREDENTIAL} lets it in. */
  public Map<String, String> settings() {
    return Map.of(
        "endpoint",
        address(port()).toString(),
        "bucket",
        BUCKET,
        "prefix",
        PREFIX,
        "access-key-id",
        KEY_ID);
  }

  private ConnectorContext context(
      Map<String, String> changes, Secrets secrets, InstantSource clock) {
    var settings = new HashMap<>(settings());
    settings.putAll(changes);
    return new ConnectorContext(
        "files", settings, secrets, clock, _ -> Duration.ZERO, (_, _, _) -> {});
  }

  static Secrets secret(String value) {
    return name ->
        name.equals(S3Settings.SECRET_ACCESS_KEY) ? Optional.of(value) : Optional.empty();
  }

  static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public Set<String> names() {
    return keys().stream()
        .filter(key -> key.startsWith(PREFIX) && !isHidden(key))
        .map(key -> key.substring(PREFIX.length()))
        .collect(Collectors.toSet());
  }

  @Override
  public byte[] read(String path) {
    return client.getObjectAsBytes(it -> it.bucket(BUCKET).key(PREFIX + path)).asByteArrayUnsafe();
  }

  @Override
  public void put(String path, byte[] content) {
    client.putObject(it -> it.bucket(BUCKET).key(PREFIX + path), RequestBody.fromBytes(content));
  }

  /** Takes a file away, as somebody else would. */
  public void remove(String path) {
    client.deleteObject(it -> it.bucket(BUCKET).key(PREFIX + path));
  }

  @Override
  public int leftovers() {
    return (int) keys().stream().filter(S3ServerSide::isHidden).count()
        + client.listMultipartUploads(it -> it.bucket(BUCKET)).uploads().size();
  }

  @Override
  public void close() {
    client.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> keys() {
    return client.listObjectsV2Paginator(it -> it.bucket(BUCKET)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private static boolean isHidden(String key) {
    return key.startsWith(PREFIX + ".patchbay/");
  }
}
