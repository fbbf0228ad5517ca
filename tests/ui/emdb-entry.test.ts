import { describe, expect, it } from "vitest";
import { emdbIdOf, lookUpEntry } from "../../src/ui/parameters/emdb-entry.ts";

/** The parts of EMDB's answer for EMD-2111 that are read. */
const EMD_2111 = {
  emdb_id: "EMD-2111",
  admin: {
    title: "Negative structure of closed conformation of crm1",
    key_dates: { deposition: "2012-05-31T00:00:00" },
  },
  map: { contour_list: { contour: [{ primary: true, level: 0.04 }, { level: 9 }] } },
  structure_determination_list: {
    structure_determination: [{ image_processing: [{ final_reconstruction: { resolution: { valueOf_: "18.0" } } }] }],
  },
};

function answering(body: string, status = 200) {
  const asked: [address: string, options: RequestInit | undefined][] = [];
  const ask = async (address: string | URL | Request, options?: RequestInit) => {
    asked.push([String(address), options]);
    return new Response(body, { status });
  };
  return { asked, ask: ask as typeof fetch };
}

describe("lookUpEntry", () => {
  it("asks once, with the id and nothing else, and reads what a report has a place for", async () => {
    const { asked, ask } = answering(JSON.stringify(EMD_2111));
    expect(await lookUpEntry("EMD-2111", ask)).toEqual({
      entry: {
        emdbId: "EMD-2111",
        title: "Negative structure of closed conformation of crm1",
        depositionDate: "2012-05-31",
        contourLevel: 0.04,
        resolution: 18,
      },
    });
    expect(asked.map(([address]) => address)).toEqual(["https://www.ebi.ac.uk/emdb/api/entry/EMD-2111"]);
    expect(asked[0]![1]).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer" });
    expect(asked[0]![1]).not.toHaveProperty("body");
  });

  it("leaves open what an entry does not say", async () => {
    const { ask } = answering(JSON.stringify({ admin: { title: " " }, map: { contour_list: {} } }));
    const nothing = { title: null, depositionDate: null, contourLevel: null, resolution: null };
    expect(await lookUpEntry("EMD-1", ask)).toEqual({ entry: { emdbId: "EMD-1", ...nothing } });
  });

  it.each([
    ["", 404, /^EMDB has no entry EMD-9999\. Type/],
    ["", 503, /^EMDB answered with status 503\. Type/],
    ["<html>", 200, /^EMDB’s answer could not be read\. Type/],
  ])("says why there is no entry: %j, %i", async (body, status, words) => {
    const answer = await lookUpEntry("EMD-9999", answering(body, status).ask);
    expect(answer).toEqual({ problem: expect.stringMatching(words) });
  });

  it("says so where there is no connection", async () => {
    const offline = () => Promise.reject(new TypeError("Failed to fetch"));
    expect(await lookUpEntry("EMD-1997", offline as typeof fetch)).toEqual({
      problem: expect.stringContaining("could not be reached"),
    });
  });
});

describe("emdbIdOf", () => {
  it.each(["1997", "EMD-1997", "emd_1997", " emd 1997 "])("reads %j", (text) => {
    expect(emdbIdOf(text)).toBe("EMD-1997");
  });

  it.each(["", "EMD-", "12", "1997.map", "../x"])("refuses %j", (text) => expect(emdbIdOf(text)).toBeNull());
});
