import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** Compares pairs of versions as Maven does: lines of two Base64 texts in, -1, 0 or 1 out. */
class CompareMaven {
    public static void main(String[] arguments) throws Exception {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        var answers = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] texts = line.split(" ", -1);
            int order = version(texts[0]).compareTo(version(texts[1]));
            answers.append(Integer.signum(order)).append('\n');
        }
        new PrintStream(System.out, true).print(answers);
    }

    private static ComparableVersion version(String base64) {
        return new ComparableVersion(
                new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    }
}
