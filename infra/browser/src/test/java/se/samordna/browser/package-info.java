/**
 * What people see and do: the pages in a real Chromium, against broker, registry, services and apps that really run.
 * Screenshots of all pages, and traces of what failed, lie under {@code target/} afterwards.
 */
@NullMarked
package se.samordna.browser;

import org.jspecify.annotations.NullMarked;
