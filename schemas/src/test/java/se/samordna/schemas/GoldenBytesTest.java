package se.samordna.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samordna.platform.Tick;

/** Bytes of each release, a full and a sparse record of every type in a file, are read by today's classes to the last one. */
class GoldenBytesTest {

    static Stream<Released> releases() {
        AvroTrust.establish();
        return Released.all().stream();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void are_read_and_written_again_the_same(Released release) throws IOException {
        for (Class<? extends SpecificRecord> type : RecordTypes.all()) {
            Schema released = release.schemas().get(type.getSimpleName());
            if (released == null) {
                continue; // the type is younger than this release
            }
            byte[] golden = Files.readAllBytes(release.golden(type.getSimpleName()));
            SpecificData model = SpecificData.getForClass(type);
            Schema today = model.getSchema(type);

            List<SpecificRecord> read = read(golden, model.createDatumReader(released, today));
            byte[] rewritten = write(read, model.createDatumWriter(today));
            List<GenericData.Record> asReleased = read(rewritten, new GenericDatumReader<>(today, released));

            assertThat(read)
                    .as(type.getSimpleName())
                    .hasSize(2)
                    .allSatisfy(record -> assertThat(record).isInstanceOf(type));
            assertThat(write(asReleased, new GenericDatumWriter<>(released)))
                    .as("%s of %s", type.getSimpleName(), release.version())
                    .isEqualTo(golden);
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void there_are_some_of_every_type_of_the_release(Released release) {
        assertThat(RecordTypes.all().stream()
                        .map(Class::getSimpleName)
                        .filter(release.schemas()::containsKey)
                        .toList())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(release.golden(name)).exists());
    }

    @Test
    void a_changed_byte_is_noticed() throws IOException {
        byte[] golden = Files.readAllBytes(Released.all().getFirst().golden("Tick"));
        byte[] changed = golden.clone();
        changed[0] ^= 2;
        SpecificData model = SpecificData.getForClass(Tick.class);
        Schema schema = model.getSchema(Tick.class);

        List<SpecificRecord> one = read(golden, model.createDatumReader(schema, schema));
        List<SpecificRecord> other = read(changed, model.createDatumReader(schema, schema));

        assertThat(other).isNotEqualTo(one);
    }

    /** The full sample of a type, as its generated class. */
    static <T extends SpecificRecord> T fullRecord(Class<T> type) throws IOException {
        SpecificData model = SpecificData.getForClass(type);
        List<T> records = read(sample(type), model.createDatumReader(WireSchemas.of(type), model.getSchema(type)));
        return records.getFirst();
    }

    static byte[] sample(Class<? extends SpecificRecord> type) throws IOException {
        Schema schema = WireSchemas.of(type);
        return write(List.of(Samples.full(schema), Samples.sparse(schema)), new GenericDatumWriter<>(schema));
    }

    @SuppressWarnings("unchecked") // Avro's model hands out untyped readers
    private static <T> List<T> read(byte[] bytes, DatumReader<?> reader) throws IOException {
        List<T> records = new ArrayList<>();
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
        while (!decoder.isEnd()) {
            records.add(((DatumReader<T>) reader).read(null, decoder));
        }
        return records;
    }

    @SuppressWarnings("unchecked") // as above
    private static <T> byte[] write(List<T> records, DatumWriter<?> writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Encoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        for (T record : records) {
            ((DatumWriter<T>) writer).write(record, encoder);
        }
        encoder.flush();
        return bytes.toByteArray();
    }
}
