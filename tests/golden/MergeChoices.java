import java.io.IOException;
import java.util.*;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.index.*;
import org.apache.lucene.store.*;
import org.apache.lucene.util.*;

/**
 * Asks Lucene's TieredMergePolicy which segments of made-up size it would merge and prints merge-policy.json:
 * java -cp lucene-core.jar MergeChoices.java > merge-policy.json
 */
public class MergeChoices {
    private static final String[] CALLS = {"natural", "natural", "natural", "natural", "forced", "forced", "deletes"};
    private static final double MB = 1024 * 1024;

    private record Segment(long bytes, int maxDoc, int deleted, boolean merging, boolean compound, boolean original) { }

    public static void main(String[] args) throws IOException {
        Random random = new Random(88);
        System.out.println("{\"about\":\"TieredMergePolicy of Lucene 8.8.1 on made-up segments [bytes, maxDoc, deleted, is merging, is compound, is original]\",\"rows\":[");
        for (int row = 0; row < 600; row++) {
            System.out.println((row == 0 ? "" : ",") + row(random));
        }
        System.out.println("]}");
    }

    private static String row(Random random) throws IOException {
        TieredMergePolicy policy = new TieredMergePolicy();
        double maxMerged = 5 * 1024;
        double floor = 2;
        double perTier = 10;
        int atOnce = 10;
        int explicit = 30;
        double deletesAllowed = 33;
        if (random.nextInt(3) == 0) {
            maxMerged = 1 + random.nextInt(200);
            floor = (1 + random.nextInt(40)) / 10d;
            perTier = 2 + random.nextInt(12);
            atOnce = 2 + random.nextInt(12);
            explicit = 2 + random.nextInt(12);
            deletesAllowed = 20 + random.nextInt(31);
            policy.setMaxMergedSegmentMB(maxMerged).setFloorSegmentMB(floor).setSegmentsPerTier(perTier).setMaxMergeAtOnce(atOnce)
                .setMaxMergeAtOnceExplicit(explicit).setDeletesPctAllowed(deletesAllowed);
        }
        Segment[] segments = segments(random, maxMerged, floor);
        String call = CALLS[random.nextInt(CALLS.length)];
        int max = call.equals("forced") ? random.nextInt(2) == 0 ? 1 : 1 + random.nextInt(12) : 0;
        List<List<Integer>> merges = ask(policy, call, max, segments);
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "{\"call\":\"%s\",\"max\":%d,\"maxMergedMB\":%s,\"floorMB\":%s,\"perTier\":%s,\"atOnce\":%d,\"explicit\":%d,\"deletes\":%s,\"segments\":[",
            call, max, maxMerged, floor, perTier, atOnce, explicit, deletesAllowed));
        for (int i = 0; i < segments.length; i++) {
            Segment s = segments[i];
            line.append(i == 0 ? "" : ",").append(String.format("[%d,%d,%d,%d,%d,%d]", s.bytes, s.maxDoc, s.deleted, s.merging ? 1 : 0, s.compound ? 1 : 0, s.original ? 1 : 0));
        }
        return line.append("],\"merges\":").append(merges.toString().replace(" ", "")).append('}').toString();
    }

    private static Segment[] segments(Random random, double maxMergedMB, double floorMB) {
        int count = 1 + random.nextInt(random.nextInt(4) == 0 ? 90 : 30);
        double low = Math.log(floorMB * MB / 200);
        double high = Math.log(maxMergedMB * MB * 1.6);
        if (random.nextInt(3) == 0) high = low + (high - low) * random.nextDouble();
        int deletions = random.nextInt(4);
        boolean merging = random.nextInt(5) == 0;
        int compound = random.nextInt(3);
        int original = random.nextInt(5);
        boolean equal = random.nextInt(10) == 0;
        long first = 0;
        Segment[] segments = new Segment[count];
        for (int i = 0; i < count; i++) {
            long bytes = (long) Math.exp(low + (high - low) * random.nextDouble());
            if (i == 0) first = bytes;
            if (equal) bytes = first;
            int maxDoc = (int) Math.max(1, Math.min(100_000_000, bytes / (200 + random.nextInt(2000))));
            double share = deletions == 0 ? 0 : deletions == 1 ? (random.nextInt(4) == 0 ? random.nextDouble() : 0) : deletions == 2 ? random.nextDouble() * 0.7 : random.nextDouble() * 0.2;
            segments[i] = new Segment(bytes, maxDoc, (int) (maxDoc * share), merging && random.nextInt(4) == 0,
                compound == 0 || compound == 1 && random.nextBoolean(), original > 0 || random.nextBoolean());
        }
        return segments;
    }

    private static List<List<Integer>> ask(TieredMergePolicy policy, String call, int max, Segment[] segments) throws IOException {
        Map<String, Long> lengths = new HashMap<>();
        Directory directory = new FilterDirectory(new ByteBuffersDirectory()) {
            @Override
            public long fileLength(String name) {
                return lengths.get(name);
            }
        };
        SegmentInfos infos = new SegmentInfos(Version.LATEST.major);
        Map<SegmentCommitInfo, Integer> numbers = new HashMap<>();
        Map<SegmentCommitInfo, Boolean> toMerge = new HashMap<>();
        Set<SegmentCommitInfo> merging = new HashSet<>();
        for (int i = 0; i < segments.length; i++) {
            Segment s = segments[i];
            String name = "_" + Integer.toString(i, 36);
            SegmentInfo info = new SegmentInfo(directory, Version.LATEST, Version.LATEST, name, s.maxDoc, s.compound, Codec.getDefault(),
                Map.of(), StringHelper.randomId(), Map.of(), null);
            info.setFiles(Set.of(name + ".si"));
            lengths.put(name + ".si", s.bytes);
            SegmentCommitInfo commit = new SegmentCommitInfo(info, s.deleted, 0, -1, -1, -1, StringHelper.randomId());
            infos.add(commit);
            numbers.put(commit, i);
            toMerge.put(commit, s.original);
            if (s.merging) merging.add(commit);
        }
        MergePolicy.MergeContext context = new MergePolicy.MergeContext() {
            @Override public int numDeletesToMerge(SegmentCommitInfo info) { return info.getDelCount(); }
            @Override public int numDeletedDocs(SegmentCommitInfo info) { return info.getDelCount(); }
            @Override public InfoStream getInfoStream() { return InfoStream.NO_OUTPUT; }
            @Override public Set<SegmentCommitInfo> getMergingSegments() { return merging; }
        };
        MergePolicy.MergeSpecification found = switch (call) {
            case "natural" -> policy.findMerges(MergeTrigger.SEGMENT_FLUSH, infos, context);
            case "forced" -> policy.findForcedMerges(infos, max, toMerge, context);
            default -> policy.findForcedDeletesMerges(infos, context);
        };
        List<List<Integer>> merges = new ArrayList<>();
        if (found != null) {
            for (MergePolicy.OneMerge merge : found.merges) {
                List<Integer> one = new ArrayList<>();
                for (SegmentCommitInfo info : merge.segments) one.add(numbers.get(info));
                merges.add(one);
            }
        }
        return merges;
    }
}
