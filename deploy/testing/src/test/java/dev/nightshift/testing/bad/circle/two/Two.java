package dev.nightshift.testing.bad.circle.two;

import dev.nightshift.testing.bad.circle.one.One;

public record Two(One one) {}
