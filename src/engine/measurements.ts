/**
 * What has been measured, by map, measurement and parameters. The same question asked twice, also while the first
 * answer is still being worked out, is computed once; a failure or an abort is forgotten, so it can be asked again.
 */
export class Measurements {
  readonly #answers = new Map<string, Promise<unknown>>();

  /** The answer to a question, computed on first asking. `parameters` are plain data and part of the question. */
  ask<T>(mapId: string, measurement: string, parameters: unknown, compute: () => Promise<T>): Promise<T> {
    const question = `${mapId} ${measurement} ${JSON.stringify(parameters)}`;
    const known = this.#answers.get(question);
    if (known) return known as Promise<T>;
    const answer = compute();
    this.#answers.set(question, answer);
    answer.catch(() => this.#answers.delete(question));
    return answer;
  }

  /** Forgets all that was measured on a map. */
  forget(mapId: string): void {
    for (const question of this.#answers.keys()) if (question.startsWith(`${mapId} `)) this.#answers.delete(question);
  }
}
