/**
 * `npm test`: types, lint, build, bundle budget, unit tests and goldens, end-to-end tests; each counts. The last line is
 * `N passed, N failed, N skipped`. A step that fails does not hide the ones after it.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const results = `${root}build/test-results`;
const dataFolder = process.env.MAPASSAY_DATA ?? `${root}../shared`;

const total = { passed: 0, failed: 0, skipped: 0 };

function run(command, args, env = {}) {
  console.log(`\n$ ${command} ${args.join(" ")}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  return status === 0;
}

function step(command, args) {
  const passed = run(command, args);
  total[passed ? "passed" : "failed"]++;
  return passed;
}

/** A runner's own count; a runner that fails without naming a failed test counts as one failure. */
function count(succeeded, file, read) {
  const counts = existsSync(file) ? read(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 0, skipped: 0 };
  if ((!succeeded && counts.failed === 0) || counts.passed === 0) counts.failed++;
  for (const key of Object.keys(total)) total[key] += counts[key];
}

function unitTests() {
  const file = `${results}/unit.json`;
  const passed = run("npx", ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile=${file}`]);
  count(passed, file, (report) => ({
    passed: report.numPassedTests,
    failed:
      report.numFailedTests +
      report.testResults.filter((f) => f.status === "failed" && f.assertionResults.length === 0).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

function endToEndTests() {
  const file = `${results}/e2e.json`;
  const passed = run("npx", ["playwright", "test", "--reporter=list,json"], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  count(passed, file, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
step("npx", ["tsc", "-b"]);
step("npx", ["biome", "ci", "."]);
if (step("node", ["scripts/build.js"])) {
  step("node", ["scripts/check-budget.js"]);
  unitTests();
  endToEndTests();
}
if (existsSync(dataFolder) && total.skipped > 0) {
  console.log(`\nThe data folder is there, and yet ${total.skipped} tests were skipped.`);
  total.failed++;
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
