import type { BuiltFiles } from "./node-platform.ts";

const beside = (name: string) => new URL(name, import.meta.url);

/** The files that the build lays beside the bundled command line. */
export const BUILT: BuiltFiles = {
  worker: beside("./compute.js"),
  kernels: { shared: beside("./kernels-shared.wasm"), private: beside("./kernels-private.wasm") },
  fonts: {
    regular: beside("./fonts/Inter-400.ttf"),
    medium: beside("./fonts/Inter-500.ttf"),
    bold: beside("./fonts/Inter-600.ttf"),
    serif: beside("./fonts/SourceSerif4-600.ttf"),
    serifText: beside("./fonts/SourceSerif4-400.ttf"),
  },
};

/** The folder of the built web app. */
export const WEB_FOLDER = beside("../web/");
