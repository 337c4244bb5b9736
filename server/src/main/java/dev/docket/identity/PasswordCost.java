package dev.docket.identity;

/**
 * What one Argon2id hash takes (RFC 9106 section 3.1). The default is the OWASP password storage cheat sheet's first choice
 * for 19 MiB; hashes made with another cost stay valid, as each carries its own.
 */
public record PasswordCost(int memoryKib, int iterations, int parallelism) {
    public static final PasswordCost DEFAULT = new PasswordCost(19_456, 2, 1);
}
