package dev.nightshift.sandbox.settings;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings {@code nightshift.sandbox.*} (as environment variables {@code NIGHTSHIFT_SANDBOX_*}). */
@StaticInitSafe
@ConfigMapping(prefix = "nightshift.sandbox")
public interface SandboxSettings {

    /** Where this service is reached; read by the services that call it. */
    Optional<URI> url();

    /** The bubblewrap program: a path, or a name found on the PATH. */
    @NotBlank @WithDefault("bwrap")
    String bwrap();

    /** How many sandboxes may be in use at once; one more is answered 503. */
    @Min(1) @Max(1000) @WithDefault("32")
    int maxLive();

    /** How many empty sandboxes wait for the next run. */
    @Min(0) @Max(64) @WithDefault("1")
    int warm();

    /** A run's sandbox that is not used for so long is released; the run gets another when it comes back. */
    @NotNull @DurationMin(millis = 1)
    @WithDefault("PT30M")
    Duration idle();

    /** The time of an execution that asks for none. */
    @NotNull @DurationMin(millis = 1)
    @WithDefault("PT1M")
    Duration defaultTimeout();

    /** The most time that an execution may ask for. */
    @NotNull @DurationMin(millis = 1)
    @WithDefault("PT10M")
    Duration maxTimeout();

    /** Memory of one sandbox, its workspace and temporary files included. */
    @NotNull @WithDefault("512M")
    MemorySize memory();

    /** Size of the workspace. */
    @NotNull @WithDefault("256M")
    MemorySize workspaceSize();

    /** Size of {@code /tmp}. */
    @NotNull @WithDefault("64M")
    MemorySize tmpSize();

    /** Processes and threads of one sandbox. */
    @Min(8) @Max(100_000) @WithDefault("128")
    int processes();

    /** Processors that one sandbox may use, for example 0.5. */
    @DecimalMin("0.05") @DecimalMax("1024") @WithDefault("1.0")
    double cpus();

    /** The user (a number) that sandboxes belong to when the service runs as root. Never 0. */
    @Min(1) @Max(4_294_967_294L) @WithDefault("65534")
    long hostUser();

    /** Further folders of the machine that code may read, for example {@code /usr/local,/opt/tools}. */
    Optional<List<@Pattern(regexp = "/.+", message = "must be an absolute path") String>> readable();

    /** The control group under which sandboxes are counted and limited. */
    @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*", message = "must be a relative path of plain names")
    @WithDefault("nightshift")
    String cgroup();

    /** How long a session's workspace is kept after its last change. */
    @NotNull @DurationMin(millis = 1)
    @WithDefault("P30D")
    Duration keepWorkspaces();

    /** How long the results of executions are kept. */
    @NotNull @DurationMin(millis = 1)
    @WithDefault("P7D")
    Duration keepExecutions();
}
