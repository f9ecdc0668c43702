package dev.nightshift.contracts;

/** Who wrote a message. */
public record Author(MemberId memberId, String name) {}
