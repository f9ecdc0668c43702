package dev.nightshift.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Hard limits of one run; absent means the platform's default. Tool calls 1–1000; times in milliseconds; money in USD.
 */
public record RunLimits(
        @Nullable Integer maxToolCalls,
        @Nullable Integer requestLimit,
        @Nullable Long totalTokensLimit,
        @Nullable Double costLimitUsd,
        @Nullable Long toolCallTimeoutMs,
        @Nullable Long runTimeoutMs) {

    public static final RunLimits DEFAULTS = new RunLimits(null, null, null, null, null, null);
}
