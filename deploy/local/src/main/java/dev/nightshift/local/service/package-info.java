/** The six services as processes. */
@NullMarked
package dev.nightshift.local.service;

import org.jspecify.annotations.NullMarked;
