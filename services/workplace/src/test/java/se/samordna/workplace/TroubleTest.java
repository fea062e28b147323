package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each failure has a page that says what happened and shows a way on, in both languages. */
class TroubleTest extends AgainstFakes {

    @ParameterizedTest
    @CsvSource({
        "/inbox?municipality=2380, /api/coordination/v1/alerts",
        "/children/0b540000-0000-8000-8000-000000000001, /api/coordination/v1/children/0b540000-0000-8000-8000-000000000001",
        "/children/0b540000-0000-8000-8000-000000000001, /api/coordination/v1/children/0b540000-0000-8000-8000-000000000001/timeline",
        "/municipalities/1265/plan, /api/indicators/v1/municipalities/1265/areas"
    })
    void what_the_app_behind_says_is_told_in_words(String page, String api) throws Exception {
        BEHIND.says(api, exchange -> exchange.close());
        told(page, 503, "Tjänsten svarar inte just nu", "The service does not answer right now");

        BEHIND.says(api, FakeBehind.json(503, "{\"code\":\"not-ready\"}", "Retry-After", "3"));
        HttpResponse<String> moving =
                told(page, 503, "Uppgifterna flyttas just nu", "The data is being moved right now");
        assertThat(moving.headers().firstValue("Retry-After")).contains("3");

        BEHIND.says(api, FakeBehind.json(403, "{\"code\":\"forbidden\"}"));
        told(page, 403, "Du får inte se detta", "You may not see this");

        BEHIND.says(api, FakeBehind.json(500, "{\"trace\":\"java.lang.IllegalStateException\"}"));
        told(page, 500, "Något gick fel hos oss", "Something went wrong on our side");

        BEHIND.says(api, "<html>not json");
        told(page, 500, "Något gick fel hos oss", "Something went wrong on our side");

        BEHIND.says(api, "[1,2,\"three\",null]").says("/api/indicators/v1/municipalities/1265/indicators", "7");
        assertThat(WORKPLACE.get(page).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/children/0b540000-0000-8000-8000-0000000000ff, 404, Inget att visa om barnet, Nothing to show about the child",
        "/children/20170101-2380, 404, Inget att visa om barnet, Nothing to show about the child",
        "/inbox?municipality=9999, 404, Kommunen finns inte, There is no such municipality",
        "/inbox?municipality=2380&level=4, 400, Det gick inte att förstå frågan, The request could not be understood",
        "/alerts/89c92de3-2f6c-5937-b7c5-9fc228a53799, 404, Larmet finns inte här, The alert is not here",
        "/municipalities/9999, 404, Kommunen finns inte, There is no such municipality",
        "/municipalities/abc, 404, Kommunen finns inte, There is no such municipality",
        "/municipalities/0000/plan, 404, Kommunen finns inte, There is no such municipality",
        "/nowhere, 404, Sidan finns inte, There is no such page",
        "/operator, 403, Sidan är inte för din roll, This page is not for your role",
        "/municipalities, 404, Sidan finns inte, There is no such page",
        "/inbox?municipality=2380&page=x, 400, Det gick inte att förstå frågan, The request could not be understood",
        "/inbox?county=99, 400, Det gick inte att förstå frågan, The request could not be understood",
        "/inbox?municipality=2380&page=0, 400, Det gick inte att förstå frågan, The request could not be understood",
        "/inbox?municipality=2380&status=X, 400, Det gick inte att förstå frågan, The request could not be understood",
        "/inbox?municipality=2380&rule=R99, 400, Det gick inte att förstå frågan, The request could not be understood",
        "/children/0b540000-0000-8000-8000-000000000001?months=7, 400, Det gick inte att förstå frågan, The request could not be understood"
    })
    void what_was_asked_wrongly_is_told_in_words(String page, int status, String swedish, String english)
            throws Exception {
        told(page, status, swedish, english);
    }

    @Test
    void whoever_came_in_by_the_open_door_is_led_back_to_it_and_not_to_the_sign_in() throws Exception {
        HttpResponse<String> open = WORKPLACE.get("/public/nonsense");

        assertThat(open.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(open.body()).select("main a, a.mark").eachAttr("href"))
                .containsExactly("/public", "/public");
        assertThat(Jsoup.parse(WORKPLACE.get("/nonsense").body())
                        .select("main a, a.mark")
                        .eachAttr("href"))
                .containsExactly("/start", "/");
    }

    @Test
    void a_page_that_takes_no_posts_says_so_as_a_page() throws Exception {
        HttpResponse<String> answer = WORKPLACE.form("/municipalities/2380", "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isNotEmpty();
    }

    @Test
    void an_address_that_is_refused_before_any_page_is_told_as_a_whole_page() throws Exception {
        HttpResponse<String> answer = WORKPLACE.get("/inbox;a=b");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("Det gick inte att förstå frågan");
        assertThat(answer.body().strip()).endsWith("</html>");
    }

    @Test
    void an_instant_of_no_age_of_ours_is_none() throws Exception {
        assertThat(WORKPLACE
                        .get("/inbox?municipality=2380&seen=-1000000000-01-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(200);
        assertThat(WORKPLACE
                        .form("/inbox/seen", "back=municipality%3D2380&asOf=%2B1000000000-12-31T00:00:00Z")
                        .statusCode())
                .isEqualTo(400);
        assertThat(WORKPLACE.get("/inbox?municipality=2380").statusCode()).isEqualTo(200);
    }

    @Test
    void nothing_of_a_cause_is_told() throws Exception {
        BEHIND.says("/api/coordination/v1/alerts", FakeBehind.json(500, "{\"message\":\"secret of a child\"}"));

        assertThat(WORKPLACE.get("/inbox?municipality=2380").body())
                .doesNotContain("secret")
                .doesNotContain("Exception")
                .doesNotContain("127.0.0.1");
    }

    private static HttpResponse<String> told(String path, int status, String swedish, String english) throws Exception {
        HttpResponse<String> answer = WORKPLACE.get(path);
        Document page = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(page.select("h1").text()).isEqualTo(swedish);
        assertThat(page.select("main .lead").text()).isNotEmpty();
        assertThat(page.select("main a[href=/]").text()).isEqualTo("Till startsidan");
        assertThat(page.select("a[hreflang=en]").attr("href")).startsWith(path.replaceAll("\\?.*", ""));
        String inEnglish = path + (path.contains("?") ? "&" : "?") + "lang=en";
        assertThat(Jsoup.parse(WORKPLACE.get(inEnglish).body()).select("h1").text())
                .isEqualTo(english);
        return answer;
    }
}
