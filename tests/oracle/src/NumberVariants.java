package oracle;

import java.util.List;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;

/** Numeric columns: every encoding, every kind of document set. */
final class NumberVariants {
    private NumberVariants() {
    }

    static void add(List<Variant> all) {
        all.add(new Variant("numbers-encodings", Variant.documents(300, NumberVariants::encodings)));
        all.add(new Variant("numbers-blocks", Variant.documents(33_200, NumberVariants::blocks)));
        all.add(new Variant("numbers-jumps", Variant.documents(200_000, NumberVariants::jumps)));
        all.add(new Variant("numbers-multi-valued", Variant.documents(300, NumberVariants::lists)));
    }

    private static void encodings(Document d, int n) {
        Random random = new Random(n);
        for (int width : new int[] {1, 2, 4, 7, 8, 12, 15, 20, 24, 28, 31, 40, 48, 55, 64}) {
            d.add(new NumericDocValuesField("bits" + width, random.nextLong() >>> (64 - width)));
        }
        for (int size : new int[] {2, 5, 17, 200}) {
            d.add(new NumericDocValuesField("table" + size, random.nextInt(size) * random.nextInt(size) % size * 1_234_567L * 3_456_789L - 99));
        }
        d.add(new NumericDocValuesField("constant", -3));
        d.add(new NumericDocValuesField("gcd", 1_500_000_000_000L + random.nextInt(4000) * 86_400_000L));
        d.add(new NumericDocValuesField("negative_gcd", -30L * random.nextInt(100_000)));
        d.add(new NumericDocValuesField("delta", 1_000_000 + random.nextInt(60_000)));
        d.add(new NumericDocValuesField("extreme", n % 3 == 0 ? Long.MIN_VALUE : n % 3 == 1 ? Long.MAX_VALUE : n));
        if (n % 3 == 1) {
            d.add(new NumericDocValuesField("third", random.nextInt(1000)));
        }
        if (n != 77) {
            d.add(new NumericDocValuesField("all_but_one", n));
        }
        if (n == 70) {
            d.add(new NumericDocValuesField("one", Long.MIN_VALUE));
        }
    }

    /** Of blocks of 16,384 values: wide ones in few places, so that the width varies by block. */
    private static void blocks(Document d, int n) {
        d.add(new NumericDocValuesField("varying", n < 16_384 ? 7 : n < 32_768 ? n % 2 : n * 1_234_567_890_123L));
        d.add(new NumericDocValuesField("varying_gcd", 1000L * (n < 32_768 ? 7 : n * 7919L)));
    }

    /** Document sets over four blocks of 65,536: sparse, dense, all and empty ones, with jump tables. */
    private static void jumps(Document d, int n) {
        int block = n >> 16;
        int place = n & 0xffff;
        if (block != 1 && place % 3000 == 5) {
            d.add(new NumericDocValuesField("sparse", place));
        }
        if (block != 2 && place % 13 == 0) {
            d.add(new NumericDocValuesField("dense", 4));
        }
        if (block != 1 || place == 0) {
            d.add(new NumericDocValuesField("full", 4));
        }
        if (block == 3) {
            d.add(new NumericDocValuesField("last", -1));
        }
    }

    private static void lists(Document d, int n) {
        Random random = new Random(n);
        d.add(new SortedNumericDocValuesField("single", n / 3));
        d.add(new SortedNumericDocValuesField("equal", 9));
        d.add(new SortedNumericDocValuesField("equal", 9));
        for (int i = random.nextInt(4); i > 0; i--) {
            d.add(new SortedNumericDocValuesField("lists", random.nextInt(2000) - 1000));
        }
        if (n % 40 == 3) {
            d.add(new SortedNumericDocValuesField("rare", n));
            d.add(new SortedNumericDocValuesField("rare", -n));
        }
    }
}
