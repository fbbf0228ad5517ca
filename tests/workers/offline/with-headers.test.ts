import { describe, expect, it } from "vitest";
import { responseHeaders } from "../../../src/site/response-headers.ts";
import { withHeaders } from "../../../workers/offline/with-headers.ts";

const PAGE = "/folder/index.html";

describe("a response of the service worker", () => {
  it("keeps its content, status and type, and gets the site's headers", async () => {
    const headers = { "Content-Type": "text/html", "Content-Security-Policy": "default-src *" };
    const sent = withHeaders(new Response("content", { status: 203, statusText: "Other", headers }), PAGE);
    expect({ status: sent.status, text: sent.statusText, body: await sent.text() }).toEqual({
      status: 203,
      text: "Other",
      body: "content",
    });
    const lowerCase = Object.entries(responseHeaders(PAGE)).map(([name, value]) => [name.toLowerCase(), value]);
    expect(Object.fromEntries(sent.headers)).toEqual({ ...Object.fromEntries(lowerCase), "content-type": "text/html" });
  });

  it("stands under the policy of its file", () => {
    const policy = (path: string) => withHeaders(new Response(""), path).headers.get("Content-Security-Policy");
    expect(policy("/assets/compute.worker-1.js")).toBe(
      responseHeaders("/assets/compute.worker-1.js")["Content-Security-Policy"],
    );
    expect(policy("/assets/compute.worker-1.js")).not.toBe(policy("/"));
  });

  it.each([204, 205, 304])("with status %i has no content, and needs none", (status) => {
    expect(withHeaders(new Response(null, { status }), PAGE)).toMatchObject({ status, body: null });
  });

  it("that is an error is handed on", () => {
    const error = Response.error();
    expect(withHeaders(error, PAGE)).toBe(error);
  });
});
