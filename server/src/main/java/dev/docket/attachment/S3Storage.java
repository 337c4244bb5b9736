package dev.docket.attachment;

import dev.docket.common.FileSettings;
import dev.docket.common.StartFailure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Files as objects {@code docket/<key>} of an S3-compatible store. They are streamed both ways, never held in memory. */
final class S3Storage implements FileStorage {
    private static final String FOLDER = "docket/";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    /** One try of anything; a whole file on a slow line is the longest. */
    private static final Duration ATTEMPT = Duration.ofMinutes(5);

    private final S3Client client;
    private final String bucket;

    private S3Storage(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /** @throws StartFailure if the bucket can't be reached with these settings */
    static S3Storage connect(FileSettings.S3 settings) {
        S3Client client = client(settings);
        try {
            client.headBucket(request -> request.bucket(settings.bucket()));
        } catch (SdkException e) {
            client.close();
            throw new StartFailure(
                    "the bucket " + settings.bucket() + " at "
                            + (settings.endpoint() == null ? "Amazon S3" : settings.endpoint())
                            + " can't be reached (DOCKET_S3_…): " + e.getMessage(),
                    e);
        }
        return new S3Storage(client, settings.bucket());
    }

    private static S3Client client(FileSettings.S3 settings) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                // Other stores than Amazon's do not all know the newer checksums; the connection has its own.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(override -> override.apiCallAttemptTimeout(ATTEMPT))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        String secret = settings.secretKey().value();
        if (settings.accessKey() != null && secret != null) {
            builder.credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.accessKey(), secret)));
        }
        return builder.build();
    }

    @Override
    public void put(String key, Path file) throws IOException {
        String object = object(key);
        call(() -> client.putObject(
                request -> request.bucket(bucket).key(object).contentType("application/octet-stream"),
                RequestBody.fromFile(file)));
        Files.delete(file);
    }

    @Override
    public InputStream open(String key, long from, long length) throws IOException {
        String object = object(key);
        try {
            return new Content(client.getObject(
                    request -> request.bucket(bucket).key(object).range("bytes=" + from + "-" + (from + length - 1))));
        } catch (NoSuchKeyException e) {
            throw (IOException) new NoSuchFileException(key).initCause(e);
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        String object = object(key);
        call(() -> client.deleteObject(request -> request.bucket(bucket).key(object)));
    }

    @Override
    public List<Kept> list(String prefix, @Nullable String after, int limit) throws IOException {
        var answer = call(() -> client.listObjectsV2(request -> request.bucket(bucket)
                .prefix(FOLDER + prefix)
                .startAfter(after == null ? null : FOLDER + after)
                .maxKeys(limit)));
        return answer.contents().stream()
                .map(object -> new Kept(object.key().substring(FOLDER.length()), object.lastModified()))
                .filter(kept -> StorageKeys.isOne(kept.key()))
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }

    private static String object(String key) {
        return FOLDER + StorageKeys.checked(key);
    }

    private static <T> T call(Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    /** Whoever stops reading early gets rid of the connection, instead of reading the rest of the object for nothing. */
    private static final class Content extends FilterInputStream {
        private final ResponseInputStream<GetObjectResponse> object;
        private boolean ended;

        Content(ResponseInputStream<GetObjectResponse> object) {
            super(object);
            this.object = object;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            ended |= value < 0;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            ended |= count < 0;
            return count;
        }

        @Override
        public void close() throws IOException {
            if (!ended) {
                object.abort();
            }
            super.close();
        }
    }
}
