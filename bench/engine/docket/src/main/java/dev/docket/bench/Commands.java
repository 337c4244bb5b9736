package dev.docket.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the bench asks a Java server for by its standard input, with which the server ends. */
public final class Commands {
    private Commands() {}

    /** Says that the server is ready, and serves until the input ends. */
    public static void run() throws IOException {
        PrintStream out = System.out;
        out.println("ready");
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            // The only command: a full collection. Twice, because the first may only have found what the second frees.
            System.gc();
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            out.println("{\"heap\":" + (runtime.totalMemory() - runtime.freeMemory()) + "}");
        }
        System.exit(0);
    }
}
