/** The whole product from outside: HTTP, WebSocket, a plain Kafka consumer and a browser. */
@NullMarked
package dev.nightshift.e2e;

import org.jspecify.annotations.NullMarked;
