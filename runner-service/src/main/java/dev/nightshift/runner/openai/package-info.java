/** Models that speak the OpenAI wire format. */
@NullMarked
package dev.nightshift.runner.openai;

import org.jspecify.annotations.NullMarked;
