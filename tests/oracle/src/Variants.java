package oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/**
 * variants OUT [NAME ...]: writes a small index for each variant of the format to OUT/NAME/index, its dump to
 * OUT/NAME/dump.jsonl and the hits of some queries to OUT/NAME/hits.jsonl. All bytes but those of the .si files (which hold
 * the time) and of segments_N are the same in every run of one name, and of all names.
 */
final class Variants {
    private Variants() {
    }

    static int write(Args args) throws IOException {
        Path out = Paths.get(args.word(0, "OUT"));
        List<String> wanted = args.words.subList(1, args.words.size());
        List<Variant> all = new ArrayList<>();
        StoredVariants.add(all);
        TermVariants.add(all);
        PostingVariants.add(all);
        NumberVariants.add(all);
        StringVariants.add(all);
        PointVariants.add(all);
        LifeVariants.add(all);
        OddVariants.add(all);
        for (Variant variant : all) {
            if (wanted.isEmpty() || wanted.contains(variant.name)) {
                variant.write(out);
            }
        }
        return 0;
    }
}
