package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.util.FileSystemUtils;
import se.samordna.access.Issuer;
import se.samordna.access.Role;
import se.samordna.events.Agency;
import se.samordna.events.ConcernReason;
import se.samordna.events.ConcernReportReceived;
import se.samordna.events.EventHeader;
import se.samordna.events.ReporterType;
import se.samordna.platform.Access;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two instances where everyone needs a token, and the issuer whose tokens they believe. One child lives in Östersund,
 * where all but the region have said something of it; one in Strömsund, of whom social services have had a report.
 */
abstract sealed class TwoPlaces implements AutoCloseable permits Overseen, ThreeChildren {

    static final String OSTERSUND = "2380";
    static final String STROMSUND = "2313";
    static final String COUNTY = "23";
    static final String CHILDREN = "/api/coordination/v1/children/";

    static final String LIVES_HERE = OneChild.CHILD.toString();
    static final String LIVES_THERE = "0b540000-0000-4000-8000-000000000002";

    final TwoInstances instances;
    private final Path directory;
    private final Issuer issuer = new Issuer();

    TwoPlaces(String scope) throws Exception {
        directory = Files.createTempDirectory(scope);
        instances = new TwoInstances(
                scope, directory, "--samordna.auth.required=true", "--samordna.sign-in.issuer=" + issuer.uri());
    }

    /** Sends what is told of the children and starts the instances; until both know it. */
    abstract void begin();

    /** Sends what is told of the two children, and what else is. */
    final void tell(List<? extends SpecificRecord> further) {
        instances.send(OneChild.events());
        instances.send(List.of(report(91, LIVES_THERE, STROMSUND)));
        instances.send(further);
    }

    /** It is the sixth of March, and the instances start. */
    final void start() {
        instances.tick(Instant.parse("2026-03-06T12:00:00Z"));
        instances.start();
    }

    final String token(Role role, Optional<String> agency, String area) {
        return issuer.token(role.word(), agency, area);
    }

    /** The whole access log. */
    final List<Access> accesses() {
        return instances.accesses();
    }

    final HttpResponse<String> get(int instance, String path, String token) throws IOException, InterruptedException {
        return instances.get(instance, path, token);
    }

    /** What is answered with 200. */
    final JsonNode json(int instance, String path, String token) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(instance, path, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Its status, and the code if it is a refusal, as "403 role". */
    final String answer(String path, String token) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(0, path, token);
        String code = JsonMapper.shared().readTree(answer.body()).path("code").asString("");
        return (answer.statusCode() + " " + code).strip();
    }

    static ConcernReportReceived report(int id, String child, String municipality) {
        return new ConcernReportReceived(
                header(id, Agency.SOCIAL_SERVICES, child, municipality),
                "r" + id,
                ReporterType.SCHOOL,
                List.of(ConcernReason.NEGLECT),
                false);
    }

    static EventHeader header(int id, Agency agency, String child, String municipality) {
        EventHeader header = OneChild.header(id, agency, "2026-03-0" + (id % 5 + 1) + "T09:00:00Z");
        header.setChildId(UUID.fromString(child));
        header.setMunicipality(municipality);
        return header;
    }

    @Override
    public final void close() {
        instances.close();
        issuer.close();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
