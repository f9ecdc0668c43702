package dev.nightshift.testing.bad.naming;

public class RunManager {}
