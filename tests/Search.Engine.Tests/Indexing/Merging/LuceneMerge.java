import java.io.IOException;
import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.*;
import org.apache.lucene.store.*;

/**
 * LuceneMerge merge INDEX TARGET: a copy of the index, merged by Lucene to one segment in the order of its segments.
 * LuceneMerge gather INDEX TARGET PERCENT FOLDER...: before that, an index of the segments of other ones, with so many percent
 * of the documents deleted, but none of the last segment.
 */
public class LuceneMerge {
    public static void main(String[] args) throws Exception {
        Path index = Paths.get(args[1]);
        if (args[0].equals("gather")) {
            gather(index, Integer.parseInt(args[3]), Arrays.copyOfRange(args, 4, args.length));
        }
        merge(index, Paths.get(args[2]));
    }

    private static void gather(Path index, int percent, String[] folders) throws IOException {
        Random random = new Random(folders.length);
        IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
        try (Directory directory = FSDirectory.open(index); IndexWriter writer = new IndexWriter(directory, config)) {
            for (String folder : folders) {
                try (Directory source = FSDirectory.open(Paths.get(folder))) {
                    writer.addIndexes(source);
                }
            }
            writer.commit();
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                for (LeafReaderContext leaf : reader.leaves().subList(0, reader.leaves().size() - 1)) {
                    for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                        if (random.nextInt(100) < percent) writer.tryDeleteDocument(leaf.reader(), doc);
                    }
                }
            }
            writer.commit();
        }
    }

    private static void merge(Path index, Path target) throws IOException {
        Files.createDirectories(target);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(index)) {
            for (Path file : files) Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer()).setMergePolicy(new InOrder()).setUseCompoundFile(false);
        try (Directory directory = FSDirectory.open(target); IndexWriter writer = new IndexWriter(directory, config)) {
            writer.forceMerge(1);
            writer.commit();
        }
    }

    private static final class InOrder extends FilterMergePolicy {
        InOrder() {
            super(NoMergePolicy.INSTANCE);
        }

        @Override
        public MergeSpecification findForcedMerges(SegmentInfos infos, int max, Map<SegmentCommitInfo, Boolean> segments, MergeContext context) {
            if (infos.size() <= 1) return null;
            MergeSpecification specification = new MergeSpecification();
            specification.add(new OneMerge(infos.asList()));
            return specification;
        }

        @Override
        public boolean useCompoundFile(SegmentInfos infos, SegmentCommitInfo info, MergeContext context) {
            return false;
        }
    }
}
