import type { IndexProgress } from '../engine';
import type { ScannedFile } from './scan-folders';

/**
 * Counts files, and estimates the time left from the bytes done: files differ too much for their number to tell. Reports at once,
 * and after each step.
 * @param work the files that are read, in their order; a step is taken for each
 * @param total all files, those that need no reading too
 */
export function progressOf(
  work: readonly ScannedFile[],
  total: number,
  onProgress: ((progress: IndexProgress) => void) | undefined,
): { step(): void } {
  const started = performance.now();
  const unchanged = total - work.length;
  const bytes = work.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  let doneBytes = 0;
  const report = (): void => {
    const elapsed = (performance.now() - started) / 1000;
    const secondsLeft = doneBytes > 0 ? (elapsed * (bytes - doneBytes)) / doneBytes : undefined;
    onProgress?.({
      phase: 'reading',
      done: unchanged + done,
      total,
      ...(secondsLeft !== undefined && { secondsLeft }),
    });
  };
  report();
  return {
    step() {
      doneBytes += work[done]?.size ?? 0;
      done++;
      report();
    },
  };
}
