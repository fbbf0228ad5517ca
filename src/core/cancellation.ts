/** What core needs of an AbortSignal; a real one fits. */
export interface Cancellation {
  throwIfAborted(): void;
}
