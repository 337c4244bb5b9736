package dev.docket.common;

import dev.docket.common.Settings.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where uploaded files are kept, and how many.
 *
 * @param s3 where to find the object store; none: files lie in the data folder
 * @param programQuota bytes that one program may store, unless an admin says otherwise
 */
public record FileSettings(@Nullable S3 s3, long programQuota) {
    /**
     * An S3-compatible object store.
     *
     * @param endpoint none: Amazon's own for the region
     * @param pathStyle the bucket stands in the path, not in the host's name, as most servers but Amazon's want it
     */
    public record S3(
            @Nullable URI endpoint,
            String bucket,
            String region,
            @Nullable String accessKey,
            Secret secretKey,
            boolean pathStyle) {}

    /** {@code 500MB}, {@code 5GB}, {@code 2TB}; factors of 1024. */
    static long size(String text) {
        if (!text.matches("[1-9][0-9]{0,5}(MB|GB|TB)")) {
            throw new IllegalArgumentException();
        }
        long number = Long.parseLong(text.substring(0, text.length() - 2));
        return switch (text.charAt(text.length() - 2)) {
            case 'M' -> number << 20;
            case 'G' -> number << 30;
            default -> number << 40;
        };
    }
}
