import { expect, test } from "vitest";
import { createBunzip2 } from "../../../workers/reading/bzip2.ts";
import { cutAnywhere } from "../../support/mrc-builder.ts";
import { seededRandom } from "../../support/random.ts";

// Made with Python 3.13, bz2.compress; "blocks" at level 1, so three blocks; "streams" are three, one after another.
const PACKED = {
  empty: "QlpoORdyRThQkAAAAAA=",
  noise:
    "QlpoOTFBWSZTWc7qFfYAAEj/////13////y/7e///////f//79////////v/7///vf7/wAH93Od2m7iD1AAAAAAAAA0AAAAAAAAGgA0AAAAAAAABoAAADRoGgANAaAYiAAAAGgBoAANAAAAA0NAAAAAGgAAAAABoBoANANDQAaGgAAAAZAgAmDSZoAhiM9QAmnoE00ybSNo1M0m0AATeoNAPUm9SHoBNpDamA0EwCGPUBMRj1RgJtNBMnqYIwNJpkz1TJhqIA0ANNAAAAAGhoA0GgAAGgAAAAAAABoAAADQA00AAADQAAADQBoaxytMqJR7aJbeG0BdumsECIkPeYH677gRZOLyiIXxVEqguFTjMG7YlPhjPQGF3xJcJBHzMQkktyyZlhrBJihjE4syuaiuCULEpA6njkBb+lzUFIzyKTMLd3Au5Qm0KkixoFQxRwsnvxQVjg76tjxggO64x91KIskPVGfMs8HcAlsPXiKZW+/XxlVSiYn2FcBIhhyQvhg52mp2WYADuUWzKXOw19FyamVdAIETEEbmNCQdiUcJglVTKUA1dER9oNOryKISyWUthv7vARfHXt11oOtD3g0MGzpmgJ+eY46ab53QGoKCu8O0C8WRUhr7n02yA8Bhd99vCeBFIJne02WNFlXJOZouPJJEm5mwsnOB2IVTDI5VF2LhuNB1I0ZagTn1gKYb15bGaNF5fPTYXXKCC5CcWhTprxVowjLP3HGAoK2G2jmoSbBxkXxu3HL5DAgsMAkSabRD2ylfR57Vn8F1yUsKDCG3VAGT9gXjER/FQdxwfLb8y5E91KkdDaBQ+XXDyxn79r1MFX9hBIE3e+Zb5j/xygLga4fuNQZI2aiVDSg40mO7qfPIh+DUpV2giIUGzkkxDJ3hhQxlXpmgCMoS3Vve1QCjaHxYsRka+0KAGfIf6O/RF7Li8pqzIYzI5nRJ74+W5KmBizmcgvA36wGJOKhbDNp0fUqJ/bNlTMUDSPUgFPoiGMJNP3EyHJO6xOGqIAf8OCW4YmhA9SoilwcBwyJ53t2t0qpNybrWq6pXBCmdS/NcAN0ucFFOl9qBUhLmAI7Sdr6b1rQ0aIaNCfmhR79WCLTEN8ddhf84G1FF6O/MkYOqh6C8J5mJs2KOpgOMQAQCip49AIyuCXcBZZjqwcWMrOzaP2RYYpqkEnwUQNHBUOb7414D4Byf7LyDfZ4Fef4u5IpwoSGd1CvsA",
  runs: "QlpoOTFBWSZTWVarL6kAAA1//82bNmzZs2bNmzZsiRIkSJEiRIkSJEiRIkSJEiRIkSJMwAG8GBhFI0DQAaAxAAAD0gDQAepppppoAAAlNKqb/FUmjRoaMjBNNNMIMmgYCYEyMRpgaaaE9IcNDRk0aNGmhkZDCAMgBkGmgAAZAyAJQqn+lI/KgaGhoBoaGhoNNAAAAAAAGgoVqzExZgOfzCOlSIQsGLJbIHLFhHSVmEIsTVmg5asI6StghFics4HLhhHSVyEIsT1ng5dsI6SvAhFi/W/By+YR0lgBCLFBaAOYTCOksMIRYorRBzFYR0ljBCLFJaQOZDCOkskIRYprTBzLYR0lmBCLGeueDmcwjpKoEIsVVqg5VYR2uvmEd1z6JNc/UIpz7JNOeEU5oJNOiEU5pJNOmEU5qJNOqEU590mnWCKc10mnYCKc2UmnaCKc20mn8BFObiTTuhFOflJp/QRTm8k074RTnAk0/sIpz+JNPCEU5/UmniCKc40mnkCKc5UmnmCKc50mmwEU50JNNkIpzpSabQRTnUk09YRTnYk0/4Ip2thNvtTTcu1q2WessWjmsnJYFeQKcATVBJQEUwGkA0QHp0Z82XJjxYcCF+9duW7VmwfWFU/AIgkRIELD/4u5IpwoSCtVl9SA",
  blocks:
    "QlpoMTFBWSZTWYAQ/W4AAMd////////////////////////////////////////////wUAXcAAHqqpVVSqqlIAAAAAAAAAAAAAAAAAAAAA00AAAAAAAAAAAAAAAAAAAA0IAAAAAAAAAAAAAAAAAAAAA00AAAAAAAAAAAAAAAAAAAA0IAAAAAAAAAAAAAAAAAAAAA00AAAAAAAAAAAAAAAAAAAA0CaqqoAAAAAAAAANAAABkAAAAABoAAAAAAAAAAAAAAAAAAAAAaBSqqgAAAAAAAAAAAAAAAAAAAA0AGgAAAAAAAAAAAAAABk0AABhIVMFhYVMMCphoVMOCph4VMQCpiIVMSCpiYVMUCpioVMWCpi4VMYCpjIVMaCpjYVMcCpjoVMeCpj4VMgCpkIVMiCpkYVMkCpkoVMmCpk4VMoCplIVMqCplYVMsCploVMuCpl4VMwCpmIVMyCpmYVM0CpmoVM2Cpm4VM4CpnIVM6CpnYVM8CpnoVM+Cpn4VNACpoIVNCCpoYVMAFTRAqaKFTRgqaOFTSAqaSFTSgqaWFTTAqaaFTTgqaeFTUAqaiFTUgqamFTVAqaqFTVgqauFTWAqayFTAhUwQVMDCprUKmtwqa5CprsKmvQqa/CpsEKmwwqbFCpscKmyShbQqFtKoW1KhbWqFtioNqhU2uFTbIVNthU26FTb4hbmqFuioW6qhbsqFu6oW6wqbtCpu8Km8QqbzCpvUBb8qFv6oXAKhcCqFwSoXBwqcBCpwMKnBQqcHCpwkIuIVC4lULilQuLVC4xULjQqcXCpxkKnGwqcdCpx8KnIQqcjCpyUKnJwqcpCpysoXMKhcyqFzSoXNqhc4qDm4VOchU52FTnoVOfhU6CIXRqhdIqF0qoXTKhdOqF00KnTwqdRCp1MKnVQqdXAXXKhdeqF2CoXYqhdkqF2cKnZQqdnCp2kKnawqdtCLuVQu6VC7tULvFQu9VC74Knewqd9Cp38KngQqeDCp4UKnhwqeJCp4sKnjQqePKF5SoXlqheYqF5qoXnKg82FTzoVPPhU9CFT0YVPSiF6qoXrKheuqF7CoXsqhexCp7MKntQqe3Cp7kKnuwF8CoXwqhfEqF8aoXyKhfLCp8kKnywqfNCp88Kn0Qi+tUL7FQsEqFg1QvtVCwgVPvhU/CFT8YVPyhU/OFT9IVP1hU/aFT94VP4hU/mUL+VQv6VC/tUL/FQv9VBhIVP/MUFZJlNZSH17+wBBTH////////////////////////////////////////////BQBd3qlVVAABVKqqUgAAAAAAAAAAAAAAAAAAAADTQAAAAAAAAAAAAAAAAAAADQgAAAAAAAAAAAAAAAAAAAADTQAAAAAAAAAAAAAAAAAAADQgAAAAAAAAAAAAAAAAAAAADTQAAAAAAAAAAAAAAAAAAADQJqqqgAAAAAAAAA0AAAGgAAAAAGgAAAAAABoAAAAAAAAAAAAAGgUqqoAAAAAAAAAAAAAAAAAAAANABoAAAAAAAAAAAAAAAZNAAAYSFTCoVMLhUwyFTDYVMOgLD1QsQVCxFULElQsTVCxSFTFYVMWhUxeFTGIVMZhFjSoWNqhY4qFjqoWPKhY+FTIIVMhhUyKFTI4VMkhUyWFTJoVMnhUyiFTKYVMqlCytULLFQstVCy5ULL1QZhCpmMKmZQqZnCpmkKmaxCzZULN1Qs4VCzlULOlQs7hUzyFTPYVM+hUz+FTQIC0FULQlQtDVC0RULRVQtGhU0aFTR4VNIhU0mFTSoRaYqFpqoWnKhaeqFqCoWohU1GFTUoVNThU1SFTVYVNWhU1eFTWIVNZhUwMKmtQqYPXAqa6FTXgqa+FTYAqbCFTYgqbGFTZAqbKFTZgqbOFTaAqbSFTagqbWFTbAqbaFTbgqbeFTcAqbiFTcgqbmFTdAqbqFTdgqbuFTeAqbyFTegqb2FTfAqb6FTfgqYIKm/hU4AKnAhU4IKnBhU4QKnChU4YKnDhU4gKnEhU4oKnFhU4wKnGhU44KnHhU5AKnIhU5IKnJhU5QKnKhU5YKnLhU5gKnMhU5oKnNhU5wKnOhU54KnPhU6AKnQhU6IKnRhU6QKnShU6YKnThU6gKnUhU6oKnVhUwYVMDAXXKhdeqF2CoXYqhdkqF2cKnZQqdnCp2kKnawqdtCLuVQu6VC7tULvFQu9VC74Knewqd9Cp38KngQqeDCp4UKnhwqeJCp4sKnjQqePKF5SoXlqheYqF5qoXnKg82FTzoVPPhU9CFT0YVPSiF6qoXrKheuqF7CoXsqhexCp7MKntQqe3Cp7kKnuwF8CoXwqhfEqF8aoXyKhfLCp8kKnywqfNCp88Kn0Qi+tUL7FQsEqFg1QvtVCwgVPvhU/CFT8YVPyhU/OFT9IVP1hU/aFT94VP4hU/mUL+VQv6VC/tUL/FQv9VBhIVP/MUFZJlNZYM6lJgBAh3////////////////////////////////////////////BQBT7wAAAEAAIAAAAAAAAAAAAAAAAAAAAA00AAAAAAAAAAAAAAAAAAAA0IAAAAAAAAAAAAAAAAAAAAA00AAAAAAAAAAAAAAAAAAAA0IAAAAAAAAAAAAAAAAAAAAA00AAAAAAAAAAAAAAAAAAAA0CaqqoAAAAAAAAAAAAAAAAAAAANABoAAAAAAAAAAAAAAAZNAAABSqqgAAAAAAAAAAAAAAAAAAAAABoAAAAAAAAAAAAAAAMmgABphBFhQiwsRYYIsNqFh1QsPipiAqYiKmJCpiYqYoKmKipiwqYuKmMCpjIqY0KmNipjgqY6KmPCpj4qZAKmQipkQqZGKmSCpkoqZMKmTiplAqZSKmVCplYqZYKmWiplwqZeKmYCpmIqZkKmZipmgqZqKmbCpm4qZwKmcipnQqZ2KmeCpnoqZ8KmfipoAqaCKmhCpoYqaIKmiipowqaOKmkCppIqaUKmlippgqaaKmnCpp4qagKmoipqQqamKmqCpqoqasKmriprAqayKmtCprYqa4Kmuiprwqa+KmwCpsIqbEKmxipsgqbKKmzCps4qbQKm0iptQqbWKm2CptoqbcKm3ipuAqbiKm5CpuYqboKm6ipuwqbuKm8CpvIqb0Km9ipvgqb6Km/Cpv4qcAKnAipwQqcGKnCCpwoqYAVOGFThxU4gVOJFTihU4sVOMFTjRU44VOPFTAipyAqciKnJCpyYqcoKnKipywqcuKnMCpzIqc0KnNipzgqc6KnPCpz4qdAKnQip0QqdGKnSCp0oqdMKnTip1AqdSBdXULrKhdbULqeuqF14i7ARdiIuyEXZiLtBF2oi7YRduIu4EXciLuhF3Yi7wRd6Iu+EXfiLwBF4Ii8IReGIvEEXiiLxhF44i8gReSIvKEXliLzBF5oi84ReeIvQEXoiL0hF6Yi9QReqIvWEXriL2BF7Ii9oRe2IvcEXuiL3hF74i+ARfCIviEXxiL5BF8oi+YRfOIvoEX0iL6hF9Yi+wRfaIvuEWBEWCEX3iLBiL8BF+Ii/IRfmIv0EX6iL9hF+4i/gRfyIv6EX9iL/BF/oi/4RYQRf+LuSKcKEh4O9O1AA==",
  streams:
    "QlpoOTFBWSZTWbI5C90AAAABgAEgHAAgACGDQZoCXHF3JFOFCQsjkL3QQlpoORdyRThQkAAAAABCWmgxMUFZJlNZJooCNAAAAoGADgGIACAAIhhoMAcCmF3JFOFCQJooCNA=",
};

const textOf = (text: string) => new TextEncoder().encode(text);
const runs = () =>
  Uint8Array.from(Array.from({ length: 86 }, (_, i) => Array<number>(7 * i).fill((7 * i) % 256)).flat());
const noise = () => {
  let state = 1;
  return Uint8Array.from({ length: 700 }, () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state >>> 24;
  });
};
const CONTENT = {
  empty: new Uint8Array(0),
  noise: noise(),
  runs: runs(),
  blocks: Uint8Array.from({ length: 250_000 }, (_, i) => i % 251),
  streams: textOf("firstsecond"),
};

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

function unpack(pieces: Uint8Array[]): Uint8Array {
  const out: Uint8Array[] = [];
  const unpacker = createBunzip2((bytes) => out.push(bytes.slice()));
  for (const piece of pieces) unpacker.push(piece);
  unpacker.finish();
  return new Uint8Array(Buffer.concat(out));
}
/** Much faster than comparing value by value. */
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

test.each(Object.keys(PACKED) as (keyof typeof PACKED)[])("%s unpacks to what was packed, cut anywhere", (name) => {
  const packed = bytesOf(PACKED[name]);
  expect(hexOf(unpack([packed]))).toBe(hexOf(CONTENT[name]));
  expect(hexOf(unpack(cutAnywhere(packed, seededRandom(3), 20)))).toBe(hexOf(CONTENT[name]));
});

test("a file cut at any byte is refused, never read short", () => {
  const packed = bytesOf(PACKED.noise);
  for (let length = 1; length < packed.length; length += 5) {
    const refused = expect.objectContaining({
      code: "map.compression",
      message: expect.stringContaining("ends too early"),
    });
    expect(() => unpack([packed.slice(0, length)])).toThrow(refused);
  }
});

test("a changed bit anywhere is found", () => {
  const packed = bytesOf(PACKED.runs);
  for (let at = 0; at < packed.length; at += 2) {
    const changed = packed.slice();
    changed[at] ^= 1 << (at % 8);
    let unpacked: Uint8Array | null = null;
    try {
      unpacked = unpack([changed]);
    } catch (error) {
      expect(error).toMatchObject({ code: "map.compression" });
    }
    // Only the level and the padding of the last byte may change without harm.
    if (unpacked !== null) expect(hexOf(unpacked)).toBe(hexOf(CONTENT.runs));
  }
});

test("bytes after the end that are not bzip2 are refused", () => {
  const packed = bytesOf(PACKED.runs);
  expect(() => unpack([packed, textOf("more")])).toThrow(/bytes that are not bzip2 follow/);
});
