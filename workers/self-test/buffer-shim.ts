/** All that typedarray-pool, under ndarray-fft, asks of Node's Buffer; no buffer of that kind exists in a browser. */
export const Buffer = { isBuffer: () => false };
