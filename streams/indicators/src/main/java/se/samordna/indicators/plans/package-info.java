/**
 * The municipalities' plans as data: one YAML file a plan, checked as it is read, each mistake named with its file and
 * line.
 */
@NullMarked
package se.samordna.indicators.plans;

import org.jspecify.annotations.NullMarked;
