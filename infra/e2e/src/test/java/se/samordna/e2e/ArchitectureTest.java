package se.samordna.e2e;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.PrintStream;
import java.lang.annotation.Annotation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.jspecify.annotations.NullMarked;

/** The arrows of the house and its manners, as the design draws them. */
@AnalyzeClasses(packages = "se.samordna", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] GENERATED = {
        "se.samordna.events..",
        "se.samordna.alerts..",
        "se.samordna.contributions..",
        "se.samordna.crossings..",
        "se.samordna.measures..",
        "se.samordna.platform.."
    };
    private static final DescribedPredicate<JavaClass> OWN =
            resideInAPackage("se.samordna..").and(DescribedPredicate.not(resideInAnyPackage(GENERATED)));

    @ArchTest
    static final ArchRule the_arrows_point_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("se.samordna..")
            .layer("generated")
            .definedBy(GENERATED)
            .layer("schemas")
            .definedBy("se.samordna.schemas..")
            .layer("access")
            .definedBy("se.samordna.access..")
            .layer("rules")
            .definedBy("se.samordna.rules..")
            .layer("streams kit")
            .definedBy("se.samordna.streams..")
            .layer("coordination")
            .definedBy("se.samordna.coordination..")
            .layer("indicators")
            .definedBy("se.samordna.indicators..")
            .layer("services kit")
            .definedBy("se.samordna.kit..")
            .layer("agencies")
            .definedBy(
                    "se.samordna.socialservices..",
                    "se.samordna.schools..",
                    "se.samordna.region..",
                    "se.samordna.police..")
            .layer("workplace")
            .definedBy("se.samordna.workplace..")
            .layer("sign-in")
            .definedBy("se.samordna.signin..")
            .layer("local")
            .definedBy("se.samordna.local..")
            .optionalLayer("cli")
            .definedBy("se.samordna.cli..")
            .whereLayer("rules")
            .mayNotAccessAnyLayer()
            .whereLayer("generated")
            .mayNotAccessAnyLayer()
            .whereLayer("schemas")
            .mayOnlyAccessLayers("generated")
            .whereLayer("access")
            .mayOnlyAccessLayers("schemas", "generated")
            .whereLayer("streams kit")
            .mayOnlyAccessLayers("rules", "access", "schemas", "generated")
            .whereLayer("coordination")
            .mayOnlyAccessLayers("streams kit", "rules", "access", "schemas", "generated")
            .whereLayer("indicators")
            .mayOnlyAccessLayers("streams kit", "rules", "access", "schemas", "generated")
            .whereLayer("services kit")
            .mayOnlyAccessLayers("access", "schemas", "generated")
            .whereLayer("agencies")
            .mayOnlyAccessLayers("services kit", "access", "schemas", "generated")
            .whereLayer("workplace")
            .mayOnlyAccessLayers("services kit", "access", "schemas", "generated")
            .whereLayer("sign-in")
            .mayOnlyAccessLayers("access", "schemas", "generated")
            .whereLayer("local")
            .mayOnlyBeAccessedByLayers("cli")
            .withOptionalLayers(true);

    @ArchTest
    static final ArchRule rules_know_nothing_but_the_jdk = classes()
            .that()
            .resideInAPackage("se.samordna.rules..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("se.samordna.rules..", "java..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule no_agency_knows_another = slices().matching(
                    "se.samordna.(socialservices|schools|region|police)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule a_personnummer_ends_before_the_streams = noClasses()
            .that()
            .resideInAnyPackage(
                    "se.samordna.rules..",
                    "se.samordna.streams..",
                    "se.samordna.coordination..",
                    "se.samordna.indicators..")
            .should()
            .dependOnClassesThat(simpleName("Personnummer"))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_the_workplace_opens_who_a_child_is = noClasses()
            .that(OWN.and(DescribedPredicate.not(resideInAPackage("se.samordna.workplace.."))))
            .should()
            .dependOnClassesThat(simpleName("IdentityOpener"));

    @ArchTest
    static final ArchRule only_the_command_line_writes_to_the_terminal = noClasses()
            .that(OWN.and(DescribedPredicate.not(resideInAPackage("se.samordna.cli.."))))
            .should()
            .getFieldWhere(standardStream())
            .because("a service logs");

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses()
            .that(OWN)
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", java.time.Duration.class)
            .orShould()
            .callMethod(java.util.concurrent.TimeUnit.class, "sleep", long.class);

    /** A child's store is ours and has no such locks. */
    @ArchTest
    static final ArchRule only_a_childs_store_is_asked_by_query = noClasses()
            .that(OWN.and(DescribedPredicate.not(simpleName("StoreReads"))))
            .should()
            .callMethod(KafkaStreams.class, "query", StateQueryRequest.class)
            .because("on Kafka's heap store (4.3.1) a query and a put can wait for each other for ever");

    @ArchTest
    static final ArchRule what_is_needed_comes_by_the_constructor = noFields()
            .that()
            .areDeclaredInClassesThat(OWN)
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource");

    @ArchTest
    static final ArchRule names_are_of_the_field = noClasses()
            .that(OWN)
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule null_is_marked_in_every_package =
            classes().that(OWN).should(beInAPackageMarked(NullMarked.class));

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaFieldAccess> standardStream() {
        return DescribedPredicate.describe(
                "of System.out or System.err",
                access -> access.getTarget().getOwner().isEquivalentTo(System.class)
                        && access.getTarget().getRawType().isEquivalentTo(PrintStream.class));
    }

    private static ArchCondition<JavaClass> beInAPackageMarked(Class<? extends Annotation> mark) {
        return new ArchCondition<>("be in a package marked @" + mark.getSimpleName()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                // Asked of the JVM: ArchUnit sees package-info only where it happens to import it.
                boolean marked = type.reflect().getPackage().isAnnotationPresent(mark);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getName() + (marked ? " is" : " is not") + " in a marked package"));
            }
        };
    }
}
