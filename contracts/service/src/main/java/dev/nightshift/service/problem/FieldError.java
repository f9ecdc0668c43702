package dev.nightshift.service.problem;

/** One fault of the input. {@code field} is named as it was sent; nested fields with dots. */
public record FieldError(String field, String message) {}
