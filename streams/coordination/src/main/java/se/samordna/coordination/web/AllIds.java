package se.samordna.coordination.web;

import java.util.Optional;
import se.samordna.coordination.Head;
import se.samordna.coordination.running.CoordinationRuntime;
import se.samordna.rules.Agency;
import se.samordna.rules.Child;
import se.samordna.streams.Answer;
import se.samordna.streams.ChildLookup;

/**
 * A child with all that is held of it under its other ids: what is asked for under an old id may have been released by
 * what is held under the new one.
 */
final class AllIds {

    private AllIds() {}

    /**
     * To social services, whose investigations these are; to others the gate is not told. Where neither this instance
     * nor its standby has the new id, which takes three of them, what is held of the old one must do.
     */
    static Child of(ChildLookup.Snapshot<Head> asked, Asker asker, CoordinationRuntime runtime) {
        Child child = asked.kept().child();
        return child.kin()
                .mergedInto()
                .filter(_ -> asker.agency() == Agency.SOCIAL_SERVICES)
                .flatMap(newer -> runtime.children().map(children -> children.ask(newer, true)))
                .flatMap(AllIds::found)
                .map(newer -> newer.kept().child().kin().whole(newer.now()))
                .filter(whole -> whole.kin().includes(child.childId()))
                .orElseGet(() -> child.kin().whole(asked.now()));
    }

    private static Optional<ChildLookup.Snapshot<Head>> found(Answer<ChildLookup.Snapshot<Head>> answer) {
        return answer instanceof Answer.Found<ChildLookup.Snapshot<Head>> known
                ? Optional.of(known.value())
                : Optional.empty();
    }
}
