/** What a person may set: environment variables first, then the file .env of the clone. */
@NullMarked
package dev.nightshift.local.settings;

import org.jspecify.annotations.NullMarked;
