import type { Report } from "../../report/report.ts";

/** A finished run as it is kept: its report, never a voxel. */
export interface RecentResult {
  readonly report: Report;
  /** Milliseconds since 1970. */
  readonly finishedAt: number;
}

/** Results of earlier visits, newest first. Nothing here fails: where the browser keeps nothing, there are none. */
export interface Recents {
  add(report: Report, finishedAt: number): Promise<void>;
  list(): Promise<readonly RecentResult[]>;
  clear(): Promise<void>;
}

/** Files whose latest result is kept. */
const MOST = 8;

/** The list with a result in front; the same file's earlier result leaves it, and so does what is too many. */
export function withResult(list: readonly RecentResult[], { report, finishedAt }: RecentResult): RecentResult[] {
  const others = list.filter((one) => one.report.input.sha256 !== report.input.sha256);
  return [{ report, finishedAt }, ...others].slice(0, MOST);
}

const DATABASE = "mapassay";
const STORE = "recent";
const LIST = "results";

/** The results kept in this browser. @param factory absent where the browser has no IndexedDB, or forbids it */
export function createRecents(factory: IDBFactory | undefined): Recents {
  async function change(
    next: (list: readonly RecentResult[]) => readonly RecentResult[],
  ): Promise<readonly RecentResult[]> {
    if (!factory) return [];
    try {
      return await inDatabase(factory, next);
    } catch {
      // Private windows and full disks refuse; the page loses a convenience and nothing else.
      return [];
    }
  }
  return {
    add: async (report, finishedAt) => void (await change((list) => withResult(list, { report, finishedAt }))),
    list: () => change((list) => list),
    clear: async () => void (await change(() => [])),
  };
}

/** Reads the list and writes the next one in one transaction, so that two tabs do not lose each other's results. */
async function inDatabase(
  factory: IDBFactory,
  next: (list: readonly RecentResult[]) => readonly RecentResult[],
): Promise<readonly RecentResult[]> {
  const opening = factory.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await settled(opening);
  try {
    const store = database.transaction(STORE, "readwrite").objectStore(STORE);
    const before = await settled<unknown>(store.get(LIST));
    const list = Array.isArray(before) ? (before as RecentResult[]).filter(isReadable) : [];
    const after = next(list);
    if (after !== list) await settled(store.put(after, LIST));
    return after;
  } finally {
    database.close();
  }
}

/** Results that an earlier version wrote in another form are left out. */
function isReadable(result: Partial<RecentResult>): boolean {
  return result.report?.schemaVersion === 1;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
