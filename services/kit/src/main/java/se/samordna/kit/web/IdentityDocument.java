package se.samordna.kit.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.ComposedSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samordna.kit.privacy.Identity;

/** What the OpenAPI document of an agency's service says of identities. */
@Configuration(proxyBeanMethods = false)
class IdentityDocument {

    private static final String NAME = "Identity";
    private static final Map<String, String> ANSWERS = Map.of(
            "202", "In Kafka, sealed and acknowledged: a receipt for each",
            "400",
                    "Something is wrong: every fault with its field and code, of more than 1,000 the first and how many more there are;"
                            + " nothing was stored",
            "401", "No token that is believed, and not this machine",
            "403", "Another agency's or municipality's to tell, or not for that role; nothing was stored",
            "413", "More than 64 KiB an identity, 10,000 identities or 8 MiB a request; nothing was stored",
            "415", "Not application/json",
            "503", "Broker or registry away: the same may be sent again after Retry-After");

    @Bean
    OpenApiCustomizer describeIdentities() {
        return document -> {
            if (document.getPaths() == null) {
                return;
            }
            document.getComponents().addSchemas(NAME, schema());
            document.getPaths().forEach((path, item) -> {
                if (path.endsWith("/identities") && item.getPost() != null) {
                    describe(item.getPost());
                }
            });
        };
    }

    private static Schema<?> schema() {
        Schema<?> name = new ObjectSchema();
        name.addProperty("given", new StringSchema().minLength(1).maxLength(Identity.LONGEST_GIVEN));
        name.addProperty("family", new StringSchema().minLength(1).maxLength(Identity.LONGEST_FAMILY));
        name.setRequired(List.of("given", "family"));
        name.setAdditionalProperties(false);
        StringSchema protection = new StringSchema();
        protection.setEnum(List.of("NONE", "SECRECY_MARKED", "PROTECTED_REGISTRATION"));
        Schema<?> schema = new ObjectSchema()
                .description("Who a child is, and where it is told. protectedIdentity is NONE if left out.");
        schema.addProperty("personnummer", new StringSchema());
        schema.addProperty("name", name);
        schema.addProperty("municipality", new StringSchema().pattern("^[0-9]{4}$"));
        schema.addProperty("protectedIdentity", protection);
        schema.setRequired(List.of("personnummer", "name", "municipality"));
        schema.setAdditionalProperties(false);
        return schema;
    }

    private static void describe(Operation post) {
        Schema<?> one = new Schema<>().$ref("#/components/schemas/" + NAME);
        Schema<?> body = new ComposedSchema().addOneOfItem(one).addOneOfItem(new ArraySchema().items(one));
        post.setRequestBody(new RequestBody()
                .required(true)
                .content(new Content().addMediaType("application/json", new MediaType().schema(body))));
        ApiResponses answers = new ApiResponses();
        ANSWERS.forEach((status, words) -> answers.addApiResponse(status, new ApiResponse().description(words)));
        post.setResponses(answers);
    }
}
