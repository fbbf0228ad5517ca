/**
 * `npm test`: types, lint, build, bundle budget, unit tests and goldens, end-to-end tests; each counts. The last line is
 * `N passed, N failed, N skipped`. A step that fails does not hide the ones after it. A test file of which no test is
 * reported is a failure.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const tests = join(root, "tests");
const results = `${root}build/test-results`;
const dataFolder = process.env.MAPASSAY_DATA ?? `${root}../shared`;

const total = { passed: 0, failed: 0, skipped: 0 };

function run(command, args, env = {}) {
  console.log(`\n$ ${command} ${args.join(" ")}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  return status === 0;
}

/** Steps may run side by side, so what one says is shown when it has ended. */
function step(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => said.push(part));
    child.once("error", (error) => said.push(Buffer.from(`${error}\n`)));
    child.once("close", (status) => {
      console.log(`\n$ ${command} ${args.join(" ")}`);
      process.stdout.write(Buffer.concat(said));
      total[status === 0 ? "passed" : "failed"]++;
      resolve(status === 0);
    });
  });
}

/** A runner's own count; a runner that fails without naming a failed test counts as one failure. */
function count(succeeded, file, read) {
  const nothing = { passed: 0, failed: 0, skipped: 0, files: [] };
  const { files, ...counts } = existsSync(file) ? read(JSON.parse(readFileSync(file, "utf8"))) : nothing;
  if ((!succeeded && counts.failed === 0) || counts.passed === 0) counts.failed++;
  for (const key of Object.keys(total)) total[key] += counts[key];
  return new Set(files);
}

/** Every test file below `tests` that was to run and is not among those of which tests are reported is a failure. */
function expectAll(isExpected, reported) {
  const names = readdirSync(tests, { recursive: true }).map(String).filter(isExpected);
  for (const name of names.filter((one) => !reported.has(one))) {
    console.log(`\ntests/${name} reports no test.`);
    total.failed++;
  }
}

function unitTests() {
  const file = `${results}/unit.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile=${file}`];
  const passed = run("npx", ["vitest", "run", "--allowOnly=false", ...reporters]);
  const reported = count(passed, file, (report) => ({
    passed: report.numPassedTests,
    failed:
      report.numFailedTests +
      report.testResults.filter((f) => f.status === "failed" && f.assertionResults.length === 0).length,
    skipped: report.numPendingTests + report.numTodoTests,
    files: report.testResults.filter((f) => f.assertionResults.length > 0).map((f) => relative(tests, f.name)),
  }));
  expectAll((name) => /\.test\.tsx?$/.test(name), reported);
}

function endToEndTests() {
  const file = `${results}/e2e.json`;
  const args = ["playwright", "test", "--forbid-only", "--reporter=list,json"];
  const passed = run("npx", args, { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  const reported = count(passed, file, ({ stats, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    files: suites.map((suite) => join("e2e", suite.file)),
  }));
  expectAll((name) => name.endsWith(".spec.ts"), reported);
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const [built] = await Promise.all([
  step("node", ["scripts/build.js"]),
  step("npx", ["tsc", "-b"]),
  step("npx", ["biome", "ci", "."]),
]);
if (built) {
  await step("node", ["scripts/check-budget.js"]);
  unitTests();
  endToEndTests();
}
if (existsSync(dataFolder) && total.skipped > 0) {
  console.log(`\nThe data folder is there, and yet ${total.skipped} tests were skipped.`);
  total.failed++;
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
