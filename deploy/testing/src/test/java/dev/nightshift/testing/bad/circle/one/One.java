package dev.nightshift.testing.bad.circle.one;

import dev.nightshift.testing.bad.circle.two.Two;

public record One(Two two) {}
