import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const schema = JSON.parse(readFileSync(new URL("../../public/report.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, strictTypes: false });
const validate = ajv.compile(schema);

/** Where a written report departs from the published schema; empty when it keeps to it. */
export function schemaErrors(json: string): unknown[] {
  validate(JSON.parse(json));
  return validate.errors ?? [];
}
