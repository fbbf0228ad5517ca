import { MapError } from "../../core/errors.ts";
import type { OpenRequest } from "./open-map.ts";

interface ExampleFacts {
  readonly name: string;
  readonly contourLevel: number;
  readonly resolution: number | null;
}

/** The example map of this site, with the level and resolution that go with it. Same origin, no other request. */
export async function fetchExample(): Promise<OpenRequest> {
  const [facts, map] = await Promise.all([fetchFile("./example.json"), fetchFile("./example.map.gz")]);
  const { name, contourLevel, resolution } = (await facts.json()) as ExampleFacts;
  const file = new File([await map.blob()], name.endsWith(".gz") ? name : `${name}.gz`);
  return { file, parameters: { contourLevel, contourSource: "user", resolution } };
}

async function fetchFile(address: string): Promise<Response> {
  const response = await fetch(new URL(address, document.baseURI)).catch(() => null);
  if (!response?.ok) {
    throw new MapError(
      "job.failed",
      "The example map could not be fetched from this site; choose a file of your own.",
      {
        address,
        status: response?.status ?? null,
      },
    );
  }
  return response;
}
