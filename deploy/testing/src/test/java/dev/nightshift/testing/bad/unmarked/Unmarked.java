package dev.nightshift.testing.bad.unmarked;

public class Unmarked {}
