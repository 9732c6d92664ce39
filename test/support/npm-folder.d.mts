/** Runs npm in a folder, without install scripts. Throws when it fails. */
export function npm(cwd: string, ...args: string[]): void;
/** One hash of files: what is installed from them is up to date as long as it stays the same. */
export function fingerprint(folder: string, files: readonly string[]): string;
