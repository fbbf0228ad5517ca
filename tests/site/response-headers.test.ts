import { describe, expect, it } from "vitest";
import { fileKind, headersFile, policyInPage, responseHeaders } from "../../src/site/response-headers.ts";

const policy = (path: string) => responseHeaders(path)["Content-Security-Policy"]!;

describe("the rules that files are sent with", () => {
  it.each([
    ["/", "page"],
    ["/folder/index.html", "page"],
    ["/assets/index-Dw4OZqmq.js", "page"],
    ["/assets/worker-pool-Dw4OZqmq.js", "page"],
    ["/assets/compute.worker-Ta3FvzEK.js", "worker"],
    ["/assets/compute.worker-Ta3-vz_K.js", "worker"],
    ["/folder/service-worker.js", "worker"],
    ["/assets/self-test.worker-Ta3FvzEK.js", "evalWorker"],
    ["/assets/my-self-test.worker-Ta3FvzEK.js", "worker"],
  ])("%s is a %s", (path, kind) => expect(fileKind(path)).toBe(kind));

  it("isolate every file and let none ask another host", () => {
    for (const path of ["/", "/assets/compute.worker-1.js", "/assets/self-test.worker-1.js", "/icon.svg"]) {
      expect(responseHeaders(path)).toMatchObject({
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cross-Origin-Resource-Policy": "same-origin",
      });
      expect(policy(path)).toMatch(/^default-src 'none';/);
      expect(policy(path)).toMatch(/connect-src 'self'(;|$)/);
    }
  });

  it("let text become code in the worker of the self-test only", () => {
    const allowed = ["/", "/assets/compute.worker-1.js", "/service-worker.js", "/assets/self-test.worker-1.js"].filter(
      (path) => policy(path).includes("'unsafe-eval'"),
    );
    expect(allowed).toEqual(["/assets/self-test.worker-1.js"]);
  });

  it("state in the page all of its policy but the frames", () => {
    expect(`${policyInPage()}; frame-ancestors 'none'`).toBe(policy("/"));
  });
});

describe("the file of headers for static hosts", () => {
  const text = headersFile(["index.html", "assets/compute.worker-1.js", "assets/index-2.js", "service-worker.js"]);
  const rules = new Map(text.split(/\n(?=\/)/).map((rule) => [rule.slice(0, rule.indexOf("\n")), rule] as const));

  it("isolates all, and gives the page and each worker its policy", () => {
    expect([...rules.keys()]).toEqual(["/*", "/", "/index.html", "/assets/compute.worker-1.js", "/service-worker.js"]);
    expect(rules.get("/*")).toContain("  Cross-Origin-Embedder-Policy: require-corp\n");
    expect(rules.get("/")).toContain(`  Content-Security-Policy: ${policy("/")}\n`);
    expect(rules.get("/assets/compute.worker-1.js")).toContain(policy("/assets/compute.worker-1.js"));
  });

  it("gives no policy twice to one path", () => expect(rules.get("/*")).not.toContain("Content-Security-Policy"));
});

it("only a build with the look-up lets the page, and no worker, ask EMDB", () => {
  const open = { lookUp: "emdb" } as const;
  const rule = "connect-src 'self' https://www.ebi.ac.uk";
  expect(policyInPage(open).split("; ")).toContain(rule);
  expect(responseHeaders("/", open)["Content-Security-Policy"]!.split("; ")).toContain(rule);
  for (const path of ["/assets/compute.worker-1.js", "/service-worker.js"]) {
    expect(responseHeaders(path, open)).toEqual(responseHeaders(path));
  }
  expect(policyInPage()).not.toContain("ebi.ac.uk");
});
