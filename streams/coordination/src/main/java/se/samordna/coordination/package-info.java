/**
 * Coordination: joins the agencies' events into alerts per child, tells each agency what it may know, and answers
 * questions on children and alerts.
 *
 * <pre>
 * 4 agencies, actions, clock ─▶ decode ─▶ decide ─▶ alerts.&lt;agency&gt;, disclosures, feeds
 *                                 ╰───────────┴────▶ &lt;topic&gt;.dlq
 * </pre>
 */
@NullMarked
package se.samordna.coordination;

import org.jspecify.annotations.NullMarked;
