package se.samordna.rules;

/** An effective action and what became of it, so that nobody's is lost silently. */
public record Acted(Fact<? extends Action> action, ActionEffect effect) {}
