/** Reads bits of a stream, most significant first. Past the end it gives zeros and {@link BitReader.overrun} is true. */
export class BitReader {
  #bytes: Uint8Array = new Uint8Array(0);
  #next = 0;
  #window = 0;
  #held = 0;

  /** Adds bytes to the end; those already taken are let go. */
  append(chunks: readonly Uint8Array[]): void {
    const rest = this.#bytes.subarray(this.#next);
    const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, rest.length));
    bytes.set(rest);
    let at = rest.length;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    this.#bytes = bytes;
    this.#next = 0;
  }

  /** The next `count` bits, 1 to 24, without taking them. */
  peek(count: number): number {
    while (this.#held < count) {
      const byte = this.#next < this.#bytes.length ? this.#bytes[this.#next] : 0;
      this.#window = (this.#window << 8) | byte;
      this.#next++;
      this.#held += 8;
    }
    return (this.#window >>> (this.#held - count)) & ((1 << count) - 1);
  }

  /** Takes bits that were peeked. */
  skip(count: number): void {
    this.#held -= count;
  }

  /** Takes the next `count` bits, 1 to 24. */
  read(count: number): number {
    const value = this.peek(count);
    this.#held -= count;
    return value;
  }

  /** Takes 32 bits as an unsigned number. */
  read32(): number {
    return this.read(16) * 2 ** 16 + this.read(16);
  }

  /** Takes 48 bits as a number. */
  read48(): number {
    return this.read(24) * 2 ** 24 + this.read(24);
  }

  /** Lets go of the bits up to the next whole byte. */
  alignToByte(): void {
    this.#held -= this.#held % 8;
  }

  /** Whole bytes not taken yet; negative when bits past the end were taken. */
  bytesLeft(): number {
    return this.#bytes.length - this.#next + (this.#held >> 3);
  }

  /** Whether bits past the end were taken. */
  overrun(): boolean {
    return this.bytesLeft() < 0;
  }
}
