/** Telling people when a run failed or waits for them: by mail and by webhook. */
@NullMarked
package dev.nightshift.agentapi.notification;

import org.jspecify.annotations.NullMarked;
