import { faultOf } from "../messages.ts";

/** In place of the page when the engine cannot start at all; stands without Mantine and store. */
export function StartFault({ error }: { error: unknown }) {
  const { sentence } = faultOf(error);
  return (
    <main style={{ padding: "var(--s-6)", maxWidth: "60ch" }}>
      <h1 className="findingLarge">MapAssay cannot start in this browser</h1>
      <p>{sentence}</p>
      <p>
        It needs WebAssembly with SIMD and module workers: any Chrome, Edge, Firefox or Safari of the last three years.
      </p>
    </main>
  );
}
