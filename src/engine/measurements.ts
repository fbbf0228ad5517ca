/** What is asked of a map. `parameters` are plain data and part of the question; `signal` belongs to who asks. */
export interface Question {
  readonly mapId: string;
  readonly measurement: string;
  readonly parameters: unknown;
  readonly signal?: AbortSignal;
}

interface Answer {
  readonly value: Promise<unknown>;
  readonly signal: AbortSignal | undefined;
}

/**
 * What has been measured, by map, measurement and parameters. The same question asked twice, also while the first
 * answer is still being worked out, is computed once; a failure or an abort is forgotten, so it can be asked again.
 */
export class Measurements {
  readonly #answers = new Map<string, Answer>();

  /** The answer to a question, computed on first asking; an abort by who asked first is no answer for who asked second. */
  async ask<T>(question: Question, compute: () => Promise<T>): Promise<T> {
    const key = `${question.mapId} ${question.measurement} ${JSON.stringify(question.parameters)}`;
    const known = this.#answers.get(key);
    if (!known) return this.#compute(key, compute, question.signal);
    try {
      return (await known.value) as T;
    } catch (error) {
      if (!known.signal?.aborted) throw error;
      return this.ask(question, compute);
    }
  }

  async #compute<T>(key: string, compute: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const value = compute();
    const answer = { value, signal };
    this.#answers.set(key, answer);
    try {
      return await value;
    } catch (error) {
      if (this.#answers.get(key) === answer) this.#answers.delete(key);
      throw error;
    }
  }

  /** Forgets all that was measured on a map. */
  forget(mapId: string): void {
    for (const question of this.#answers.keys()) if (question.startsWith(`${mapId} `)) this.#answers.delete(question);
  }
}
