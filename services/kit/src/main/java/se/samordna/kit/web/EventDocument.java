package se.samordna.kit.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
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
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samordna.events.EventHeader;
import se.samordna.schemas.EventType;
import se.samordna.schemas.EventTypes;

/** The OpenAPI document of an agency's service: one schema per event type, made of the Avro schemas and their docs. */
@Configuration(proxyBeanMethods = false)
class EventDocument {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String REFERENCE = "#/components/schemas/";

    @Bean
    OpenApiCustomizer describeEvents(AgencySettings settings) {
        return document -> {
            document.setInfo(new Info()
                    .title("Samordna: events of " + settings.path())
                    .version("v1")
                    .description(
                            "Every event type this agency may send. Errors are RFC 9457 problems with a stable code."));
            List<EventType> types = EventTypes.sentBy(settings.agency());
            for (EventType type : types) {
                document.getComponents().addSchemas(type.name(), schemaOf(type));
            }
            describePost(document, types);
        };
    }

    private static Schema<?> schemaOf(EventType type) {
        Schema<?> schema = new ObjectSchema().description(type.schema().getDoc());
        schema.addProperty("type", new StringSchema()._const(type.name()));
        schema.addRequiredItem("type");
        EventHeader.getClassSchema().getFields().forEach(field -> add(schema, field));
        type.bodyFields().forEach(field -> add(schema, field));
        // The service's clock stands in for it.
        schema.getRequired().remove("receivedAt");
        schema.setAdditionalProperties(false);
        return schema;
    }

    private static void add(Schema<?> schema, org.apache.avro.Schema.Field field) {
        schema.addProperty(field.name(), FieldDocument.of(field));
        boolean required = !field.hasDefaultValue();
        boolean known = schema.getRequired().contains(field.name());
        if (required && !known) {
            schema.addRequiredItem(field.name());
        }
    }

    private static void describePost(OpenAPI document, List<EventType> types) {
        ComposedSchema one = new ComposedSchema();
        types.forEach(type -> one.addOneOfItem(new Schema<>().$ref(REFERENCE + type.name())));
        document.getComponents().addSchemas("Event", one);
        Schema<?> event = new Schema<>().$ref(REFERENCE + "Event");
        Schema<?> body = new ComposedSchema().addOneOfItem(event).addOneOfItem(new ArraySchema().items(event));
        Paths paths = document.getPaths() == null ? new Paths() : document.getPaths();
        paths.entrySet().stream()
                .filter(path -> path.getKey().endsWith("/events"))
                .map(path -> path.getValue().getPost())
                .filter(post -> post != null)
                .forEach(post -> describe(post, body));
    }

    private static void describe(Operation post, Schema<?> body) {
        post.setRequestBody(new RequestBody()
                .required(true)
                .content(new Content().addMediaType(JSON, new MediaType().schema(body))));
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse("202", new ApiResponse().description("In Kafka, acknowledged: a receipt per event"));
        problem(
                responses,
                "400",
                "Something is wrong: every fault with its field and code, of more than 1,000 the first and how many more"
                        + " there are; nothing was stored");
        problem(responses, "401", "No token that is believed, and not this machine");
        problem(
                responses,
                "403",
                "Another agency's or municipality's to send, or not for that role; nothing was stored");
        problem(responses, "409", "The id is known with other content");
        problem(responses, "413", "More than 64 KiB an event, 10,000 events or 8 MiB a request; nothing was stored");
        problem(responses, "415", "Not application/json");
        problem(responses, "503", "Broker or registry away: the same may be sent again after Retry-After");
        post.setResponses(responses);
    }

    private static void problem(ApiResponses responses, String status, String description) {
        responses.addApiResponse(
                status,
                new ApiResponse()
                        .description(description)
                        .content(new Content().addMediaType(PROBLEM, new MediaType().schema(new ObjectSchema()))));
    }
}
