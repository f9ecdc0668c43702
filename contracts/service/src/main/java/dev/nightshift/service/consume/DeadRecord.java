package dev.nightshift.service.consume;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that can never succeed, and why. */
public record DeadRecord(ConsumerRecord<String, byte[]> item, String reason) {}
