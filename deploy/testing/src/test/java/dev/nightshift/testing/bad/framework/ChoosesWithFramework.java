package dev.nightshift.testing.bad.framework;

import dev.nightshift.contracts.Decision;
import java.sql.Connection;

@Decision
public class ChoosesWithFramework {
    Connection connection;
}
