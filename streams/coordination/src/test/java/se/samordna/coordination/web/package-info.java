@NullMarked
package se.samordna.coordination.web;

import org.jspecify.annotations.NullMarked;
