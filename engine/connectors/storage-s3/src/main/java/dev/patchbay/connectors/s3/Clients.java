package dev.patchbay.connectors.s3;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Clients of a server. They know nothing of the files and variables of the user that the hub runs
 * as: whatever the library would look up there is set.
 *
 * @param patient repeats what it may repeat, in vain or not: questions, and parts of a file
 * @param once sends a request once
 */
record Clients(SdkHttpClient http, S3Client patient, S3Client once) implements AutoCloseable {
  static Clients of(S3Settings settings) {
    var http = new Transport();
    return new Clients(
        http,
        client(settings, http, AwsRetryStrategy.standardRetryStrategy(false)),
        client(settings, http, AwsRetryStrategy.doNotRetry()));
  }

  @Override
  public void close() {
    patient.close();
    once.close();
    http.close();
  }

  /** Nobody's credentials: those of the connector come with each request. */
  private static S3Client client(S3Settings settings, SdkHttpClient http, RetryStrategy retries) {
    return S3Client.builder()
        .httpClient(http)
        .endpointOverride(settings.endpoint())
        .region(Region.of(settings.region()))
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .forcePathStyle(settings.pathStyle())
        .dualstackEnabled(false)
        .fipsEnabled(false)
        .accelerate(false)
        .useArnRegion(false)
        .crossRegionAccessEnabled(false)
        .disableMultiRegionAccessPoints(true)
        .disableS3ExpressSessionAuth(true)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        // The JDK's client would wait for ever for a server that does not say to go on.
        .serviceConfiguration(it -> it.expectContinueEnabled(false))
        .overrideConfiguration(
            it ->
                it.retryStrategy(retries)
                    .defaultProfileFile(ProfileFile.aggregator().build())
                    .defaultProfileName("patchbay")
                    .appId("patchbay"))
        .build();
  }
}
