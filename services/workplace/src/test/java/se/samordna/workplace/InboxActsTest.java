package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.workplace.AlertStories.ALERTS;
import static se.samordna.workplace.AlertStories.OVERDUE_ID;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samordna.events.AlertAcknowledged;
import se.samordna.workplace.act.Act;

/** Acting on several alerts of the list at once. */
class InboxActsTest extends ActingOnAlerts {

    @BeforeEach
    void one_is_closed() {
        BEHIND.says(ALERTS + AlertStories.CLOSED_ID, AlertStories.one(AlertStories.CLOSED));
    }

    @Test
    void several_are_acknowledged_at_once_those_that_others_have_dealt_with_left_alone_and_it_can_be_undone()
            throws Exception {
        UUID form = UUID.randomUUID();
        UUID id = new Act.Acknowledge().id(form, UUID.fromString(OVERDUE_ID));
        BEHIND.says("/api/coordination/v1/events/" + id, "{\"status\":\"RELEASED\"}");
        String chosen =
                "form=" + form + "&back=municipality%3D2380&alert=" + OVERDUE_ID + "&alert=" + AlertStories.CLOSED_ID;

        HttpResponse<String> sent = WORKPLACE.form("/inbox/acknowledge", chosen);
        HttpResponse<String> twice = WORKPLACE.form("/inbox/acknowledge", chosen);

        String leadsTo = sent.headers().firstValue("Location").orElseThrow();
        assertThat(leadsTo).endsWith(INBOX_PAGE + "&done=" + form + "&alerts=" + OVERDUE_ID + "&others=1");
        assertThat(twice.headers().firstValue("Location")).contains(leadsTo);
        assertThat(kafka.published()).singleElement().satisfies(record -> {
            AlertAcknowledged act = (AlertAcknowledged) record.value();
            assertThat(act.getAlertId()).hasToString(OVERDUE_ID);
            assertThat(act.getHeader().getEventId()).isEqualTo(id);
        });

        Document after = WORKPLACE.page(INBOX_PAGE + "&done=" + form + "&alerts=" + OVERDUE_ID + "&others=1");
        assertThat(after.select(".note.good p").text())
                .isEqualTo("1 larm är kvitterat. 1 hade någon annan redan tagit hand om, och det lämnades i fred.");
        assertThat(after.select("tbody tr").get(0).text())
                .as("the list does not know yet")
                .contains("Kvitteras");
        Element undo = after.expectFirst("form[action=/inbox/undo]");
        StringBuilder fields = new StringBuilder("back=municipality%3D2380");
        undo.select("[name=form], [name=alert]")
                .forEach(field -> fields.append('&')
                        .append(field.attr("name"))
                        .append('=')
                        .append(field.val()));

        String undone = WORKPLACE
                .form("/inbox/undo", fields.toString())
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(BEHIND.asked.stream().filter(asked -> asked.target().equals(INTAKE)))
                .singleElement()
                .satisfies(asked ->
                        assertThat(asked.body()).contains("\"type\":\"Retracted\"", "\"retracts\":\"" + id + "\""));
        assertThat(undone).contains("undone=1");
        assertThat(WORKPLACE
                        .page(INBOX_PAGE + "&done=" + form + "&undone=1")
                        .select(".note.good")
                        .text())
                .startsWith("Kvitteringen är återtagen");
    }

    @Test
    void a_form_without_a_choice_says_so_and_one_that_cannot_be_taken_is_kept() throws Exception {
        String empty = WORKPLACE
                .form("/inbox/acknowledge", "form=" + UUID.randomUUID() + "&back=municipality%3D2380")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(empty).endsWith(INBOX_PAGE + "&none=1");
        assertThat(WORKPLACE.page(INBOX_PAGE + "&none=1").select("[role=alert]").text())
                .startsWith("Inget larm var valt.");

        kafka.isAway();
        HttpResponse<String> away = WORKPLACE.form(
                "/inbox/acknowledge", "form=" + UUID.randomUUID() + "&back=municipality%3D2380&alert=" + OVERDUE_ID);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(Jsoup.parse(away.body()).select("main form [name=alert]").val())
                .isEqualTo(OVERDUE_ID);

        BEHIND.says(ALERTS + OVERDUE_ID, FakeBehind.json(503, "{\"code\":\"not-ready\"}", "Retry-After", "2"));
        assertThat(WORKPLACE
                        .form(
                                "/inbox/acknowledge",
                                "form=" + UUID.randomUUID() + "&back=municipality%3D2380&alert=" + OVERDUE_ID)
                        .statusCode())
                .isEqualTo(503);
        assertThat(WORKPLACE
                        .form("/inbox/acknowledge", "form=x&back=municipality%3D2380&alert=" + OVERDUE_ID)
                        .statusCode())
                .isEqualTo(400);
        assertThat(WORKPLACE
                        .form(
                                "/inbox/acknowledge",
                                "form=" + UUID.randomUUID() + "&back=status%3DEVIL&alert=" + OVERDUE_ID)
                        .statusCode())
                .isEqualTo(400);
    }
}
