/** The File Handling API, which TypeScript's library does not know. */
interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
}

/** Opens the files that the operating system hands to the installed page. */
export function takeLaunchedFiles(openFiles: (files: readonly File[]) => Promise<void>): void {
  const { launchQueue } = window as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(async ({ files }) => {
    if (files.length > 0) await openFiles(await Promise.all(files.map((file) => file.getFile())));
  });
}
