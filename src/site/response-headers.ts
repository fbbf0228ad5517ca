import { EMDB_ORIGIN, LOOK_UP, type LookUp } from "./look-up.ts";

/**
 * What every file of the web app is sent with: one table for `mapassay serve`, for the service worker and for the
 * `_headers` file of static hosts, so that none of them allows what another refuses.
 */

/** Which policy a file stands under. A worker obeys the policy of its own script, not that of the page. */
export type FileKind = "page" | "worker" | "evalWorker";

/**
 * Scripts are our own, requests go to this origin, WebAssembly may be compiled; no text becomes code. A worker of the page's
 * own making (`blob:`) has the page's policy: so are workers guarded whose scripts come without one.
 */
const POLICIES: Readonly<Record<FileKind, readonly string[]>> = {
  page: [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ],
  worker: ["default-src 'none'", "connect-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"],
  evalWorker: ["default-src 'none'", "connect-src 'self'", "script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'"],
};

/** Workers whose libraries (ndarray, ndarray-fft) write their inner loops as text. */
const EVAL_WORKERS: readonly string[] = ["self-test.worker"];

const COMMON = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
} as const;

/** The kind of a built file by its address: "/assets/compute.worker-Ta3FvzEK.js" and "/service-worker.js" are workers. */
export function fileKind(path: string): FileKind {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === "service-worker.js") return "worker";
  const worker = /^(.+\.worker)\b.*\.js$/.exec(name)?.[1];
  if (worker === undefined) return "page";
  return EVAL_WORKERS.includes(worker) ? "evalWorker" : "worker";
}

interface PolicyOptions {
  /** With a look-up the page, and no worker, may ask that one other host. */
  readonly lookUp?: LookUp;
}

/** The headers of a file, by the path of its address: isolation from other origins, and its security policy. */
export function responseHeaders(path: string, options: PolicyOptions = {}): Readonly<Record<string, string>> {
  return { ...COMMON, "Content-Security-Policy": policyOf(fileKind(path), options).join("; ") };
}

function policyOf(kind: FileKind, { lookUp = LOOK_UP }: PolicyOptions): readonly string[] {
  if (kind !== "page" || lookUp === "off") return POLICIES[kind];
  return POLICIES.page.map((rule) => (rule.startsWith("connect-src") ? `${rule} ${EMDB_ORIGIN}` : rule));
}

/** The page's policy as a `meta` element may state it, where a host sends none: frames can only be refused by a header. */
export function policyInPage(options: PolicyOptions = {}): string {
  return policyOf("page", options)
    .filter((rule) => !rule.startsWith("frame-ancestors"))
    .join("; ");
}

/**
 * The `_headers` file that static hosts such as Netlify and Cloudflare Pages obey. A path that two rules match gets both
 * policies, so the page's is given to the page alone.
 *
 * @param files paths of the site without the leading slash
 */
export function headersFile(files: readonly string[]): string {
  const policy = (path: string) => rule(path, { "Content-Security-Policy": policyOf(fileKind(path), {}).join("; ") });
  const workers = files.filter((file) => fileKind(file) !== "page").map((file) => `/${file}`);
  return [rule("/*", COMMON), ...["/", "/index.html", ...workers].map(policy)].join("\n");
}

function rule(path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `${path}\n${lines.join("")}`;
}
