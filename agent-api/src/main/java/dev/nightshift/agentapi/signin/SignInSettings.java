package dev.nightshift.agentapi.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many wrong passwords are answered before the next attempts have to wait. */
@ConfigMapping(prefix = "nightshift.sign-in")
interface SignInSettings {
    /** For one account, from wherever they come, in one {@link #window}. */
    @WithDefault("10")
    int failuresPerAccount();

    /** From one address (of IPv6: one /64 network), for whatever accounts, in one {@link #window}. */
    @WithDefault("60")
    int failuresPerAddress();

    /** Begins with the first failure; what was counted is forgotten when it is over. */
    @WithDefault("PT5M")
    Duration window();
}
