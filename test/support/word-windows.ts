import { SourceWindows } from '../../src/engine/note/source-windows';

/** A search of sources to which every text means the same, so that the words alone decide: no model is loaded. */
export function wordWindows(): SourceWindows {
  return new SourceWindows(() =>
    Promise.resolve({ embed: (texts) => Promise.resolve(texts.map(() => Float32Array.of(1))) }),
  );
}
