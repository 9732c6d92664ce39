import type { Citation } from './citation';

/** A text that a citation can point into, in one version. */
export interface CitedText {
  text: string;
  version: string;
}

/** True when the quote stands in the cited version of the text, word for word and at its place. */
export function isVerbatim({ start, end, quote, version }: Citation, cited: CitedText | undefined): boolean {
  return (
    cited !== undefined && quote !== '' && cited.version === version && cited.text.slice(start, end) === quote
  );
}
