package oracle;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;

/** Trees of points: one to eight dimensions, several points of a document, few distinct ones, wide ones. */
final class PointVariants {
    private static final int DIMENSIONS = 8;

    private PointVariants() {
    }

    static void add(List<Variant> all) {
        all.add(new Variant("points-one-dimension", Variant.documents(1500, PointVariants::line))
            .ask(Ask.ints("int", -1_000_000_000, 2000), Ask.ints("int", 5, 4), Ask.ints("constant", 42, 42), Ask.doubles("double", -0.5, 0.25),
                Ask.ints("many", 10, 15), Ask.bool("MUST_NOT", Ask.ints("few", 0, 1), "MUST", Ask.all())));
        Variant boxes = new Variant("points-dimensions", Variant.documents(700, PointVariants::dimensions));
        for (int count = 1; count <= DIMENSIONS; count++) {
            int[] low = new int[count];
            int[] high = new int[count];
            Arrays.fill(low, 10);
            Arrays.fill(high, 180);
            boxes.ask(Ask.intBox("d" + count, low, high));
        }
        all.add(boxes.ask(Ask.intBox("constant", new int[] {1, 2, 3}, new int[] {1, 2, 3}), Ask.intBox("constant", new int[] {1, 2, 4}, new int[] {9, 9, 9})));
        all.add(new Variant("points-fewer-index-dimensions", Variant.documents(700, PointVariants::shapes))
            .ask(Ask.box("shape", 4, new byte[8], new byte[] {0, 0, 1, 90, 0, 0, 1, 0})));
    }

    private static void line(Document d, int n) {
        Random random = new Random(n);
        d.add(new IntPoint("int", random.nextInt()));
        d.add(new IntPoint("constant", 42));
        d.add(new LongPoint("ascending", 1_000_000_000_000L + n));
        d.add(new IntPoint("few", random.nextInt(5)));
        d.add(new DoublePoint("double", random.nextInt(400) / 100.0 - 2));
        if (n < 100) {
            d.add(new BinaryPoint("wide", new byte[][] {{10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) random.nextInt(4), 0, 0, (byte) n}}));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            d.add(new IntPoint("many", random.nextInt(100)));
        }
        if (n == 3) {
            d.add(new LongPoint("one", Long.MIN_VALUE));
        }
    }

    private static void dimensions(Document d, int n) {
        Random random = new Random(n);
        for (int count = 1; count <= DIMENSIONS; count++) {
            int[] point = new int[count];
            for (int i = 0; i < count; i++) {
                point[i] = random.nextInt(200);
            }
            d.add(new IntPoint("d" + count, point));
        }
        d.add(new IntPoint("few", random.nextInt(3), random.nextInt(3)));
        d.add(new IntPoint("constant", 1, 2, 3));
    }

    /** Four dimensions of which the tree splits on two; some documents have two. */
    private static void shapes(Document d, int n) {
        FieldType type = new FieldType();
        type.setDimensions(4, 2, 4);
        type.freeze();
        byte[] packed = new byte[16];
        Random random = new Random(n);
        for (int i = 2; i < 16; i += 4) {
            packed[i] = (byte) random.nextInt(3);
            packed[i + 1] = (byte) random.nextInt(128);
        }
        d.add(new BinaryPoint("shape", packed, type));
        if (n % 3 == 0) {
            packed = packed.clone();
            packed[2] = 0;
            packed[11] = 9;
            d.add(new BinaryPoint("shape", packed, type));
        }
    }
}
