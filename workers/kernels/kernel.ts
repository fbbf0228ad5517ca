import { MapError } from "../../src/core/errors.ts";

/**
 * The compiled kernels bound to one WebAssembly memory. Several workers hold a `Kernel` over the same shared memory;
 * kernels keep no state of their own, so any worker may call any function on any region.
 */
export interface Kernel {
  readonly memory: WebAssembly.Memory;
  /** Raw exports; each typed face in this folder narrows them to what it calls. */
  readonly exports: WebAssembly.Exports;
}

/** Binds a compiled module to a memory. The module's sharing must match the memory's (two builds exist). */
export function bindKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernel {
  const abort = () => {
    throw new MapError("job.failed", "A numerical kernel stopped on an internal fault.");
  };
  const instance = new WebAssembly.Instance(module, { env: { memory, abort } });
  return { memory, exports: instance.exports };
}

/** WebAssembly pages are 64 KiB; the first is left to the module's own statics. */
const PAGE = 65536;
const ALIGNMENT = 64;

/**
 * Bump allocation over a kernel memory, used by one worker at a time (the lead of a job); the others receive addresses.
 * Views must be made after the last allocation of a step: growing gives the memory a new buffer.
 */
export class Arena {
  readonly memory: WebAssembly.Memory;
  #top = PAGE;

  constructor(memory: WebAssembly.Memory) {
    this.memory = memory;
  }

  /** Reserves bytes at a 64-byte boundary and returns their address. @throws memory.exhausted past 4 GiB or the machine's memory */
  allocate(bytes: number): number {
    const address = Math.ceil(this.#top / ALIGNMENT) * ALIGNMENT;
    const missing = Math.ceil((address + bytes) / PAGE) - this.memory.buffer.byteLength / PAGE;
    if (missing > 0) {
      try {
        this.memory.grow(missing);
      } catch (cause) {
        const megabytes = Math.ceil((address + bytes) / 2 ** 20);
        const message = `This step needs ${megabytes} MiB of working memory, which could not be had. Close other tabs or use a smaller box.`;
        throw new MapError("memory.exhausted", message, { megabytes }, cause);
      }
    }
    this.#top = address + bytes;
    return address;
  }

  /** Runs a step and gives back all that it allocated, also when it throws. */
  scope<T>(step: () => T): T {
    const mark = this.#top;
    try {
      return step();
    } finally {
      this.#top = mark;
    }
  }
}
