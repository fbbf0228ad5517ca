// typedarray-pool, under ndarray-fft, keeps its pool on Node's name for the global object.
Object.assign(globalThis, { global: globalThis });
